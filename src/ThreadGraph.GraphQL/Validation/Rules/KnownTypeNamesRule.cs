using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Every type that is named exists.</summary>
/// <remarks>Spec: Validation, "Fragment Spread Type Existence", and "Variables Are Input Types" for unknown
/// ones.</remarks>
internal sealed class KnownTypeNamesRule : IEnter<NamedTypeNode>
{
    public void Enter(NamedTypeNode node, ValidationContext context)
    {
        var name = node.Name.Value;
        if (!context.Schema.TryGetType(name, out _))
        {
            var hint = context.DidYouMean(name, context.Schema.Types.Select(type => type.Name));
            context.Report($"Unknown type \"{name}\".{hint}", node);
        }
    }
}
