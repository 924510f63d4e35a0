using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Finds names that appear more than once among siblings.</summary>
internal static class RepeatedNames
{
    /// <summary>
    /// Up to this many siblings comparing each with each is faster than hashing, and allocates nothing.
    /// </summary>
    private const int FewSiblings = 8;

    /// <summary>The nodes of each repeated name, in the order in which the names first appear.</summary>
    public static IEnumerable<NameNode[]> Among<TNode>(IReadOnlyList<TNode> siblings, Func<TNode, NameNode> nameOf) =>
        siblings.Count <= FewSiblings && AreDistinct(siblings, nameOf)
            ? []
            : siblings
                .Select(nameOf)
                .GroupBy(name => name.Value, StringComparer.Ordinal)
                .Where(group => group.Skip(1).Any())
                .Select(group => group.ToArray());

    private static bool AreDistinct<TNode>(IReadOnlyList<TNode> siblings, Func<TNode, NameNode> nameOf)
    {
        for (var i = 1; i < siblings.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (nameOf(siblings[i]).Value == nameOf(siblings[j]).Value)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
