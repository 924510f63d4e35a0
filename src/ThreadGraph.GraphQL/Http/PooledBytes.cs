using System.Buffers;

namespace ThreadGraph.GraphQL.Http;

/// <summary>Bytes in pooled memory, given back on disposal.</summary>
internal sealed class PooledBytes : IDisposable
{
    private byte[] _array;
    private int _length;

    private PooledBytes(int length)
    {
        _array = ArrayPool<byte>.Shared.Rent(length);
        _length = length;
    }

    /// <summary>The bytes; valid until disposal.</summary>
    public ReadOnlyMemory<byte> Bytes => _array.AsMemory(0, _length);

    /// <summary>The bytes, to be written.</summary>
    public Span<byte> Span => _array.AsSpan(0, _length);

    /// <summary>Rents bytes of any content.</summary>
    public static PooledBytes Rent(int length) => new(length);

    /// <summary>Keeps the first bytes only.</summary>
    public void CutTo(int length) => _length = length;

    /// <inheritdoc />
    public void Dispose()
    {
        if (_array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_array);
            _array = [];
            _length = 0;
        }
    }
}
