namespace ThreadGraph.Threads;

/// <summary>How many replies every message has at every depth, counted once for all messages that have been read.</summary>
internal sealed class ReplyTallies
{
    private readonly Dictionary<long, int> _descendants = [];

    public ReplyTallies(Timeline timeline)
    {
        Version = timeline.Version;
        var tree = timeline.Tree;
        List<(long Id, long Parent)> order = [];
        foreach (var top in tree.Tops)
        {
            AddSubtree(tree, top, order);
        }

        // In pre-order what is below stands behind, so counting backwards meets it first.
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var (id, parent) = order[i];
            _descendants[parent] = Of(parent) + 1 + Of(id);
        }
    }

    /// <summary>The state of the timeline that was counted.</summary>
    public int Version { get; }

    /// <summary>The replies below a message.</summary>
    public int Of(long messageId) => _descendants.GetValueOrDefault(messageId);

    private static void AddSubtree(ReplyTree tree, long top, List<(long Id, long Parent)> order)
    {
        var open = new Stack<(long Id, long Parent)>();
        Push(top);
        while (open.TryPop(out var next))
        {
            order.Add(next);
            Push(next.Id);
        }

        void Push(long parent)
        {
            foreach (var child in tree.ChildrenOf(parent))
            {
                open.Push((child.Source.ServerId, parent));
            }
        }
    }
}
