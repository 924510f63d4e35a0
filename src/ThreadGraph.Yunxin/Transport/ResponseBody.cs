using System.Buffers;
using System.Text;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>Reads bodies whole, and no further than a limit.</summary>
/// <remarks>A body is not pooled: the texts of a page are parts of it, and live as long as somebody needs them.</remarks>
internal static class ResponseBody
{
    private const int FirstBufferBytes = 32 * 1024;

    /// <summary>Reads a body to its end.</summary>
    /// <returns>The bytes, without a byte order mark; null if they are more than the limit.</returns>
    internal static async Task<ReadOnlyMemory<byte>?> ReadAsync(
        HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength;
        if (announced > maxBytes)
        {
            return null;
        }

        var stream = await content.ReadAsStreamAsync(cancellationToken);
        return announced is { } length
            ? await ReadAsync(stream, (int)length, cancellationToken)
            : await ReadUnannouncedAsync(stream, maxBytes, cancellationToken);
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(
        Stream stream, int length, CancellationToken cancellationToken)
    {
        // Every byte is written before it is read, so there is no need to clear them first.
        var body = GC.AllocateUninitializedArray<byte>(length);
        var read = await stream.ReadAtLeastAsync(body, length, throwOnEndOfStream: false, cancellationToken);
        return WithoutMark(body.AsMemory(0, read));
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadUnannouncedAsync(
        Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBufferBytes);
        try
        {
            var length = 0;
            while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
            {
                length += read;
                if (length > maxBytes)
                {
                    return null;
                }

                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(length * 2);
                    buffer.CopyTo(larger, 0);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }

            return WithoutMark(buffer.AsSpan(0, length).ToArray());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;
}
