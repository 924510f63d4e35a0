using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ThreadGraph.Tests.Resilience;

/// <summary>Adds up what the counters of one server report, and reads its gauges.</summary>
internal sealed class MeterTally : IDisposable
{
    private readonly ConcurrentDictionary<string, long> _sums = new();
    private readonly ConcurrentDictionary<string, long> _gauges = new();
    private readonly ConcurrentDictionary<(string Counter, long Sum), TaskCompletionSource> _awaited = new();
    private readonly MeterListener _listener = new();

    /// <param name="server">The server's meters; others run in the same process.</param>
    public MeterTally(IMeterFactory server)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == server)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Count(instrument.Name, value));
        _listener.SetMeasurementEventCallback<int>(
            (instrument, value, _, _) => _gauges.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        _listener.Start();
    }

    /// <summary>What a counter has come to, over all its tags.</summary>
    public long Sum(string counter) => _sums.GetValueOrDefault(counter);

    /// <summary>Done when a counter has come to a sum.</summary>
    public Task ReachedAsync(string counter, long sum)
    {
        var reached = _awaited.GetOrAdd((counter, sum), static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        Count(counter, 0);
        return reached.Task;
    }

    /// <summary>What a gauge shows now, added up over all its tags.</summary>
    public long Gauge(string gauge)
    {
        _gauges.Clear();
        _listener.RecordObservableInstruments();
        return _gauges[gauge];
    }

    public void Dispose() => _listener.Dispose();

    private void Count(string counter, long value)
    {
        var now = _sums.AddOrUpdate(counter, value, (_, sum) => sum + value);
        foreach (var (awaited, reached) in _awaited)
        {
            if (awaited.Counter == counter && awaited.Sum <= now)
            {
                reached.TrySetResult();
            }
        }
    }
}
