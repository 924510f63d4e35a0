namespace ThreadGraph.Threads;

/// <summary>A page of the direct replies to one message. They may stand anywhere behind it.</summary>
internal sealed record ChildrenDemand(MessageKey Parent, PageRange Range) : PageDemand(Range)
{
    /// <summary>The first place where a reply may stand.</summary>
    private ReplyPosition From => Parent.IsRoot
        ? Range.From
        : ReplyPosition.Later(Range.From, new ReplyPosition(Parent.CreatedAtMs, Parent.MessageId));

    private ChainStart Start => Range.Start(From);

    /// <summary>
    /// Where to read from, and no less than full pages, for the replies to the replies may stand anywhere behind. What lies in
    /// front of a cursor tells the root's orphans from others; where it fits on a page, it comes at no further call.
    /// </summary>
    private Reading FirstReading(Timeline timeline)
    {
        var isNearBeginning = Range.Near is { Index: <= ReplyChain.MaxPageSize }
            && timeline.MaxScan >= 2 * ReplyChain.MaxPageSize
            && (Parent.IsRoot || !Range.Forward);
        var resume = From == Range.From || !Range.Forward ? Range.Near?.Resume : null;
        return isNearBeginning
            ? new Reading(ChainStart.Oldest, ReplyChain.MaxPageSize)
            : new Reading(Start.Unlimited, ReplyChain.MaxPageSize, resume);
    }

    public override Reading? Next(Timeline timeline)
    {
        if (Range.IsEmpty)
        {
            return HeadDemand.Instance.Next(timeline);
        }

        var segment = timeline.SegmentAt(Start.Bound);
        var found = Found(timeline, segment);
        return Missing(timeline, segment, found) ?? MissingParents(timeline, segment, found);
    }

    public override ReplyPage PageIn(Timeline timeline)
    {
        var segment = timeline.SegmentAt(Start.Bound);
        var found = Found(timeline, segment);
        var missing = Missing(timeline, segment, found);
        var page = ReplyPage.Of(timeline, Range, found, isOpen: !HasReached(segment), missing);
        return missing is null && MissingParents(timeline, segment, found) is { } parents
            ? page with { Failure = timeline.FailureAt(parents) }
            : page;
    }

    public override CursorScope ScopeIn(ThreadKey thread) => CursorScope.Replies(Parent);

    private Reading? Missing(Timeline timeline, ReplySegment? segment, in ReplySlice found) =>
        HasReached(segment) || found.Count > Range.Count ? null
        : segment is null ? FirstReading(timeline)
        : new Reading(Start.Unlimited, ReplyChain.MaxPageSize);

    /// <summary>
    /// A reply within the page whose parent was not met may be an orphan, and belong on it: the parent's place has to be
    /// read, too.
    /// </summary>
    private Reading? MissingParents(Timeline timeline, ReplySegment? segment, in ReplySlice found)
    {
        if (!Parent.IsRoot || segment is null)
        {
            return null;
        }

        var last = found.Count > Range.Count ? found[Math.Max(Range.Count - 1, 0)].Position : (ReplyPosition?)null;
        var (from, to) = Range.Forward
            ? (ReplyPosition.Later(From, segment.From), last ?? ReplyPosition.Earlier(Range.To, segment.To))
            : (last ?? ReplyPosition.Later(From, segment.From), ReplyPosition.Earlier(Range.To, segment.To));
        return timeline.Tree.FirstAwaited(from, to) is not { } parent ? null
            : parent.From < segment.From
                ? new Reading(new ChainStart(false, segment.From, ReplyPosition.Beginning), ReplyChain.MaxPageSize)
                : new Reading(new ChainStart(true, segment.To, ReplyPosition.End), ReplyChain.MaxPageSize);
    }

    private ReplySlice Found(Timeline timeline, ReplySegment? segment) => segment is null ? default : new ReplySlice(
        timeline.Tree.ChildrenOf(Parent),
        Range,
        ReplyPosition.Later(From, segment.From),
        ReplyPosition.Earlier(Range.To, segment.To));

    private bool HasReached(ReplySegment? segment) =>
        Range.IsEmpty || (Range.Forward ? segment?.To >= Range.To : segment?.From <= From);
}
