using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Fragments apply to types that have fields.</summary>
/// <remarks>Spec: Validation, "Fragments on Object, Interface or Union Types".</remarks>
internal sealed class FragmentsOnCompositeTypesRule : IEnter<InlineFragmentNode>, IEnter<FragmentDefinitionNode>
{
    public void Enter(InlineFragmentNode node, ValidationContext context)
    {
        if (node.TypeCondition is { } condition && HasNoFields(condition, context))
        {
            context.Report($"Fragment cannot condition on non composite type \"{condition.Name.Value}\".", condition);
        }
    }

    public void Enter(FragmentDefinitionNode node, ValidationContext context)
    {
        var condition = node.TypeCondition;
        if (HasNoFields(condition, context))
        {
            context.Report(
                $"Fragment \"{node.Name.Value}\" cannot condition on non composite type \"{condition.Name.Value}\".",
                condition);
        }
    }

    private static bool HasNoFields(NamedTypeNode condition, ValidationContext context) =>
        context.Schema.TryGetType(condition.Name.Value, out var type) && !type.IsCompositeType();
}
