using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Fragments of a document have different names.</summary>
/// <remarks>Spec: Validation, "Fragment Name Uniqueness".</remarks>
internal sealed class UniqueFragmentNamesRule : IEnter<FragmentDefinitionNode>
{
    public void Enter(FragmentDefinitionNode node, ValidationContext context)
    {
        var first = context.Facts.FirstFragment(node.Name.Value);
        if (first != node)
        {
            context.Report($"There can be only one fragment named \"{node.Name.Value}\".", first.Name, node.Name);
        }
    }
}
