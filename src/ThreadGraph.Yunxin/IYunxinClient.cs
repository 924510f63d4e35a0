namespace ThreadGraph.Yunxin;

/// <summary>Reads the reply threads that Yunxin keeps, one page at a time.</summary>
/// <remarks>
/// All methods fail with a <see cref="YunxinException"/> and nothing else, except that a cancelled token surfaces as
/// <see cref="OperationCanceledException"/> and a limit out of range as <see cref="ArgumentOutOfRangeException"/>.
/// None checks whether the asking account may read the thread: the upstream does not promise to (upstream.md 3.3).
/// </remarks>
public interface IYunxinClient
{
    /// <summary>Reads a page of the replies to a one-to-one, team or super-team message (upstream.md 3).</summary>
    /// <param name="query">The root, the window, the order and the page.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The replies in the order received; sort them by time and server id before relying on it.</returns>
    /// <exception cref="YunxinException">The page could not be had; the failure says why.</exception>
    Task<ThreadPage> QueryThreadMessagesAsync(ThreadMessagesQuery query, CancellationToken cancellationToken);

    /// <summary>Reads a page of the replies to a QChat channel message (upstream.md 5).</summary>
    /// <param name="query">The root, the window, the order and the anchor.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The replies in the order received; sort them by time and server id before relying on it.</returns>
    /// <exception cref="YunxinException">The page could not be had; the failure says why.</exception>
    Task<ThreadPage> QueryThreadTalkHistoryAsync(ThreadTalkHistoryQuery query, CancellationToken cancellationToken);

    /// <summary>Reads how many replies each of some QChat messages of one channel has (upstream.md 11).</summary>
    /// <param name="query">The channel and 1 to 100 messages of it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One entry for each message that the upstream knows, in the upstream's order.</returns>
    /// <exception cref="YunxinException">The figures could not be had; the failure says why.</exception>
    Task<IReadOnlyList<ThreadTalkMeta>> QueryThreadTalkMetaAsync(
        ThreadTalkMetaQuery query, CancellationToken cancellationToken);
}
