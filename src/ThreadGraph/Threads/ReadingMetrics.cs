using System.Diagnostics.Metrics;

namespace ThreadGraph.Threads;

/// <summary>The instruments of this room.</summary>
internal sealed class ReadingMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "ThreadGraph.Threads";

    private readonly Counter<long> _shared;

    public ReadingMetrics(IMeterFactory meters) => _shared = meters.Create(MeterName).CreateCounter<long>(
        "threadgraph.pages.shared", "{page}", "Pages that cost no call, because another request was reading them.");

    /// <summary>A request waits for a page that another one reads.</summary>
    public void Shared() => _shared.Add(1);
}
