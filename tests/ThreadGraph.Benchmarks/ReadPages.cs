using System.Collections.Concurrent;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Benchmarks;

/// <summary>Reads each page of an IM thread once and gives it out from then on: reading is measured elsewhere.</summary>
internal sealed class ReadPages(IYunxinClient client) : IYunxinClient
{
    private readonly ConcurrentDictionary<(long Root, string? Token, int Limit, bool OldestFirst), Task<ThreadPage>>
        _pages = new();

    public Task<ThreadPage> QueryThreadMessagesAsync(ThreadMessagesQuery query, CancellationToken cancellationToken)
    {
        var key = (query.MessageServerId, query.PageToken, query.Limit, query.OldestFirst);
        return _pages.TryGetValue(key, out var page)
            ? page
            : _pages[key] = client.QueryThreadMessagesAsync(query, CancellationToken.None);
    }

    public Task<ThreadPage> QueryThreadTalkHistoryAsync(
        ThreadTalkHistoryQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ThreadTalkMeta>> QueryThreadTalkMetaAsync(
        ThreadTalkMetaQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();
}
