using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Validation.FieldMerging;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Fields that share a response name are the same field, or of one shape where no object has both.</summary>
/// <remarks>
/// Spec: Validation, "Field Selection Merging". Whether there is any conflict is decided for the whole document at
/// once, in time that grows with its size (<see cref="MergedFieldCheck"/>). Only then are all conflicts searched for,
/// selection set by selection set and within bounds (<see cref="FieldConflictSearch"/>).
/// </remarks>
internal sealed class OverlappingFieldsCanBeMergedRule : IEnter<SelectionSetNode>, ILeave<DocumentNode>
{
    public void Enter(SelectionSetNode node, ValidationContext context)
    {
        var conflicts = context.Facts.FieldConflicts;
        if (conflicts.AreNone)
        {
            return;
        }

        foreach (var conflict in conflicts.Within(node, context.ParentType))
        {
            Report(conflict, context);
        }
    }

    public void Leave(DocumentNode node, ValidationContext context)
    {
        var conflicts = context.Facts.FieldConflicts;
        if (conflicts.Missed is { } missed)
        {
            Report(missed, context);
        }
        else if (conflicts.AreUnknown)
        {
            context.Report("The fields overlap in too many ways to tell whether they conflict. Use fewer fragments.");
        }
    }

    private static void Report(FieldConflict conflict, ValidationContext context) => context.Report(
        $"Fields \"{conflict.ResponseName}\" conflict because {conflict.Reason}. " +
        "Use different aliases on the fields to fetch both if this was intentional.",
        [.. conflict.Left, .. conflict.Right]);
}
