using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>A page of replies, oldest first, with the cursors of its ends.</summary>
/// <param name="Messages">The replies.</param>
/// <param name="HasNext">Whether there is more behind them.</param>
/// <param name="HasPrevious">Whether there is more in front of them.</param>
/// <param name="StoppedStart">Where reading was cut short in front of them.</param>
/// <param name="StoppedEnd">Where reading was cut short behind them.</param>
/// <param name="Failure">The call that kept the page from being whole.</param>
internal sealed record ReplyPage(
    IReadOnlyList<Message> Messages,
    bool HasNext,
    bool HasPrevious,
    Cursor? StoppedStart,
    Cursor? StoppedEnd,
    YunxinException? Failure)
{
    /// <summary>Where to go on in front of them: what is there is likely to be read newest first.</summary>
    public Cursor? Start => StoppedStart ?? (Messages.Count == 0 ? null : CursorOf(Messages[0], oldestFirst: false));

    /// <summary>Where to go on behind them: what is there is likely to be read oldest first.</summary>
    public Cursor? End => StoppedEnd ?? (Messages.Count == 0 ? null : CursorOf(Messages[^1], oldestFirst: true));

    /// <summary>Cuts a page from what was found.</summary>
    /// <param name="timeline">Where it was found.</param>
    /// <param name="range">The page that is wanted.</param>
    /// <param name="found">What was found.</param>
    /// <param name="isOpen">Whether there is more than what was read.</param>
    /// <param name="missing">What could not be read although the page needs it.</param>
    public static ReplyPage Of(
        Timeline timeline, PageRange range, in ReplySlice found, bool isOpen, Reading? missing)
    {
        var taken = found.Take(range.Count);
        var hasMore = found.Count > range.Count || isOpen || range.Far is not null;
        var hasFewer = range.Near is not null;

        // Where reading was cut short of a full page, the next request goes on from where it stopped.
        var stopped = missing is null || found.Count > range.Count ? null : StopOf(timeline, missing.Value, range);
        var failure = missing is { } reading ? timeline.FailureAt(reading) : null;
        return range.Forward
            ? new ReplyPage(taken, hasMore, hasFewer, StoppedStart: null, stopped, failure)
            : new ReplyPage(taken, hasFewer, hasMore, stopped, StoppedEnd: null, failure);
    }

    private static Cursor CursorOf(Message message, bool oldestFirst) =>
        message.Timeline.CursorOf(message.Position, oldestFirst);

    private static Cursor? StopOf(Timeline timeline, Reading missing, PageRange range)
    {
        if (timeline.SegmentAt(missing.Start.Bound) is not { } segment || segment.From == segment.To)
        {
            return range.Near;
        }

        return timeline.CursorOf(range.Forward ? segment.To.Previous : segment.From, range.Forward);
    }
}
