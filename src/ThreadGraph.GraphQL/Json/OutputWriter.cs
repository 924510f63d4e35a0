using System.Buffers;

namespace ThreadGraph.GraphQL.Json;

/// <summary>Puts many pieces into an output, which is asked for room and told of bytes only when a stretch of it is full.</summary>
/// <remarks>To an HTTP response each of the two is a lock and several calls, more than copying a few bytes.</remarks>
/// <param name="output">Where the pieces go; <see langword="null"/> where they are only counted.</param>
/// <param name="expected">How many bytes they will be, so that few and long stretches hold them; 0 where that is not known.</param>
internal ref struct OutputWriter(IBufferWriter<byte>? output, long expected = 0)
{
    /// <summary>Such stretches come from pools, and what is sent in one piece is held in memory in one piece.</summary>
    private const int LongestStretch = 64 * 1024;

    private Span<byte> _free;
    private int _written;

    /// <summary>All bytes so far.</summary>
    public long Length { get; private set; }

    /// <summary>Copies bytes to the end.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (output is null)
        {
            Length += bytes.Length;
            return;
        }

        while (!bytes.TryCopyTo(_free[_written..]))
        {
            var fitting = _free.Length - _written;
            bytes[..fitting].CopyTo(_free[_written..]);
            bytes = bytes[fitting..];
            Advance(fitting);
            Flush();
            _free = output.GetSpan((int)Math.Clamp(expected - Length, 0, LongestStretch));
        }

        Advance(bytes.Length);
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

    private void Advance(int count)
    {
        _written += count;
        Length += count;
    }
}
