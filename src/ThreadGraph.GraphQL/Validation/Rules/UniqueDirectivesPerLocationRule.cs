using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>A directive that is not repeatable is applied once in a place.</summary>
/// <remarks>Spec: Validation, "Directives Are Unique per Location".</remarks>
internal sealed class UniqueDirectivesPerLocationRule : IEnter<IHasDirectives>
{
    public void Enter(IHasDirectives node, ValidationContext context)
    {
        if (node.Directives.Count < 2)
        {
            return;
        }

        var first = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in node.Directives)
        {
            var name = directive.Name.Value;
            if (context.Schema.TryGetDirective(name, out var definition)
                && !definition.IsRepeatable
                && !first.TryAdd(name, directive))
            {
                context.Report(
                    $"The directive \"@{name}\" can only be used once at this location.", first[name], directive);
            }
        }
    }
}
