namespace ThreadGraph.Threads;

/// <summary>Who answers whom among the messages of a chain, kept up to date page by page.</summary>
/// <remarks>
/// A reply whose parent is gone (recalled, deleted, out of sight) is an orphan and counts among the root's direct
/// replies, so that it is never lost. That its parent is gone is certain once the chain has passed the parent's time. Of a
/// parent in front of the chain's start nothing is known; its replies count as its own.
/// </remarks>
internal sealed class ReplyTree(Timeline timeline, ReplyChain chain)
{
    private static readonly List<Message> None = [];

    private readonly Dictionary<long, List<Message>> _children = [];
    private List<Message> _unresolved = [];

    /// <summary>The known direct replies to a message, in the chain's order.</summary>
    public IReadOnlyList<Message> ChildrenOf(long messageId) => _children.GetValueOrDefault(messageId) ?? None;

    /// <summary>The replies of which it is not yet certain whether they are orphans.</summary>
    public IReadOnlyList<Message> Unresolved => _unresolved;

    /// <summary>Takes up the chain's messages from an index on.</summary>
    public void Append(int from)
    {
        for (var i = from; i < chain.Messages.Count; i++)
        {
            var message = chain.Messages[i];
            var parent = message.IsOrphan ? timeline.Key.MessageId : timeline.ParentIdOf(message);
            Add(parent, message);
            if (parent != timeline.Key.MessageId && timeline.Find(parent) is null)
            {
                _unresolved.Add(message);
            }
        }

        Resolve();
    }

    private void Resolve()
    {
        if (_unresolved.Count == 0)
        {
            return;
        }

        var unresolved = new List<Message>();
        foreach (var message in _unresolved)
        {
            var parent = timeline.ParentIdOf(message);
            if (timeline.Find(parent) is not null)
            {
                // Named by its client ID alone, it was not known under its server ID before.
                if (message.Source.Parent!.ServerId == 0)
                {
                    Move(message, from: 0, to: parent);
                }
            }
            else if (message.IsOrphan || IsGone(message.Source.Parent!))
            {
                message.IsOrphan = true;
                Move(message, from: parent, to: timeline.Key.MessageId);
            }
            else if (chain.Reaches(PositionOf(message.Source.Parent!)))
            {
                unresolved.Add(message);
            }
        }

        _unresolved = unresolved;
    }

    private bool IsGone(Yunxin.MessageReference parent) => chain.Covers(PositionOf(parent));

    private static ReplyPosition PositionOf(Yunxin.MessageReference message) =>
        new(message.CreateTimeMs, message.ServerId);

    private void Move(Message message, long from, long to)
    {
        _children[from].Remove(message);
        Add(to, message);
    }

    private void Add(long parent, Message message)
    {
        if (!_children.TryGetValue(parent, out var children))
        {
            _children.Add(parent, children = []);
        }

        var index = children.Count;
        while (index > 0 && IsInFront(message, children[index - 1]))
        {
            index--;
        }

        children.Insert(index, message);
    }

    private bool IsInFront(Message left, Message right) =>
        chain.Start.OldestFirst ? left.Position < right.Position : left.Position > right.Position;
}
