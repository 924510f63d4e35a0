namespace ThreadGraph.Threads;

/// <summary>How many replies every message has at every depth, counted once for all messages that have been read.</summary>
internal sealed class ReplyTallies
{
    private readonly int _ofRoot;

    public ReplyTallies(Timeline timeline)
    {
        Version = timeline.Version;
        var order = new List<Message>(timeline.ReadCount + 1);
        foreach (var top in timeline.Tree.Tops)
        {
            AddSubtree(timeline.Tree, top, order);
        }

        // In pre-order what is below stands behind, so counting backwards meets it first.
        for (var i = order.Count - 1; i >= 0; i--)
        {
            if (order[i].Above is { } above)
            {
                above.Descendants += 1 + order[i].Descendants;
            }
        }

        _ofRoot = order[0].Descendants;
    }

    /// <summary>The state of the timeline that was counted.</summary>
    public int Version { get; }

    /// <summary>The replies below a message.</summary>
    public int Of(Message message) => message.IsRoot ? _ofRoot : message.Descendants;

    private static void AddSubtree(ReplyTree tree, Message top, List<Message> order)
    {
        var open = new Stack<Message>([top]);
        while (open.TryPop(out var next))
        {
            next.Descendants = 0;
            order.Add(next);
            foreach (var child in tree.ChildrenOf(next))
            {
                open.Push(child);
            }
        }
    }
}
