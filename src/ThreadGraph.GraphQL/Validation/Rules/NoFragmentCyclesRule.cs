using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>No fragment leads back to itself.</summary>
/// <remarks>Spec: Validation, "Fragment Spreads Must Not Form Cycles".</remarks>
internal sealed class NoFragmentCyclesRule : IEnter<FragmentDefinitionNode>
{
    public void Enter(FragmentDefinitionNode node, ValidationContext context)
    {
        foreach (var cycle in context.Facts.Cycles.FoundFrom(node))
        {
            var via = string.Join(", ", cycle.SkipLast(1).Select(spread => $"\"{spread.Name.Value}\""));
            context.Report(
                $"Cannot spread fragment \"{cycle[^1].Name.Value}\" within itself" +
                (via.Length == 0 ? "." : $" via {via}."),
                cycle);
        }
    }
}
