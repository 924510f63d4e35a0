using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation.FieldMerging;

/// <summary>Two fields that cannot share their response name.</summary>
/// <param name="ResponseName">The name.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Left">The first field and those below it that are the reason.</param>
/// <param name="Right">The second field and those below it.</param>
internal sealed record FieldConflict(
    string ResponseName, string Reason, IReadOnlyList<FieldNode> Left, IReadOnlyList<FieldNode> Right)
{
    /// <summary>The most fields named on one side, and the most letters of a reason: as in graphql-js.</summary>
    private const int MaxNodes = 20;
    private const int MaxReasonLength = 1000;

    /// <summary>A conflict of two fields because of the fields below them.</summary>
    public static FieldConflict Below(FieldEntry left, FieldEntry right, IReadOnlyList<FieldConflict> conflicts)
    {
        var reason = "";
        foreach (var conflict in conflicts.TakeWhile(_ => reason.Length <= MaxReasonLength))
        {
            reason += $"{(reason.Length == 0 ? "" : " and ")}" +
                $"subfields \"{conflict.ResponseName}\" conflict because {conflict.Reason}";
        }

        return new FieldConflict(
            left.Node.ResponseName,
            reason.Length > MaxReasonLength ? $"{reason[..MaxReasonLength]}..." : reason,
            Nodes(left.Node, conflicts.Select(conflict => conflict.Left)),
            Nodes(right.Node, conflicts.Select(conflict => conflict.Right)));
    }

    /// <summary>
    /// The field, then those of each conflict; what does not fit is cut from their beginning, nearest the field.
    /// </summary>
    private static List<FieldNode> Nodes(FieldNode field, IEnumerable<IReadOnlyList<FieldNode>> below)
    {
        var nodes = new List<FieldNode> { field };
        foreach (var side in below.TakeWhile(_ => nodes.Count < MaxNodes))
        {
            nodes.AddRange(side.TakeLast(MaxNodes - nodes.Count));
        }

        return nodes;
    }
}
