using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Every applied directive exists and may stand where it does.</summary>
/// <remarks>Spec: Validation, "Directives Are Defined" and "Directives Are in Valid Locations".</remarks>
internal sealed class KnownDirectivesRule : IEnter<DirectiveNode>
{
    public void Enter(DirectiveNode node, ValidationContext context)
    {
        var name = node.Name.Value;
        if (!context.Schema.TryGetDirective(name, out var directive))
        {
            context.Report($"Unknown directive \"@{name}\".", node);
        }
        else if (!directive.Locations.Contains(context.DirectiveLocation))
        {
            context.Report($"Directive \"@{name}\" may not be used on {Word(context.DirectiveLocation)}.", node);
        }
    }

    /// <summary>
    /// The grammar's word for a place in an executable document. Spec: "ExecutableDirectiveLocation".
    /// </summary>
    private static string Word(DirectiveLocation location) => location switch
    {
        DirectiveLocation.Query => "QUERY",
        DirectiveLocation.Mutation => "MUTATION",
        DirectiveLocation.Subscription => "SUBSCRIPTION",
        DirectiveLocation.Field => "FIELD",
        DirectiveLocation.FragmentDefinition => "FRAGMENT_DEFINITION",
        DirectiveLocation.FragmentSpread => "FRAGMENT_SPREAD",
        DirectiveLocation.InlineFragment => "INLINE_FRAGMENT",
        DirectiveLocation.VariableDefinition => "VARIABLE_DEFINITION",
        _ => throw new ArgumentOutOfRangeException(nameof(location)),
    };
}
