using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>A directive that is not repeatable is applied once in a place.</summary>
/// <remarks>Spec: Validation, "Directives Are Unique per Location".</remarks>
internal sealed class UniqueDirectivesPerLocationRule :
    IEnter<OperationDefinitionNode>,
    IEnter<VariableDefinitionNode>,
    IEnter<FieldNode>,
    IEnter<FragmentSpreadNode>,
    IEnter<InlineFragmentNode>,
    IEnter<FragmentDefinitionNode>
{
    public void Enter(OperationDefinitionNode node, ValidationContext context) => Check(node, context);

    public void Enter(VariableDefinitionNode node, ValidationContext context) => Check(node, context);

    public void Enter(FieldNode node, ValidationContext context) => Check(node, context);

    public void Enter(FragmentSpreadNode node, ValidationContext context) => Check(node, context);

    public void Enter(InlineFragmentNode node, ValidationContext context) => Check(node, context);

    public void Enter(FragmentDefinitionNode node, ValidationContext context) => Check(node, context);

    private static void Check(IHasDirectives node, ValidationContext context)
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
