using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>A fragment is spread only where a value may be of its type.</summary>
/// <remarks>Spec: Validation, "Fragment Spread Is Possible".</remarks>
internal sealed class PossibleFragmentSpreadsRule : IEnter<InlineFragmentNode>, IEnter<FragmentSpreadNode>
{
    public void Enter(InlineFragmentNode node, ValidationContext context)
    {
        if (context is { Type: ITypeDefinition type, ParentType: { } parent }
            && type.IsCompositeType()
            && !Overlap(context.Schema, type, parent))
        {
            context.Report(
                $"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".",
                node);
        }
    }

    public void Enter(FragmentSpreadNode node, ValidationContext context)
    {
        if (context.ParentType is { } parent
            && context.Facts.FindFragment(node.Name.Value) is { } fragment
            && context.Schema.TryGetType(fragment.TypeCondition.Name.Value, out var type)
            && type.IsCompositeType()
            && !Overlap(context.Schema, type, parent))
        {
            context.Report(
                $"Fragment \"{node.Name.Value}\" cannot be spread here " +
                $"as objects of type \"{parent}\" can never be of type \"{type}\".",
                node);
        }
    }

    private static bool Overlap(Schema schema, ITypeDefinition left, ITypeDefinition right) =>
        left == right || schema.GetPossibleTypes(left).Any(schema.GetPossibleTypes(right).Contains);
}
