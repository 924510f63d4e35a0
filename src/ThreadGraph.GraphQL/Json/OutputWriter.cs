using System.Buffers;

namespace ThreadGraph.GraphQL.Json;

/// <summary>Puts many pieces into an output, which is asked for room and told of bytes only when a stretch of it is full.</summary>
/// <remarks>To an HTTP response each of the two is a lock and several calls, more than copying a few bytes.</remarks>
/// <param name="output">Where the pieces go; <see langword="null"/> where they are only counted.</param>
internal ref struct OutputWriter(IBufferWriter<byte>? output)
{
    private Span<byte> _free;
    private int _written;

    /// <summary>All bytes so far.</summary>
    public long Length { get; private set; }

    /// <summary>Copies bytes to the end.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        if (output is null)
        {
            return;
        }

        if (bytes.TryCopyTo(_free[_written..]))
        {
            _written += bytes.Length;
            return;
        }

        Flush();
        _free = output.GetSpan();
        if (bytes.TryCopyTo(_free))
        {
            _written = bytes.Length;
            return;
        }

        _free = default;
        output.Write(bytes);
    }

    /// <summary>Hands over what has been written; to be called at the end.</summary>
    public void Flush()
    {
        if (_written > 0)
        {
            output!.Advance(_written);
        }

        _free = default;
        _written = 0;
    }
}
