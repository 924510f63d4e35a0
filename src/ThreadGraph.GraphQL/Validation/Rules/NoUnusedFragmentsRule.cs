using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Every fragment is used by an operation.</summary>
/// <remarks>Spec: Validation, "Fragments Must Be Used".</remarks>
internal sealed class NoUnusedFragmentsRule : ILeave<DocumentNode>
{
    public void Leave(DocumentNode node, ValidationContext context)
    {
        if (context.Facts.Fragments.Count == 0)
        {
            return;
        }

        var used = context.Facts.ReferencedFragments(context.Facts.Operations)
            .Select(fragment => fragment.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in context.Facts.Fragments)
        {
            if (!used.Contains(fragment.Name.Value))
            {
                context.Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
            }
        }
    }
}
