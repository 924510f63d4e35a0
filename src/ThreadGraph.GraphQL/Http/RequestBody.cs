using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ThreadGraph.GraphQL.Http;

/// <summary>Reads request bodies into pooled memory.</summary>
internal static class RequestBody
{
    /// <summary>Reads a body to its end.</summary>
    /// <returns>The body, <see langword="null"/> as soon as it proves too large; and its length, as far as known.</returns>
    public static async ValueTask<(PooledBytes? Body, long Length)> ReadAsync(
        HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength is { } announced && announced > maxBytes)
        {
            return (null, announced);
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > maxBytes)
            {
                var arrived = read.Buffer.Length;
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return (null, arrived);
            }

            if (read.IsCompleted)
            {
                var body = PooledBytes.Rent((int)read.Buffer.Length);
                read.Buffer.CopyTo(body.Span);
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return (body, body.Bytes.Length);
            }

            // Nothing is consumed before the end is there: the pipe keeps the pieces, and they are copied once.
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
