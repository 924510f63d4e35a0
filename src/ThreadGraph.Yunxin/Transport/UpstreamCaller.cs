using System.Diagnostics;
using System.Text.Json;
using Polly;
using ThreadGraph.Yunxin.Failures;
using ThreadGraph.Yunxin.Resilience;
using ThreadGraph.Yunxin.Signing;
using ThreadGraph.Yunxin.Telemetry;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>Brings one call to an answer: attempt by attempt, host by host.</summary>
internal sealed class UpstreamCaller(
    HttpExchange http, RequestSigner signer, CallPipeline pipeline, YunxinMetrics metrics, TimeProvider time)
{
    private TimeProvider Time { get; } = time;

    /// <summary>Makes the call.</summary>
    internal async Task<TAnswer> CallAsync<TAnswer>(UpstreamCall<TAnswer> call, CancellationToken cancellationToken)
        where TAnswer : notnull
    {
        cancellationToken.ThrowIfCancellationRequested();
        var run = new Run(this, call);
        var context = CallPipeline.Begin(run, cancellationToken);
        try
        {
            var first = await AttemptAsync(run, context);
            var outcome = await pipeline.RetryAsync(
                first, static (context, run) => run.Caller.AttemptAsync(run, context), context, run);
            metrics.CallEnded(run, outcome.Exception);
            outcome.ThrowIfException();
            return (TAnswer)outcome.Result!;
        }
        finally
        {
            CallPipeline.End(context);
        }
    }

    private async ValueTask<Outcome<object>> AttemptAsync(Run run, ResilienceContext context)
    {
        var budget = run.Endpoint.Budget;
        try
        {
            ThrowIfHopeless(run);
            await TakePermitAsync(run, context.CancellationToken);
        }
        catch (YunxinException refusal)
        {
            run.IsOver = true;
            return Outcome.FromException<object>(run.LastFailure ?? refusal);
        }
        catch (OperationCanceledException cancellation)
        {
            return Outcome.FromException<object>(cancellation);
        }

        try
        {
            var closed = 0UL;
            while (run.Endpoint.Hosts.Pick(run.Tried, closed, out var isProbe) is { } host)
            {
                (run.Next, run.IsProbe) = (host, isProbe);
                var outcome = await host.Circuit.ExecuteAsync(
                    static (context, run) => run.Caller.ExchangeAsync(run, context.CancellationToken), context, run);
                if (!HostCircuit.Refused(outcome.Exception))
                {
                    return outcome;
                }

                closed |= UpstreamHosts.Bit(host);
            }
        }
        finally
        {
            budget.Return();
        }

        run.IsOver = true;
        return Outcome.FromException<object>(
            run.LastFailure ?? LocalFailures.CircuitOpen.ToExceptionAfter(run.Endpoint.Hosts.ClosedFor()));
    }

    // Both would cost a permit in vain.
    private static void ThrowIfHopeless(CallRun run)
    {
        if (run.Remaining <= TimeSpan.Zero)
        {
            throw LocalFailures.OutOfTime.ToException(TimeSpan.Zero);
        }

        if (run.Endpoint.Hosts.ClosedFor() is var wait && wait > TimeSpan.Zero)
        {
            throw LocalFailures.CircuitOpen.ToExceptionAfter(wait);
        }
    }

    private ValueTask TakePermitAsync(Run run, CancellationToken cancellationToken)
    {
        var permit = run.Endpoint.Budget.TakeAsync(run.Call.Account, run.Remaining, cancellationToken);
        return metrics.MeasuresQueue ? MeasuredAsync(permit, run) : permit;
    }

    private async ValueTask MeasuredAsync(ValueTask permit, CallRun run)
    {
        var before = run.Elapsed;
        try
        {
            await permit;
        }
        finally
        {
            metrics.Queued(run.Endpoint.Api, run.Elapsed - before);
        }
    }

    private async ValueTask<Outcome<object>> ExchangeAsync(Run run, CancellationToken cancellationToken)
    {
        run.Begin(run.Next!);

        // The upstream drops what repeats a trace id, so a repeated read takes a new one (upstream.md 2.2, 14, 21).
        var traceId = Guid.NewGuid().ToString("N");
        using var activity = YunxinTelemetry.StartAttempt(run);
        try
        {
            var flag = run.Call.FlagFor(run.Host!);
            using var request = CreateRequest(run, traceId, flag);
            using var body = await http.SendAsync(request, cancellationToken);
            var answer = Read(run, body, flag);
            Answered(run);
            Ended(run, activity, null);
            return Outcome.FromResult(answer);
        }
        catch (YunxinException failure)
        {
            return Failed(run, activity, traceId, failure);
        }
        catch (OperationCanceledException) when (!run.CallerToken.IsCancellationRequested)
        {
            // A host is not to blame for what the caller had no time to wait for.
            var entry = run.IsShort ? LocalFailures.CallTimedOut : LocalFailures.AttemptTimedOut;
            return Failed(run, activity, traceId, entry.ToException(TimeSpan.Zero));
        }
        catch (OperationCanceledException cancellation)
        {
            ToldNothing(run);
            Ended(run, activity, cancellation);
            return Outcome.FromException<object>(cancellation);
        }
    }

    private HttpRequestMessage CreateRequest(Run run, string traceId, bool flag)
    {
        var request = run.Call.CreateRequest(run.Host!, flag);
        request.Headers.TryAddWithoutValidation(run.Endpoint.TraceHeader, traceId);
        signer.Sign(request.Headers);
        return request;
    }

    private static object Read(Run run, ResponseBody body, bool flag)
    {
        try
        {
            return run.Call.ReadAnswer(body.Bytes, run.Host!, flag);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw LocalFailures.Malformed.ToException(TimeSpan.Zero);
        }
    }

    private Outcome<object> Failed(
        Run run, Activity? activity, string traceId, YunxinException failure)
    {
        var (endpoint, host) = (run.Endpoint, run.Host!);
        endpoint.Logger.AttemptFailed(endpoint.Api, host, traceId, failure);
        switch (failure.Rule)
        {
            case RetryRule.Elsewhere when host.Health.Failed():
                endpoint.Logger.HostEjected(endpoint.Api, host.Index, endpoint.Options.BreakDuration);
                break;
            case RetryRule.Elsewhere:
                break;
            case RetryRule.AfterPause when endpoint.Budget.Close(failure.RetryAfter!.Value):
                endpoint.Logger.QuotaSpent(endpoint.Api, failure.RetryAfter.Value);
                Answered(run);
                break;
            case RetryRule.Later when run.IsShort:
                ToldNothing(run);
                break;
            default:
                Answered(run);
                break;
        }

        Ended(run, activity, failure);
        return Outcome.FromException<object>(failure);
    }

    private static void Answered(CallRun run)
    {
        if (run.Host!.Health.Succeeded(run.WasAvoided))
        {
            run.Endpoint.Logger.HostRecovered(run.Endpoint.Api, run.Host.Index);
        }
    }

    private static void ToldNothing(CallRun run)
    {
        if (run.IsProbe)
        {
            run.Host!.Health.LeftOpen();
        }
    }

    private void Ended(CallRun run, Activity? activity, Exception? error)
    {
        metrics.AttemptEnded(run, error);
        YunxinTelemetry.EndAttempt(activity, error);
    }

    /// <summary>A call of this caller's under way.</summary>
    private sealed class Run(UpstreamCaller caller, UpstreamCall call)
        : CallRun(call.Endpoint, call.Deadline, caller.Time)
    {
        internal UpstreamCaller Caller { get; } = caller;

        internal UpstreamCall Call { get; } = call;

        /// <summary>The host that the next attempt goes to, if its circuit lets it through.</summary>
        internal UpstreamHost? Next { get; set; }
    }
}
