using System.Globalization;
using System.Text;

namespace ThreadGraph.Hosting.Metrics;

/// <summary>The values of one instrument under one set of labels.</summary>
/// <param name="bounds">The upper bounds of a histogram's buckets; empty for anything else.</param>
internal sealed class MetricSeries(double[] bounds)
{
    private readonly Lock _lock = new();
    private readonly long[] _buckets = new long[bounds.Length];
    private double _value;
    private long _count;

    /// <summary>Adds to a counter, or takes one more measurement of a histogram.</summary>
    public void Add(double value)
    {
        lock (_lock)
        {
            _value += value;
            _count++;
            for (var i = bounds.Length - 1; i >= 0 && value <= bounds[i]; i--)
            {
                _buckets[i]++;
            }
        }
    }

    /// <summary>Sets a gauge.</summary>
    public void Set(double value)
    {
        lock (_lock)
        {
            _value = value;
        }
    }

    /// <summary>Writes a line, or those of a histogram's cumulative buckets, sum and count.</summary>
    public void Write(StringBuilder text, string name, string labels)
    {
        lock (_lock)
        {
            if (bounds.Length is 0)
            {
                Line(text, name, labels, _value);
                return;
            }

            for (var i = 0; i < bounds.Length; i++)
            {
                Line(text, name + "_bucket", With(labels, bounds[i].ToString(CultureInfo.InvariantCulture)), _buckets[i]);
            }

            Line(text, name + "_bucket", With(labels, "+Inf"), _count);
            Line(text, name + "_sum", labels, _value);
            Line(text, name + "_count", labels, _count);
        }
    }

    private static string With(string labels, string bound) =>
        labels.Length is 0 ? $"le=\"{bound}\"" : $"{labels},le=\"{bound}\"";

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
