using System.Buffers;
using System.Text;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>A body in a pooled buffer, read no further than a limit.</summary>
internal sealed class ResponseBody : IDisposable
{
    private const int FirstBufferBytes = 32 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBufferBytes);
    private int _length;

    private ResponseBody()
    {
    }

    /// <summary>The bytes, without a byte order mark.</summary>
    internal ReadOnlySpan<byte> Bytes
    {
        get
        {
            var bytes = _buffer.AsSpan(0, _length);
            return bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        }
    }

    /// <summary>Reads a body whole.</summary>
    /// <returns>The body; null if it is larger than the limit.</returns>
    internal static async Task<ResponseBody?> ReadAsync(
        HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxBytes)
        {
            return null;
        }

        var body = new ResponseBody();
        var isComplete = false;
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken);
            isComplete = await body.FillAsync(stream, maxBytes, cancellationToken);
            return isComplete ? body : null;
        }
        finally
        {
            if (!isComplete)
            {
                body.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private async Task<bool> FillAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        while (await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken) is > 0 and var read)
        {
            _length += read;
            if (_length > maxBytes)
            {
                return false;
            }

            GrowIfFull();
        }

        return true;
    }

    private void GrowIfFull()
    {
        if (_length < _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan().CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
