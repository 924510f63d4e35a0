namespace ThreadGraph.Threads;

/// <summary>What a resolver wants to know of a thread. Equal demands are one.</summary>
internal abstract record TimelineDemand
{
    /// <summary>The order in which the demands of a wave are met: those that read full pages first.</summary>
    public abstract int Rank { get; }

    /// <summary>How many messages are wanted.</summary>
    public virtual int Size => 0;

    /// <summary>The chain to read on.</summary>
    public abstract ReplyChain ChainIn(Timeline timeline);

    /// <summary>How many replies to read next; 0 when the demand is met.</summary>
    public abstract int Missing(Timeline timeline);
}

/// <summary>The root, the reply count and the last reply's time: any page brings them.</summary>
internal sealed record HeadDemand : TimelineDemand
{
    public override int Rank => 5;

    public override ReplyChain ChainIn(Timeline timeline) => timeline.Chain(new ChainStart(OldestFirst: true));

    public override int Missing(Timeline timeline) => timeline.IsRead ? 0 : 1;
}

/// <summary>One message, wherever in the thread it is; the root comes with any page.</summary>
internal sealed record MessageDemand(MessageKey Message) : TimelineDemand
{
    public override int Rank => Message.IsRoot ? 5 : 1;

    public override ReplyChain ChainIn(Timeline timeline) => timeline.Chain(Message.IsRoot
        ? new ChainStart(OldestFirst: true)
        : new ChainStart(
            OldestFirst: true, new ReplyPosition(Message.CreatedAtMs, Message.MessageId), IsInclusive: true));

    public override int Missing(Timeline timeline)
    {
        if (Message.IsRoot)
        {
            return timeline.IsRead ? 0 : 1;
        }

        var chain = ChainIn(timeline);
        return timeline.Find(Message) is not null || chain.IsAtEnd || chain.ReadTo?.TimeMs > Message.CreatedAtMs ? 0
            : chain.ReadTo is null ? 1
            : ReplyChain.MaxPageSize;
    }
}

/// <summary>A page of a list of replies.</summary>
/// <param name="Count">The page size.</param>
/// <param name="Forward">Whether it is counted from the front (<c>first</c>) or from the back (<c>last</c>).</param>
/// <param name="From">The cursor to start behind, or to end in front of.</param>
internal abstract record PageDemand(int Count, bool Forward, Cursor? From) : TimelineDemand
{
    public override int Size => Count;

    /// <summary>The page, once the demand is met or could not be met further.</summary>
    public abstract ReplyPage PageIn(Timeline timeline);
}

/// <summary>A page of all replies at every depth.</summary>
internal sealed record FlatDemand(int Count, bool Forward, Cursor? From) : PageDemand(Count, Forward, From)
{
    public override int Rank => Forward ? 2 : 4;

    /// <summary>Whether replies to its messages are wanted, too, so that full pages are worth their while.</summary>
    public bool SeeksChildren { get; init; }

    public override ReplyChain ChainIn(Timeline timeline) =>
        timeline.Chain(new ChainStart(Forward, From?.Position), From?.Resume);

    public override int Missing(Timeline timeline)
    {
        if (IsInWhole(timeline))
        {
            return 0;
        }

        // IM says whether there is more. QChat does not, so one more than wanted is read (upstream.md 5.2).
        var chain = ChainIn(timeline);
        var isTold = chain.ReadTo is null ? timeline.Key is MessageThreadKey : chain.IsToldOfMore;
        var wanted = isTold ? Math.Max(Count, 1) : Count + 1;
        return chain.IsAtEnd || chain.IsCut || wanted <= chain.Messages.Count ? 0
            : SeeksChildren ? ReplyChain.MaxPageSize
            : wanted - chain.Messages.Count;
    }

    public override ReplyPage PageIn(Timeline timeline)
    {
        if (IsInWhole(timeline))
        {
            var whole = timeline.Whole!;
            return ReplyPage.Of([.. whole.Messages.Reverse()], whole, this, needed: Count);
        }

        var chain = ChainIn(timeline);
        return ReplyPage.Of(chain.Messages, chain, this, needed: chain.IsToldOfMore ? Count : Count + 1);
    }

    private bool IsInWhole(Timeline timeline) => !Forward && From is null && timeline.Whole is not null;
}

/// <summary>A page of the direct replies to one message. They may stand anywhere behind it.</summary>
internal sealed record ChildrenDemand(MessageKey Parent, int Count, bool Forward, Cursor? From)
    : PageDemand(Count, Forward, From)
{
    public override int Rank => Forward ? 0 : 3;

    private ReplyPosition ParentPosition => new(Parent.CreatedAtMs, Parent.MessageId);

    public override ReplyChain ChainIn(Timeline timeline)
    {
        if (!Forward)
        {
            return From is null && timeline.Whole is { } whole
                ? whole
                : timeline.Chain(new ChainStart(OldestFirst: false, From?.Position), From?.Resume);
        }

        if (From is not null)
        {
            return timeline.ChainThrough(From.Position)
                ?? timeline.Chain(new ChainStart(OldestFirst: true, From.Position), From.Resume);
        }

        return Parent.IsRoot
            ? timeline.Chain(new ChainStart(OldestFirst: true))
            : timeline.ChainThrough(ParentPosition)
                ?? timeline.TailBehind(ParentPosition)
                ?? timeline.Chain(new ChainStart(OldestFirst: true, ParentPosition, IsInclusive: true));
    }

    public override int Missing(Timeline timeline)
    {
        var chain = ChainIn(timeline);
        if (chain.IsAtEnd || chain.IsCut || HasPassedParent(chain))
        {
            return 0;
        }

        var children = Children(chain);
        return children.Count > Count && !(Parent.IsRoot && HasUnresolvedWithin(chain, children[Count]))
            ? 0
            : ReplyChain.MaxPageSize;
    }

    public override ReplyPage PageIn(Timeline timeline)
    {
        var chain = ChainIn(timeline);
        return ReplyPage.Of(Children(chain), chain, this, needed: Count + 1, HasPassedParent(chain));
    }

    private IReadOnlyList<Message> Children(ReplyChain chain)
    {
        var children = chain.Tree.ChildrenOf(Parent.MessageId);
        IReadOnlyList<Message> ordered = chain.Start.OldestFirst == Forward ? children : [.. children.Reverse()];
        return Forward && From is not null ? [.. ordered.SkipWhile(c => c.Position <= From.Position)] : ordered;
    }

    /// <summary>What is read newest first holds no more replies to a message once it has come to that message.</summary>
    private bool HasPassedParent(ReplyChain chain) =>
        !chain.Start.OldestFirst && !Parent.IsRoot && chain.ReadTo <= ParentPosition;

    /// <summary>A reply that may yet turn out to be an orphan may yet belong on this page.</summary>
    private static bool HasUnresolvedWithin(ReplyChain chain, Message last) => chain.Tree.Unresolved.Any(u =>
        chain.Start.OldestFirst ? u.Position < last.Position : u.Position > last.Position);
}
