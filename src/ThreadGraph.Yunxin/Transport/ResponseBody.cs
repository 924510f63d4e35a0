using System.Buffers;
using System.Text;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>A body, whole, in a rented buffer.</summary>
/// <remarks>
/// It gives itself out as a span only, so nothing can keep a part of it: what is kept has been copied when the buffer goes back
/// (docs/decisions/0012).
/// </remarks>
internal sealed class ResponseBody : IDisposable
{
    // A page of 20 messages; what needs more, and has not said so, grows.
    private const int UnannouncedBytes = 32 * 1024;

    private byte[] _buffer;
    private int _length;

    private ResponseBody(int bytes) => _buffer = ArrayPool<byte>.Shared.Rent(bytes);

    /// <summary>The bytes, without a byte order mark.</summary>
    internal ReadOnlySpan<byte> Bytes
    {
        get
        {
            var bytes = _buffer.AsSpan(0, _length);
            return bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        }
    }

    /// <summary>Reads a body to its end, and no further than a limit.</summary>
    /// <returns>The body; null if it is larger than the limit.</returns>
    internal static async ValueTask<ResponseBody?> ReadAsync(
        HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength;
        if (announced > maxBytes)
        {
            return null;
        }

        var stream = await content.ReadAsStreamAsync(cancellationToken);
        var body = new ResponseBody((int?)announced ?? UnannouncedBytes);
        var isComplete = false;
        try
        {
            isComplete = await body.FillAsync(stream, (int?)announced ?? int.MaxValue, maxBytes, cancellationToken);
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
        (_buffer, _length) = ([], 0);
    }

    private async ValueTask<bool> FillAsync(Stream stream, int end, int maxBytes, CancellationToken cancellationToken)
    {
        while (_length < end && await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken) is > 0 and var read)
        {
            _length += read;
            if (_length > maxBytes)
            {
                return false;
            }

            GrowIfFull(end);
        }

        return true;
    }

    private void GrowIfFull(int end)
    {
        if (_length < _buffer.Length || _length >= end)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
