using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>A page of replies, oldest first, with the cursors of its ends.</summary>
internal sealed record ReplyPage(
    IReadOnlyList<Message> Messages,
    ReplyChain Chain,
    bool HasNext,
    bool HasPrevious,
    Cursor? Start,
    Cursor? End)
{
    /// <summary>The call that kept the page from being complete.</summary>
    public YunxinException? Failure => Chain.Failure;

    /// <summary>Cuts a page from what was found.</summary>
    /// <param name="found">What was found, in the order of reading.</param>
    /// <param name="chain">Where it was found.</param>
    /// <param name="demand">The page that is wanted.</param>
    /// <param name="isExhausted">Whether nothing more can be found although the chain goes on.</param>
    public static ReplyPage Of(
        IReadOnlyList<Message> found, ReplyChain chain, PageDemand demand, bool isExhausted = false)
    {
        var taken = found.Take(demand.Count).ToArray();
        var isOpen = !chain.IsAtEnd && !isExhausted;
        var hasMore = found.Count > demand.Count || isOpen;

        // Where reading was cut short of a full page, the next request goes on from where it stopped.
        var stopped = isOpen && chain.IsCut && found.Count <= demand.Count ? chain.ResumeCursor() : null;
        var far = stopped ?? (taken.Length > 0 ? chain.CursorOf(taken[^1]) : null);
        var near = taken.Length > 0 ? chain.CursorOf(taken[0]) : null;
        if (demand.Forward)
        {
            return new ReplyPage(taken, chain, hasMore, demand.From is not null, near, far);
        }

        Array.Reverse(taken);
        return new ReplyPage(taken, chain, demand.From is not null, hasMore, far, near);
    }
}
