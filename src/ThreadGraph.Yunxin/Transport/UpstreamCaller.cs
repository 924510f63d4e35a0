using System.Text.Json;
using ThreadGraph.Yunxin.Failures;
using ThreadGraph.Yunxin.Resilience;
using ThreadGraph.Yunxin.Signing;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>Brings one call to an answer: attempt by attempt, host by host.</summary>
internal sealed class UpstreamCaller(HttpExchange http, RequestSigner signer, CallPipeline pipeline)
{
    /// <summary>Makes the call; attempt n goes to host n, counted from 0 and round and round.</summary>
    internal Task<TAnswer> CallAsync<TAnswer>(UpstreamCall<TAnswer> call, CancellationToken cancellationToken)
    {
        var hosts = call.Endpoint.Hosts;
        return pipeline.ExecuteAsync(
            (attempt, token) => AttemptAsync(call, hosts[attempt % hosts.Length], token, cancellationToken),
            cancellationToken);
    }

    private async ValueTask<TAnswer> AttemptAsync<TAnswer>(
        UpstreamCall<TAnswer> call, UpstreamHost host, CancellationToken attemptToken, CancellationToken callerToken)
    {
        // The upstream drops what repeats a trace id, so a repeated read takes a new one (upstream.md 2.2, 14, 21).
        var traceId = Guid.NewGuid().ToString("N");
        try
        {
            return await ExchangeAsync(call, host, traceId, attemptToken);
        }
        catch (YunxinException failure)
        {
            call.Endpoint.Logger.AttemptFailed(call.Endpoint.Api, host.Index, traceId, failure);
            throw;
        }
        catch (OperationCanceledException) when (!callerToken.IsCancellationRequested)
        {
            call.Endpoint.Logger.AttemptTimedOut(call.Endpoint.Api, host.Index, traceId);
            throw;
        }
    }

    private async Task<TAnswer> ExchangeAsync<TAnswer>(
        UpstreamCall<TAnswer> call, UpstreamHost host, string traceId, CancellationToken cancellationToken)
    {
        var flag = call.FlagFor(host);
        using var request = call.CreateRequest(host, flag);
        request.Headers.TryAddWithoutValidation(call.Endpoint.TraceHeader, traceId);
        signer.Sign(request.Headers);
        using var body = await http.SendAsync(request, cancellationToken);
        return Read(call, body, host, flag);
    }

    private static TAnswer Read<TAnswer>(
        UpstreamCall<TAnswer> call, ResponseBody body, UpstreamHost host, bool flag)
    {
        try
        {
            return call.Read(body.Bytes, host, flag);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw LocalFailures.Malformed.ToException(TimeSpan.Zero);
        }
    }
}
