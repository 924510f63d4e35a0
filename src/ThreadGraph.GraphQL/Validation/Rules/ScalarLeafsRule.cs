using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Leaf fields have no sub-selection, all others have one.</summary>
/// <remarks>Spec: Validation, "Leaf Field Selections".</remarks>
internal sealed class ScalarLeafsRule : IEnter<FieldNode>
{
    public void Enter(FieldNode node, ValidationContext context)
    {
        if (context.Type is not { } type)
        {
            return;
        }

        var name = node.Name.Value;
        var isLeaf = type.IsLeafType();
        if (isLeaf && node.SelectionSet is { } set)
        {
            context.Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", set);
        }
        else if (!isLeaf && node.SelectionSet is null)
        {
            context.Report(
                $"Field \"{name}\" of type \"{type}\" must have a selection of subfields. " +
                $"Did you mean \"{name} {{ ... }}\"?",
                node);
        }
    }
}
