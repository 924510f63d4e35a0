using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ThreadGraph.Tests.Resilience;

/// <summary>Watches the connections of this process by the port of their server, as .NET's own meters tell them.</summary>
internal sealed class OpenSockets : IDisposable
{
    private readonly ConcurrentDictionary<(string Instrument, int Port), long> _open = new();
    private readonly MeterListener _listener = new();

    public OpenSockets()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Name is "kestrel.active_connections" or "http.client.active_requests")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, change, tags, _) =>
        {
            foreach (var (name, value) in tags)
            {
                if (name is "server.port" && value is int port)
                {
                    _open.AddOrUpdate((instrument.Name, port), change, (_, open) => open + change);
                }
            }
        });
        _listener.Start();
    }

    /// <summary>Connections that a server holds open.</summary>
    public long ConnectionsAt(int port) => _open.GetValueOrDefault(("kestrel.active_connections", port));

    /// <summary>Requests to a server that have not ended.</summary>
    public long RequestsTo(int port) => _open.GetValueOrDefault(("http.client.active_requests", port));

    public void Dispose() => _listener.Dispose();
}
