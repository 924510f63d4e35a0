using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace ThreadGraph.Sandbox;

/// <summary>The connections of one server, so that all of them can be cut at once.</summary>
internal sealed class OpenConnections
{
    private readonly ConcurrentDictionary<ConnectionContext, byte> _open = new();
    private volatile bool _isCut;

    /// <summary>Connection middleware: keeps a connection in mind while it is open.</summary>
    public ConnectionDelegate Track(ConnectionDelegate next) => async connection =>
    {
        _open[connection] = 0;
        try
        {
            if (_isCut)
            {
                connection.Abort();
            }

            await next(connection);
        }
        finally
        {
            _open.TryRemove(connection, out _);
        }
    };

    /// <summary>Resets every connection, those that come later included.</summary>
    public void CutAll()
    {
        _isCut = true;
        foreach (var connection in _open.Keys)
        {
            connection.Abort();
        }
    }
}
