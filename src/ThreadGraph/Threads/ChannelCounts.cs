using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>Counts the replies of many threads of one QChat channel in one call (upstream.md 11).</summary>
/// <remarks>
/// It only spares calls: a thread that it does not count is read. A single one is, too, since a page costs no more. So a
/// stand-in that has no such endpoint serves as well.
/// </remarks>
internal sealed class ChannelCounts(IYunxinClient client)
{
    /// <summary>The most roots that one call takes (upstream.md 11).</summary>
    private const int MaxRoots = 100;

    /// <summary>Counts those of some threads that share a channel and of which nothing is known yet.</summary>
    public Task CountAsync(
        IEnumerable<Timeline> timelines, string account, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var calls = timelines
            .Where(static t => t is { Key: ChannelThreadKey, IsCounted: false })
            .GroupBy(static t => (ChannelThreadKey)t.Key with { MessageId = 0, CreatedAtMs = 0 })
            .SelectMany(static channel => channel.Chunk(MaxRoots))
            .Where(static chunk => chunk.Length > 1)
            .Select(chunk => CountAsync(chunk, Query(chunk, account, deadline), cancellationToken));
        return Task.WhenAll(calls);
    }

    private async Task CountAsync(Timeline[] timelines, ThreadTalkMetaQuery query, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var count in await AskAsync(query, cancellationToken))
            {
                Array.Find(timelines, t => t.Key.MessageId == count.MsgIdServer)?.Count(count.Total, count.LastReplyTimeMs);
            }
        }
        catch (YunxinException)
        {
            // Reading each thread says what is wrong with it, and gets on where only this call is refused.
        }
    }

    private Task<IReadOnlyList<ThreadTalkMeta>> AskAsync(ThreadTalkMetaQuery query, CancellationToken cancellationToken)
    {
        using var outside = OutsideOfQueue.Enter();
        return client.QueryThreadTalkMetaAsync(query, cancellationToken);
    }

    private static ThreadTalkMetaQuery Query(Timeline[] timelines, string account, DateTimeOffset deadline)
    {
        var channel = (ChannelThreadKey)timelines[0].Key;
        return new ThreadTalkMetaQuery
        {
            ServerId = channel.QchatServerId,
            ChannelId = channel.ChannelId,
            AccId = account,
            Messages = [.. timelines.Select(static t => new ThreadTalkRoot(t.Key.MessageId, t.Key.CreatedAtMs))],
            Deadline = deadline,
        };
    }
}
