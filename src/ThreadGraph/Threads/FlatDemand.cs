using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>A page of all replies at every depth.</summary>
internal sealed record FlatDemand(PageRange Range) : PageDemand(Range)
{
    /// <summary>Whether replies to its messages are wanted, too.</summary>
    public bool SeeksChildren { get; init; }

    private ChainStart Start => Range.Start(Range.From);

    public override Reading? Next(Timeline timeline)
    {
        if (Range.IsEmpty)
        {
            return HeadDemand.Instance.Next(timeline);
        }

        var segment = timeline.SegmentAt(Start.Bound);
        var found = Found(segment).Count;
        var missing = Wanted(timeline, segment, found) - found;
        return missing <= 0 || HasReached(segment)
            ? null
            // Replies to the page's messages stand behind them: full pages are worth their while.
            : SeeksChildren ? new Reading(Start.Unlimited, ReplyChain.MaxPageSize, Range.Near?.Resume)
            : new Reading(Start, segment is not null && timeline.Messages.HidesSome ? ReplyChain.MaxPageSize : missing, Range.Near?.Resume);
    }

    /// <inheritdoc />
    public override PageDemand For(bool seeksChildren) =>
        seeksChildren == SeeksChildren ? this : this with { SeeksChildren = seeksChildren };

    public override ReplyPage PageIn(Timeline timeline)
    {
        var segment = timeline.SegmentAt(Start.Bound);
        return ReplyPage.Of(timeline, Range, Found(segment), isOpen: !HasReached(segment), missing: Next(timeline));
    }

    private ReplySlice Found(ReplySegment? segment) =>
        segment is null ? default : new ReplySlice(segment.Messages, Range, Range.From, Range.To);

    private bool HasReached(ReplySegment? segment) =>
        Range.IsEmpty || (Range.Forward ? segment?.To >= Range.To : segment?.From <= Range.From);

    /// <summary>
    /// One more than the page holds says whether there is more. Where the upstream says that itself, the page is enough; what
    /// it says does not count what this account may not see, which only teams have, nor stop at a cursor.
    /// </summary>
    private int Wanted(Timeline timeline, ReplySegment? segment, int found)
    {
        var isFull = Range.Count >= ReplyChain.MaxPageSize;
        var hidesSome = timeline.Key is MessageThreadKey { ConversationType: not YunxinConversationType.P2P } && !isFull;
        var stopsAtCursor = Range.Far is not null;
        var isTold = segment?.ChainAt(Range.Forward) is { } chain
            ? chain.IsToldOfMore || (found < Range.Count && chain.TellsOfMore)
            : timeline.Key is MessageThreadKey || Start.IsWhole || Range.Near?.Resume?.Passed is not null;
        return isTold && !hidesSome && !stopsAtCursor ? Math.Max(Range.Count, 1) : Range.Count + 1;
    }
}
