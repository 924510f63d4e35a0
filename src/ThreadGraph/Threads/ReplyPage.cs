using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>A page of replies, oldest first, with the cursors of its ends.</summary>
/// <param name="Messages">The replies.</param>
/// <param name="HasNext">Whether there is more behind them.</param>
/// <param name="HasPrevious">Whether there is more in front of them.</param>
/// <param name="Start">Where to go on in front of them.</param>
/// <param name="End">Where to go on behind them.</param>
/// <param name="Failure">The call that kept the page from being whole.</param>
internal sealed record ReplyPage(
    IReadOnlyList<Message> Messages,
    bool HasNext,
    bool HasPrevious,
    Cursor? Start,
    Cursor? End,
    YunxinException? Failure)
{
    /// <summary>Up to one more of a list's messages than a page holds, in the order in which the page is counted.</summary>
    /// <param name="list">The list.</param>
    /// <param name="range">The page that is wanted.</param>
    /// <param name="from">The first place to take from.</param>
    /// <param name="to">The place behind the last one.</param>
    public static IReadOnlyList<Message> Slice(ReplyList list, PageRange range, ReplyPosition from, ReplyPosition to)
    {
        var (first, end) = (list.IndexOf(from), list.IndexOf(to));
        var count = Math.Min(range.Count + 1, end - first);
        if (count <= 0)
        {
            return [];
        }

        var found = new Message[count];
        for (var i = 0; i < count; i++)
        {
            found[i] = range.Forward ? list[first + i] : list[end - 1 - i];
        }

        return found;
    }

    /// <summary>Cuts a page from what was found.</summary>
    /// <param name="timeline">Where it was found.</param>
    /// <param name="range">The page that is wanted.</param>
    /// <param name="found">What was found, in the order in which the page is counted.</param>
    /// <param name="isOpen">Whether there is more than what was read.</param>
    /// <param name="missing">What could not be read although the page needs it.</param>
    public static ReplyPage Of(
        Timeline timeline, PageRange range, IReadOnlyList<Message> found, bool isOpen, Reading? missing)
    {
        var taken = found.Take(range.Count).ToArray();
        var hasMore = found.Count > range.Count || isOpen || range.Far is not null;
        var hasFewer = range.Near is not null;

        // Where reading was cut short of a full page, the next request goes on from where it stopped.
        var stopped = missing is null || found.Count > range.Count ? null : StopOf(timeline, missing.Value, range);
        var far = stopped ?? CursorOf(timeline, taken.LastOrDefault(), range.Forward);
        var near = CursorOf(timeline, taken.FirstOrDefault(), !range.Forward);
        var failure = missing is { } reading ? timeline.FailureAt(reading) : null;
        if (range.Forward)
        {
            return new ReplyPage(taken, hasMore, hasFewer, near, far, failure);
        }

        Array.Reverse(taken);
        return new ReplyPage(taken, hasFewer, hasMore, far, near, failure);
    }

    private static Cursor? CursorOf(Timeline timeline, Message? message, bool oldestFirst) =>
        message is null ? null : timeline.CursorOf(message.Position, oldestFirst);

    private static Cursor? StopOf(Timeline timeline, Reading missing, PageRange range)
    {
        if (timeline.SegmentAt(missing.Start.Bound) is not { } segment || segment.From == segment.To)
        {
            return range.Near;
        }

        return timeline.CursorOf(range.Forward ? segment.To.Previous : segment.From, range.Forward);
    }
}
