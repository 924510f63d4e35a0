using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Every fragment that is spread exists.</summary>
/// <remarks>Spec: Validation, "Fragment Spread Target Defined".</remarks>
internal sealed class KnownFragmentNamesRule : IEnter<FragmentSpreadNode>
{
    public void Enter(FragmentSpreadNode node, ValidationContext context)
    {
        if (context.Facts.FindFragment(node.Name.Value) is null)
        {
            context.Report($"Unknown fragment \"{node.Name.Value}\".", node.Name);
        }
    }
}
