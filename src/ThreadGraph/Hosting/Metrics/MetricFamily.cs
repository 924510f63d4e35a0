using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace ThreadGraph.Hosting.Metrics;

/// <summary>One instrument in the names and forms of Prometheus.</summary>
internal sealed class MetricFamily
{
    // Seconds; the buckets that OpenTelemetry's conventions advise for the duration of HTTP calls.
    private static readonly double[] Bounds =
        [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly ConcurrentDictionary<string, MetricSeries> _series = new();
    private readonly string _type;
    private readonly string _help;
    private readonly double[] _bounds;

    public MetricFamily(Instrument instrument)
    {
        (_type, _bounds) = instrument switch
        {
            Counter<long> => ("counter", []),
            Histogram<double> => ("histogram", Bounds),
            _ => ("gauge", Array.Empty<double>()),
        };
        _help = instrument.Description ?? "";
        Name = instrument.Name.Replace('.', '_')
            + (instrument.Unit is "s" ? "_seconds" : "")
            + (_type is "counter" ? "_total" : "");
    }

    /// <summary>For instance <c>yunxin_client_calls_total</c>.</summary>
    public string Name { get; }

    /// <summary>Takes up a measurement.</summary>
    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = _series.GetOrAdd(Labels(tags), static (_, bounds) => new MetricSeries(bounds), _bounds);
        if (_type is "gauge")
        {
            series.Set(value);
        }
        else
        {
            series.Add(value);
        }
    }

    /// <summary>Writes the family's head and lines; nothing while nothing was measured.</summary>
    public void Write(StringBuilder text)
    {
        if (_series.IsEmpty)
        {
            return;
        }

        text.Append("# HELP ").Append(Name).Append(' ').Append(_help).Append('\n')
            .Append("# TYPE ").Append(Name).Append(' ').Append(_type).Append('\n');
        foreach (var (labels, series) in _series.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            series.Write(text, Name, labels);
        }
    }

    // Values are words and numbers of our own, so there is nothing to escape.
    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            labels.Append(labels.Length is 0 ? "" : ",").Append(name.Replace('.', '_')).Append($"=\"{value}\"");
        }

        return labels.ToString();
    }
}
