using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThreadGraph.Yunxin.Options;
using ThreadGraph.Yunxin.Resilience;
using ThreadGraph.Yunxin.Signing;
using ThreadGraph.Yunxin.ThreadMessages;
using ThreadGraph.Yunxin.ThreadTalkHistory;
using ThreadGraph.Yunxin.Transport;

namespace ThreadGraph.Yunxin;

/// <summary>The client: one for the whole process, as it remembers what it learns about the hosts.</summary>
internal sealed class YunxinClient : IYunxinClient
{
    /// <summary>The name of the HTTP client in the factory.</summary>
    internal const string HttpClientName = "ThreadGraph.Yunxin";

    // upstream.md 3.1 and 5.1, S.
    private const int MaxLimit = 100;

    private readonly YunxinOptions _options;
    private readonly UpstreamHost[] _messageHosts;
    private readonly UpstreamHost[] _qchatHosts;
    private readonly UpstreamCaller _caller;

    public YunxinClient(
        IHttpClientFactory http, IOptions<YunxinOptions> options, TimeProvider time, ILogger<YunxinClient> logger)
    {
        _options = options.Value;
        _messageHosts = UpstreamHost.List(_options.MessageApi, YunxinDefaults.MessageApi);
        _qchatHosts = UpstreamHost.List(_options.QChatApi, YunxinDefaults.QChatApi);
        _caller = new UpstreamCaller(
            new HttpExchange(http.CreateClient(HttpClientName), _options),
            new RequestSigner(_options, time),
            new CallPipeline(_options, time),
            logger);
    }

    /// <inheritdoc/>
    public Task<ThreadPage> QueryThreadMessagesAsync(ThreadMessagesQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ThrowIfOutOfRange(query.Limit);
        return AskAsync(new ThreadMessagesCall(query, _options), _messageHosts, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ThreadPage> QueryThreadTalkHistoryAsync(
        ThreadTalkHistoryQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ThrowIfOutOfRange(query.Limit);
        return AskAsync(new ThreadTalkHistoryCall(query, _options), _qchatHosts, cancellationToken);
    }

    // A first page from the wrong end is of no use, so it is read once more now that the host's ways are known
    // (upstream.md 3.2). A later page is taken as it is: the direction must not turn within a chain.
    private async Task<ThreadPage> AskAsync(
        UpstreamCall call, UpstreamHost[] hosts, CancellationToken cancellationToken)
    {
        var answer = await _caller.CallAsync(call, hosts, cancellationToken);
        if (answer.IsReversed && call.IsFirstPage)
        {
            answer = await _caller.CallAsync(call, hosts, cancellationToken);
        }

        return answer.Page;
    }

    private static void ThrowIfOutOfRange(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
    }
}
