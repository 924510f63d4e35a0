namespace ThreadGraph.Threads;

/// <summary>Who answers whom among the visible messages that have been read, whatever order they were read in.</summary>
/// <remarks>
/// A reply whose parent is gone is an orphan and stands among the root's direct replies, so that it is never lost. That its
/// parent is gone is certain once the parent's place has been read; until then the reply is awaiting its parent. Nobody can
/// answer what has not been sent: a reply that stands in front of what it says it answers is an orphan, too, so replies
/// never go round in circles, and those to a message need not be sought in front of it.
/// </remarks>
internal sealed class ReplyTree(Timeline timeline)
{
    private readonly ReplyList _rootReplies = [];

    // Most threads are read from their beginning, and nothing is ever awaited.
    private SortedSet<Awaiting>? _byParent;
    private SortedSet<Awaiting>? _byReply;

    /// <summary>The messages that stand under no other one: the root, and those whose parent has not been read.</summary>
    public IEnumerable<Message> Tops => (_byReply ?? []).Select(static a => a.Reply!).Prepend(timeline.Root);

    /// <summary>The known direct replies to a message, in order; the orphans are the root's.</summary>
    public ReplyList ChildrenOf(Message message) => message.IsRoot ? _rootReplies : message.Replies;

    /// <summary>The same for a message that may not have been read.</summary>
    public ReplyList ChildrenOf(MessageKey message) => message.IsRoot ? _rootReplies
        : timeline.Messages.Find(message.MessageId)?.Replies ?? ReplyList.Empty;

    /// <summary>
    /// The first reply in a range whose parent has not been read: the part of the thread where that would stand; none where
    /// nothing is awaited.
    /// </summary>
    public (ReplyPosition From, ReplyPosition To)? FirstAwaited(ReplyPosition from, ReplyPosition to)
    {
        if (_byReply is not { Count: > 0 } || from >= to)
        {
            return null;
        }

        return _byReply.GetViewBetween(Awaiting.At(from), Awaiting.At(to)).Min is { } first
            ? (first.ParentFrom, first.ParentTo)
            : null;
    }

    /// <summary>Takes up messages that have just been read, all of which the timeline knows by now.</summary>
    public void Place(List<Message> messages)
    {
        // Those that came together know each other already, so only what earlier pages left may be awaiting one of them.
        var isAwaited = _byParent is { Count: > 0 };
        foreach (var message in messages)
        {
            Place(message);
        }

        if (isAwaited)
        {
            messages.ForEach(Arrive);
        }
    }

    /// <summary>Those whose parents would stand in what has been read are certain to be orphans.</summary>
    public void Settle(ReplySegment segment)
    {
        while (FirstParentIn(segment) is { } awaiting)
        {
            Forget(awaiting);
            AddOrphan(awaiting.Reply!);
        }
    }

    private void Place(Message message)
    {
        var parent = timeline.Messages.FindParent(message);
        if (parent is not null && (parent.IsRoot || parent.Position < message.Position))
        {
            Add(parent, message);
        }
        else if (parent is not null || timeline.Messages.IsHidden(message.Source.Parent!))
        {
            AddOrphan(message);
        }
        else
        {
            Await(message);
        }
    }

    private void Await(Message message)
    {
        var awaiting = Awaiting.Of(message);
        if (awaiting.ParentFrom > message.Position)
        {
            AddOrphan(message);
            return;
        }

        (_byParent ??= new(Awaiting.ByParent)).Add(awaiting);
        (_byReply ??= new(Awaiting.ByReply)).Add(awaiting);
    }

    /// <summary>Gives a message the replies that came before it.</summary>
    private void Arrive(Message message)
    {
        var millisecond = _byParent!.GetViewBetween(
            Awaiting.At(ReplyPosition.At(message.Source.CreateTimeMs)),
            Awaiting.At(ReplyPosition.At(message.Source.CreateTimeMs + 1)));
        foreach (var awaiting in millisecond.ToArray())
        {
            if (timeline.Messages.FindParent(awaiting.Reply!) is not null)
            {
                Forget(awaiting);
                Place(awaiting.Reply!);
            }
        }
    }

    /// <remarks>Where all parents stand in front of what has been read, as they do newest first, no search is needed.</remarks>
    private Awaiting? FirstParentIn(ReplySegment segment) =>
        _byParent?.Max is not { } last || last.ParentFrom < segment.From || segment.From >= segment.To
            ? null
            : _byParent.GetViewBetween(Awaiting.At(segment.From), Awaiting.At(segment.To))
                .FirstOrDefault(a => a.ParentTo <= segment.To);

    private void Forget(Awaiting awaiting)
    {
        _byParent!.Remove(awaiting);
        _byReply!.Remove(awaiting);
    }

    private void AddOrphan(Message message)
    {
        message.IsOrphan = true;
        Add(timeline.Root, message);
    }

    private void Add(Message parent, Message message)
    {
        message.Above = parent;
        if (parent.IsRoot)
        {
            _rootReplies.Add(message);
        }
        else
        {
            parent.AddReply(message);
        }
    }

    /// <summary>A reply whose parent has not been read, and where in the thread that would stand.</summary>
    /// <param name="Reply">The reply; none in what only marks a place in front of all that are there.</param>
    /// <param name="Place">The reply's own place.</param>
    /// <param name="ParentFrom">The first place where the parent may stand.</param>
    /// <param name="ParentTo">The place behind the last one.</param>
    private sealed record Awaiting(Message? Reply, ReplyPosition Place, ReplyPosition ParentFrom, ReplyPosition ParentTo)
    {
        public static readonly IComparer<Awaiting> ByParent = new Order(static a => a.ParentFrom);
        public static readonly IComparer<Awaiting> ByReply = new Order(static a => a.Place);

        public static Awaiting Of(Message reply)
        {
            var (from, to) = ReplyPosition.RangeOf(reply.Source.Parent!);
            return new Awaiting(reply, reply.Position, from, to);
        }

        public static Awaiting At(ReplyPosition place) => new(null, place, place, place);

        private sealed class Order(Func<Awaiting, ReplyPosition> place) : IComparer<Awaiting>
        {
            public int Compare(Awaiting? x, Awaiting? y)
            {
                var order = place(x!).CompareTo(place(y!));
                return order != 0 ? order
                    : x!.Reply is null || y!.Reply is null ? (x.Reply is null ? 0 : 1) - (y!.Reply is null ? 0 : 1)
                    : x.Place.CompareTo(y.Place);
            }
        }
    }
}
