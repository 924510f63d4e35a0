using ThreadGraph.Yunxin.Failures;
using ThreadGraph.Yunxin.Transport;

namespace ThreadGraph.Yunxin.ThreadTalkHistory;

/// <summary><c>POST /qchat/queryThreadTalkHistory.action</c> (upstream.md 5).</summary>
internal sealed class ThreadTalkHistoryCall(ThreadTalkHistoryQuery query, UpstreamEndpoint endpoint)
    : PageCall(endpoint)
{
    internal override string Account => query.AccId;

    internal override DateTimeOffset? Deadline => query.Deadline;

    internal override bool OldestFirst => query.OldestFirst;

    internal override bool IsFirstPage => query.ExcludeMsgId is null;

    protected override long RootTimeMs => query.MsgTimeMs;

    internal override long RootId => query.MsgIdServer;

    internal override HttpRequestMessage CreateRequest(UpstreamHost host, bool oldestFirstFlag) =>
        Parameters(host.BaseUrl + "/qchat/queryThreadTalkHistory.action", oldestFirstFlag).ToForm();

    protected override ThreadPage ReadPage(ReadOnlySpan<byte> body, UpstreamHost host, bool oldestFirstFlag)
    {
        var answer = new ThreadTalkHistoryReader(body).Read();
        ThrowIfNoPage(answer);
        var messages = answer.Fields.Messages ?? [];
        if (messages.Exists(IsOutOfWindow))
        {
            throw LocalFailures.OutOfWindow.ToException(Endpoint.Options.BusyPause, answer.Code);
        }

        // Only a page that is not full is known to be the last (upstream.md 5.2).
        return ToPage(answer, hasMore: messages.Count >= query.Limit, nextToken: null);
    }

    // Paging goes by the window, both bounds included (upstream.md 5.2): a page from elsewhere leads round in a circle.
    private bool IsOutOfWindow(YunxinMessage message) =>
        message.CreateTimeMs < query.FromTimeMs || message.CreateTimeMs > query.ToTimeMs;

    private WireParameters Parameters(string url, bool oldestFirstFlag)
    {
        var parameters = WireParameters.Form(url);
        parameters.Add("serverId", query.ServerId);
        parameters.Add("channelId", query.ChannelId);
        parameters.Add("msgIdServer", query.MsgIdServer);
        parameters.Add("msgTime", query.MsgTimeMs);
        parameters.Add("accid", query.AccId);
        parameters.Add("fromTime", query.FromTimeMs);
        if (query.ToTimeMs is { } toTime)
        {
            parameters.Add("toTime", toTime);
        }

        parameters.Add("limit", query.Limit);
        if (query.ExcludeMsgId is { } anchor)
        {
            parameters.Add("excludeMsgId", anchor);
        }

        parameters.Add("reverse", oldestFirstFlag); // True means oldest first (upstream.md 5.1, S).
        return parameters;
    }
}
