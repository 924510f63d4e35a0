using System.Text.Json;
using Microsoft.Extensions.Logging;
using ThreadGraph.Yunxin.Failures;
using ThreadGraph.Yunxin.Resilience;
using ThreadGraph.Yunxin.Signing;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>Brings one call to an answer: attempt by attempt, host by host.</summary>
internal sealed class UpstreamCaller(
    HttpExchange http, RequestSigner signer, CallPipeline pipeline, ILogger logger)
{
    /// <summary>Makes the call; attempt n goes to host n, counted from 0 and round and round.</summary>
    internal Task<UpstreamAnswer> CallAsync(
        UpstreamCall call, UpstreamHost[] hosts, CancellationToken cancellationToken) =>
        pipeline.ExecuteAsync(
            (attempt, token) => AttemptAsync(call, hosts[attempt % hosts.Length], token, cancellationToken),
            cancellationToken);

    private async ValueTask<UpstreamAnswer> AttemptAsync(
        UpstreamCall call, UpstreamHost host, CancellationToken attemptToken, CancellationToken callerToken)
    {
        // The upstream drops what repeats a trace id, so a repeated read takes a new one (upstream.md 2.2, 14, 21).
        var traceId = Guid.NewGuid().ToString("N");
        try
        {
            return await ExchangeAsync(call, host, traceId, attemptToken);
        }
        catch (YunxinException failure)
        {
            logger.AttemptFailed(call.Api, host.Index, traceId, failure);
            throw;
        }
        catch (OperationCanceledException) when (!callerToken.IsCancellationRequested)
        {
            logger.AttemptTimedOut(call.Api, host.Index, traceId);
            throw;
        }
    }

    private async Task<UpstreamAnswer> ExchangeAsync(
        UpstreamCall call, UpstreamHost host, string traceId, CancellationToken cancellationToken)
    {
        var flag = call.FlagFor(host);
        using var request = call.CreateRequest(host, flag);
        request.Headers.TryAddWithoutValidation(call.TraceHeader, traceId);
        signer.Sign(request.Headers);
        using var body = await http.SendAsync(request, cancellationToken);
        var page = Read(call, body, flag);
        return new(page, CheckOrder(call, host, flag, page));
    }

    private static ThreadPage Read(UpstreamCall call, ResponseBody body, bool flag)
    {
        try
        {
            return call.ReadPage(body.Bytes, flag);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw LocalFailures.Malformed.ToException(TimeSpan.Zero);
        }
    }

    private bool CheckOrder(UpstreamCall call, UpstreamHost host, bool flag, ThreadPage page)
    {
        if (PageOrder.IsOldestFirst(page.Messages) is not { } oldestFirst)
        {
            return false;
        }

        if (host.Remember(isInverted: oldestFirst != flag))
        {
            logger.OrderInverted(call.Api, host.Index);
        }

        return oldestFirst != call.OldestFirst;
    }
}
