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

/// <summary>Reads pages of threads of both kinds in an account's name.</summary>
internal sealed class ThreadSource(IYunxinClient client)
{
    /// <summary>Reads one page: one upstream call.</summary>
    /// <exception cref="YunxinException">The call failed.</exception>
    /// <remarks>
    /// The call is made outside of the request's own queue: signing, sending and reading JSON need no turn among the
    /// resolvers, so the pages of many threads are read on as many processors as there are.
    /// </remarks>
    public Task<ThreadPage> ReadAsync(
        ThreadKey thread, string account, PageRequest page, CancellationToken cancellationToken)
    {
        var queue = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return SendAsync(thread, account, page, cancellationToken);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(queue);
        }
    }

    private Task<ThreadPage> SendAsync(
        ThreadKey thread, string account, PageRequest page, CancellationToken cancellationToken) => thread switch
    {
        MessageThreadKey message => client.QueryThreadMessagesAsync(
            new ThreadMessagesQuery
            {
                ConversationType = message.ConversationType,
                SenderId = message.SenderId,
                ReceiverId = message.ReceiverId,
                MessageServerId = message.MessageId,
                MessageClientId = message.ClientMessageId,
                CreateTimeMs = message.CreatedAtMs,
                OperatorId = account,
                BeginTimeMs = page.BeginMs,
                EndTimeMs = page.EndMs,
                PageToken = page.Token,
                Limit = page.Limit,
                OldestFirst = page.OldestFirst,
            },
            cancellationToken),
        ChannelThreadKey channel => client.QueryThreadTalkHistoryAsync(
            new ThreadTalkHistoryQuery
            {
                ServerId = channel.QchatServerId,
                ChannelId = channel.ChannelId,
                MsgIdServer = channel.MessageId,
                MsgTimeMs = channel.CreatedAtMs,
                AccId = account,
                FromTimeMs = page.BeginMs,
                ToTimeMs = page.EndMs,
                ExcludeMsgId = page.Anchor,
                Limit = page.Limit,
                OldestFirst = page.OldestFirst,
            },
            cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(thread)),
    };
}
