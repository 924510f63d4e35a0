using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThreadGraph.Yunxin.Failures;
using ThreadGraph.Yunxin.Membership;
using ThreadGraph.Yunxin.Options;
using ThreadGraph.Yunxin.Quota;
using ThreadGraph.Yunxin.Resilience;
using ThreadGraph.Yunxin.Signing;
using ThreadGraph.Yunxin.Telemetry;
using ThreadGraph.Yunxin.ThreadMessages;
using ThreadGraph.Yunxin.ThreadTalkHistory;
using ThreadGraph.Yunxin.ThreadTalkMetadata;
using ThreadGraph.Yunxin.Transport;

namespace ThreadGraph.Yunxin;

/// <summary>The client: one for the whole process, as it remembers what it learns about the hosts.</summary>
internal sealed class YunxinClient : IYunxinClient, IYunxinMembershipClient
{
    /// <summary>The name of the HTTP client in the factory.</summary>
    internal const string HttpClientName = "ThreadGraph.Yunxin";

    // Replies of a page and roots of a batch alike (upstream.md 3.1, 5.1 and 11).
    private const int MaxLimit = 100;

    private const int MaxReadingsAgain = 2;

    private readonly UpstreamEndpoint _threadMessages;
    private readonly UpstreamEndpoint _threadTalkHistory;
    private readonly UpstreamEndpoint _threadTalkMeta;
    private readonly UpstreamEndpoint _singleMessage;
    private readonly UpstreamEndpoint _joinedTeams;
    private readonly UpstreamEndpoint _serverMembers;
    private readonly UpstreamCaller _caller;

    public YunxinClient(
        IHttpMessageHandlerFactory handlers,
        IMeterFactory meters,
        IOptions<YunxinOptions> options,
        TimeProvider time,
        ILogger<YunxinClient> logger)
    {
        var settings = options.Value;
        var messageHosts = new UpstreamHosts(settings.MessageApi, YunxinDefaults.MessageApi, settings, time);
        var qchatHosts = new UpstreamHosts(settings.QChatApi, YunxinDefaults.QChatApi, settings, time);
        _threadMessages = Endpoint("thread_messages", "X-custom-traceid", messageHosts);
        _threadTalkHistory = Endpoint("queryThreadTalkHistory", "RequestId", qchatHosts);
        _threadTalkMeta = Endpoint("batchQueryThreadTalkMeta", "RequestId", qchatHosts);
        _singleMessage = Endpoint("single_message", "X-custom-traceid", messageHosts);
        _joinedTeams = Endpoint("joined_teams", "X-custom-traceid", messageHosts);
        _serverMembers = Endpoint("getServerMemberListPage", "RequestId", qchatHosts);
        _caller = new UpstreamCaller(
            // Not an HttpClient: what it does beyond sending, time-outs and buffering, is done in the pipeline.
            new HttpExchange(new HttpMessageInvoker(handlers.CreateHandler(HttpClientName)), settings),
            new RequestSigner(settings, time),
            new CallPipeline(settings, time),
            new YunxinMetrics(
                meters,
                [_threadMessages, _threadTalkHistory, _threadTalkMeta, _singleMessage, _joinedTeams, _serverMembers]),
            time);

        UpstreamEndpoint Endpoint(string api, string traceHeader, UpstreamHosts hosts) => new(
            api,
            traceHeader,
            hosts,
            new CallBudget(settings, time, () => logger.BudgetExhausted(api)),
            settings,
            logger);
    }

    /// <inheritdoc/>
    public Task<ThreadPage> QueryThreadMessagesAsync(ThreadMessagesQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ThrowIfOutOfRange(query.Limit);
        return AskAsync(new ThreadMessagesCall(query, _threadMessages), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ThreadPage> QueryThreadTalkHistoryAsync(
        ThreadTalkHistoryQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ThrowIfOutOfRange(query.Limit);
        return AskAsync(new ThreadTalkHistoryCall(query, _threadTalkHistory), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ThreadTalkMeta>> QueryThreadTalkMetaAsync(
        ThreadTalkMetaQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ThrowIfOutOfRange(query.Messages.Count);
        return _caller.CallAsync(new ThreadTalkMetaCall(query, _threadTalkMeta), cancellationToken);
    }

    /// <inheritdoc/>
    public Task CheckTeamMemberAsync(TeamMemberQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _caller.CallAsync(new TeamMemberCall(query, _singleMessage), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<JoinedTeamsPage> QueryJoinedTeamsAsync(JoinedTeamsQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _caller.CallAsync(new JoinedTeamsCall(query, _joinedTeams), cancellationToken);
    }

    /// <inheritdoc/>
    public Task CheckServerMemberAsync(ServerMemberQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _caller.CallAsync(new ServerMemberCall(query, _serverMembers), cancellationToken);
    }

    // A page from the wrong end is of no use, so it is read again now that the host's ways are known (upstream.md 3.2);
    // and once more, should the host have come back to its word. Within a chain of IM the flag stays as it is, for the
    // direction must not turn there. What still comes from the wrong end would be taken for the thread's own order.
    private async Task<ThreadPage> AskAsync(PageCall call, CancellationToken cancellationToken)
    {
        var answer = await _caller.CallAsync(call, cancellationToken);
        for (var again = 0; answer.IsReversed && again < MaxReadingsAgain; again++)
        {
            answer = await _caller.CallAsync(call, cancellationToken);
        }

        return answer.IsReversed
            ? throw LocalFailures.WrongEnd.ToException(call.Endpoint.Options.BusyPause)
            : answer.Page;
    }

    private static void ThrowIfOutOfRange(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
    }
}
