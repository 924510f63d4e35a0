using System.Buffers;

namespace ThreadGraph.GraphQL.Json;

/// <summary>Puts many pieces into an output, which is asked for room and told of bytes only when a stretch of it is full.</summary>
/// <remarks>To an HTTP response each of the two is a lock and several calls, more than copying a few bytes.</remarks>
internal ref struct OutputWriter(IBufferWriter<byte> output)
{
    private Span<byte> _free;
    private int _written;

    /// <summary>Copies bytes to the end.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
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
            output.Advance(_written);
        }

        _free = default;
        _written = 0;
    }
}
