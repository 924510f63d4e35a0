using System.Collections.Concurrent;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>What to ask the upstream for: a part of a thread, in one direction.</summary>
/// <param name="OldestFirst">The order of reading.</param>
/// <param name="BeginMs">From, in Unix milliseconds, inclusive.</param>
/// <param name="EndMs">To, in Unix milliseconds, inclusive.</param>
/// <param name="Token">IM: the page before's token. QChat has none.</param>
/// <param name="Anchor">QChat: the server ID of the last message read. IM has none.</param>
/// <param name="Limit">The most replies to answer with, 1 to 100.</param>
internal sealed record PageRequest(
    bool OldestFirst, long BeginMs, long EndMs, string? Token, long? Anchor, int Limit);

/// <summary>A part of a thread as one account sees it.</summary>
internal readonly record struct PageQuery(ThreadKey Thread, string Account, PageRequest Request)
{
    /// <summary>What it asks for, whatever its size: a larger page in flight serves who wants a smaller one.</summary>
    public PageKey Key =>
        new(Thread, Account, Request.OldestFirst, Request.BeginMs, Request.EndMs, Request.Token, Request.Anchor);
}

/// <summary>Tells pages apart: those of the same key are one call, if asked for at the same time.</summary>
internal readonly record struct PageKey(
    ThreadKey Thread, string Account, bool OldestFirst, long BeginMs, long EndMs, string? Token, long? Anchor);

/// <summary>Reads pages of threads of both kinds in an account's name; equal ones in flight at the same time are one call.</summary>
internal sealed class ThreadSource(IYunxinClient client, RecentPages recent, ReadingMetrics metrics, TimeProvider time)
{
    private readonly ConcurrentDictionary<PageKey, SharedPage> _inFlight = new();

    /// <summary>Reads one page: one upstream call, unless it is being read.</summary>
    /// <param name="query">The page.</param>
    /// <param name="most">The most replies to answer with where somebody is reading a larger page.</param>
    /// <param name="before">The page that was read before this one, of the same thread.</param>
    /// <param name="deadline">When it has to be there.</param>
    /// <param name="cancellationToken">Ends the waiting, and the call if nobody else waits.</param>
    /// <exception cref="YunxinException">The call failed.</exception>
    public Task<SharedPage> ReadAsync(
        PageQuery query, int most, SharedPage? before, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        recent.Sweep();
        var key = query.Key;
        var pages = before?.Following ?? _inFlight;
        var mine = new SharedPage(query.Request);
        var page = pages.GetOrAdd(key, mine);
        if (page != mine)
        {
            if (page.Request.Limit >= query.Request.Limit && page.Request.Limit <= most && page.TryEnter())
            {
                metrics.Shared();
                return page.WaitAsync(cancellationToken);
            }

            pages[key] = mine;
        }

        using (OutsideOfQueue.Enter())
        {
            _ = RunAsync(mine, query, deadline, pages);
        }

        return mine.WaitAsync(cancellationToken);
    }

    private async Task RunAsync(
        SharedPage mine, PageQuery query, DateTimeOffset deadline, ConcurrentDictionary<PageKey, SharedPage> pages)
    {
        try
        {
            var page = await SendAsync(query, deadline, mine.GivenUp);
            var readAt = time.GetUtcNow();
            End(query.Key, mine, isRead: true, pages);
            mine.Complete(page, readAt);
        }
        catch (Exception exception)
        {
            End(query.Key, mine, isRead: false, pages);
            mine.Fail(exception);
        }
    }

    /// <summary>Comes before any waiter is told: who comes after those must not find this page.</summary>
    private void End(PageKey key, SharedPage page, bool isRead, ConcurrentDictionary<PageKey, SharedPage> pages)
    {
        // What follows a page stays with it, for those who share it.
        if (pages == _inFlight || recent.IsOn)
        {
            recent.Keep(pages, key, page, isRead);
        }
    }

    private Task<ThreadPage> SendAsync(PageQuery query, DateTimeOffset deadline, CancellationToken cancellationToken) =>
        query.Thread switch
        {
            MessageThreadKey thread => client.QueryThreadMessagesAsync(Query(thread, query, deadline), cancellationToken),
            ChannelThreadKey thread => client.QueryThreadTalkHistoryAsync(Query(thread, query, deadline), cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(query)),
        };

    private static ThreadMessagesQuery Query(MessageThreadKey thread, PageQuery query, DateTimeOffset deadline) => new()
    {
        ConversationType = thread.ConversationType,
        SenderId = thread.SenderId,
        ReceiverId = thread.ReceiverId,
        MessageServerId = thread.MessageId,
        MessageClientId = thread.ClientMessageId,
        CreateTimeMs = thread.CreatedAtMs,
        OperatorId = query.Account,
        BeginTimeMs = query.Request.BeginMs,
        EndTimeMs = query.Request.EndMs,
        PageToken = query.Request.Token,
        Limit = query.Request.Limit,
        OldestFirst = query.Request.OldestFirst,
        Deadline = deadline,
    };

    private static ThreadTalkHistoryQuery Query(ChannelThreadKey thread, PageQuery query, DateTimeOffset deadline) => new()
    {
        ServerId = thread.QchatServerId,
        ChannelId = thread.ChannelId,
        MsgIdServer = thread.MessageId,
        MsgTimeMs = thread.CreatedAtMs,
        AccId = query.Account,
        FromTimeMs = query.Request.BeginMs,
        ToTimeMs = query.Request.EndMs,
        ExcludeMsgId = query.Request.Anchor,
        Limit = query.Request.Limit,
        OldestFirst = query.Request.OldestFirst,
        Deadline = deadline,
    };
}
