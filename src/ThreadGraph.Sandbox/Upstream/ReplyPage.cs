using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>One page of replies, in the order in which they are sent.</summary>
/// <param name="Replies">The replies of the page.</param>
/// <param name="HasMore">Whether the window holds more behind them.</param>
internal sealed record ReplyPage(StoredMessage[] Replies, bool HasMore)
{
    public StoredMessage? Last => Replies.Length == 0 ? null : Replies[^1];

    /// <summary>Takes the first <paramref name="limit"/> replies of a range, from its old or its new end.</summary>
    /// <param name="all">Sorted by time, then server ID.</param>
    /// <param name="low">The range's first index.</param>
    /// <param name="high">The index behind its last; may lie before <paramref name="low"/>: an empty range.</param>
    /// <param name="oldestFirst">Which end to start from.</param>
    /// <param name="limit">The most replies to take.</param>
    public static ReplyPage Cut(StoredMessage[] all, int low, int high, bool oldestFirst, int limit)
    {
        var available = Math.Max(0, high - low);
        var count = Math.Min(limit, available);
        var page = oldestFirst ? all[low..(low + count)] : all[(high - count)..high];
        if (!oldestFirst)
        {
            Array.Reverse(page);
        }

        return new ReplyPage(page, HasMore: count < available);
    }
}
