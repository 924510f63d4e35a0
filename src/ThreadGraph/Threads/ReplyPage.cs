using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>A page of replies, oldest first, with the cursors of its ends.</summary>
/// <param name="Messages">The replies.</param>
/// <param name="Chain">Where they were found.</param>
/// <param name="HasNext">Whether there is more behind them.</param>
/// <param name="HasPrevious">Whether there is more in front of them.</param>
/// <param name="Start">Where to go on in front of them.</param>
/// <param name="End">Where to go on behind them.</param>
/// <param name="Failure">The call that kept the page from being whole.</param>
internal sealed record ReplyPage(
    IReadOnlyList<Message> Messages,
    ReplyChain Chain,
    bool HasNext,
    bool HasPrevious,
    Cursor? Start,
    Cursor? End,
    YunxinException? Failure)
{
    /// <summary>Cuts a page from what was found.</summary>
    /// <param name="found">What was found, in the order of reading.</param>
    /// <param name="chain">Where it was found.</param>
    /// <param name="demand">The page that is wanted.</param>
    /// <param name="needed">How many must be found for the page to be whole.</param>
    /// <param name="isExhausted">Whether nothing more can be found although the chain goes on.</param>
    public static ReplyPage Of(
        IReadOnlyList<Message> found, ReplyChain chain, PageDemand demand, int needed, bool isExhausted = false)
    {
        var taken = found.Take(demand.Count).ToArray();
        var isOpen = !chain.IsAtEnd && !isExhausted;
        var hasMore = found.Count > demand.Count || isOpen;

        // Where reading was cut short of a full page, the next request goes on from where it stopped.
        var isShort = isOpen && chain.IsCut && found.Count < needed;
        var stopped = isShort ? chain.ResumeCursor() ?? demand.From : null;
        var far = stopped ?? (taken.Length > 0 ? chain.CursorOf(taken[^1]) : null);
        var near = taken.Length > 0 ? chain.CursorOf(taken[0]) : null;
        var failure = isShort ? chain.Failure : null;
        if (demand.Forward)
        {
            return new ReplyPage(taken, chain, hasMore, demand.From is not null, near, far, failure);
        }

        Array.Reverse(taken);
        return new ReplyPage(taken, chain, demand.From is not null, hasMore, far, near, failure);
    }
}
