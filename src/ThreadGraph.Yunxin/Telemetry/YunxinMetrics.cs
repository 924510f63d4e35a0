using System.Diagnostics.Metrics;
using ThreadGraph.Yunxin.Resilience;
using ThreadGraph.Yunxin.Transport;

namespace ThreadGraph.Yunxin.Telemetry;

/// <summary>All instruments of this room. Tags: the API, the host by its place in the list, and the outcome.</summary>
internal sealed class YunxinMetrics
{
    private readonly Histogram<double> _callDuration;
    private readonly Histogram<double> _queueDuration;
    private readonly Counter<long> _calls;
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _failovers;

    internal YunxinMetrics(IMeterFactory meters, UpstreamEndpoint[] endpoints)
    {
        var meter = meters.Create(YunxinTelemetry.MeterName);
        _calls = meter.CreateCounter<long>("yunxin.client.calls", "{call}", "Calls, however many attempts they took.");
        _callDuration = meter.CreateHistogram<double>(
            "yunxin.client.call.duration", "s", "How long calls took with all their waits and attempts.");
        _attempts = meter.CreateCounter<long>(
            "yunxin.client.attempts", "{attempt}", "Requests sent to the upstream, repetitions included.");
        _retries = meter.CreateCounter<long>(
            "yunxin.client.retries", "{attempt}", "Attempts after the first of their call.");
        _failovers = meter.CreateCounter<long>(
            "yunxin.client.failovers",
            "{attempt}",
            "Attempts at another host than the attempt before; host is the new one.");
        _queueDuration = meter.CreateHistogram<double>(
            "yunxin.client.queue.duration", "s", "How long attempts waited for the quota.");
        meter.CreateObservableGauge(
            "yunxin.client.budget.available",
            () => endpoints.Select(static endpoint => new Measurement<int>(endpoint.Budget.Left, Api(endpoint.Api))),
            "{call}",
            "Calls that the budget would let go at once.");
        meter.CreateObservableGauge(
            "yunxin.client.queue.length",
            () => endpoints.Select(static endpoint => new Measurement<int>(endpoint.Budget.Waiting, Api(endpoint.Api))),
            "{call}",
            "Calls that wait for the quota.");
        meter.CreateObservableGauge(
            "yunxin.client.circuit.state",
            () => endpoints.SelectMany(static endpoint => endpoint.Hosts.All, static (endpoint, host) =>
                new Measurement<int>(host.Circuit.Level, Api(endpoint.Api), Host(host))),
            "{state}",
            "State of a host's circuit: 0 closed, 1 half open, 2 open.");
    }

    /// <summary>Whether anybody wants to know how long calls wait for the quota.</summary>
    internal bool MeasuresQueue => _queueDuration.Enabled;

    internal void CallEnded(CallRun run, Exception? error)
    {
        if (!_calls.Enabled && !_callDuration.Enabled)
        {
            return;
        }

        var (api, outcome) = (Api(run.Endpoint.Api), Outcome(error));
        _calls.Add(1, api, outcome);
        _callDuration.Record(run.Elapsed.TotalSeconds, api, outcome);
    }

    internal void AttemptEnded(CallRun run, Exception? error)
    {
        if (!_attempts.Enabled && !_retries.Enabled && !_failovers.Enabled)
        {
            return;
        }

        var (api, host) = (Api(run.Endpoint.Api), Host(run.Host!));
        _attempts.Add(1, api, host, Outcome(error));
        if (run.Attempt > 0)
        {
            _retries.Add(1, api, host, Outcome(error));
        }

        if (run.IsFailover)
        {
            _failovers.Add(1, api, host, Outcome(error));
        }
    }

    internal void Queued(string api, TimeSpan wait) => _queueDuration.Record(wait.TotalSeconds, Api(api));

    private static KeyValuePair<string, object?> Api(string api) => new(YunxinTelemetry.ApiTag, api);

    private static KeyValuePair<string, object?> Host(UpstreamHost host) => new(YunxinTelemetry.HostTag, host.Tag);

    private static KeyValuePair<string, object?> Outcome(Exception? error) =>
        new(YunxinTelemetry.OutcomeTag, YunxinTelemetry.OutcomeOf(error));
}
