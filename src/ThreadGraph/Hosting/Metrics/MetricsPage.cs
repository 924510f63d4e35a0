using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using ThreadGraph.Threads;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Hosting.Metrics;

/// <summary>What this project's instruments have measured, in Prometheus's text format 0.0.4.</summary>
/// <remarks>Nothing is listened to, and so nothing measured, until the page is first asked for.</remarks>
/// <param name="meters">Whose meters count; another server may run in the same process.</param>
internal sealed class MetricsPage(IMeterFactory meters) : IDisposable
{
    private readonly ConcurrentQueue<MetricFamily> _families = [];
    private readonly Lock _lock = new();
    private MeterListener? _listener;

    /// <summary>The media type that scrapers ask for.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Writes the page; gauges are read now.</summary>
    public string Write()
    {
        lock (_lock)
        {
            _listener ??= Listen();
            _listener.RecordObservableInstruments();
        }

        var text = new StringBuilder();
        foreach (var family in _families.OrderBy(static family => family.Name, StringComparer.Ordinal))
        {
            family.Write(text);
        }

        return text.ToString();
    }

    /// <inheritdoc />
    public void Dispose() => _listener?.Dispose();

    private MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name is YunxinTelemetry.MeterName or ReadingMetrics.MeterName
                    && instrument.Meter.Scope == meters)
                {
                    var family = new MetricFamily(instrument);
                    _families.Enqueue(family);
                    listener.EnableMeasurementEvents(instrument, family);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(static (_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        listener.SetMeasurementEventCallback<int>(static (_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        listener.SetMeasurementEventCallback<double>(static (_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        listener.Start();
        return listener;
    }
}
