using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ThreadGraph.Tests.Performance;

/// <summary>One connection to the server, which sends requests as they stand and allocates nothing to do so.</summary>
internal sealed class KeepAliveConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[1024 * 1024];

    public KeepAliveConnection(int port) => _socket.Connect(IPAddress.Loopback, port);

    /// <summary>A request to <c>/graphql</c>, as it goes over the wire.</summary>
    public static byte[] Request(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    /// <summary>Sends a request and waits for its answer.</summary>
    /// <returns>The answer's body; valid until the next request.</returns>
    public ReadOnlySpan<byte> Send(byte[] request)
    {
        _socket.Send(request);
        var (received, head, length) = (0, -1, 0);
        while (head < 0 || received < head + length)
        {
            received += _socket.Receive(_buffer.AsSpan(received)) is > 0 and var count
                ? count
                : throw new InvalidOperationException("The connection has ended within an answer, or it is too long.");
            if (head < 0 && _buffer.AsSpan(0, received).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                head = end + 4;
                length = ContentLength(_buffer.AsSpan(0, head));
            }
        }

        return _buffer.AsSpan(head, length);
    }

    public void Dispose() => _socket.Dispose();

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        if (!head.StartsWith("HTTP/1.1 200 "u8) || head.IndexOf(name) is not (>= 0 and var at))
        {
            throw new InvalidOperationException($"Not 200, or of no known length: {Encoding.ASCII.GetString(head)}");
        }

        var value = head[(at + name.Length)..];
        return int.Parse(value[..value.IndexOf((byte)'\r')], provider: null);
    }
}
