using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace ThreadGraph.GraphQL.Json;

/// <summary>A growing, pooled buffer of UTF-8 JSON that can be cut back to an earlier length.</summary>
/// <remarks>
/// <see cref="System.Text.Json.Utf8JsonWriter"/> cannot take back what it has written. Null propagation has to: when a
/// non-null field turns out null, everything its nullable parent has written so far becomes <c>null</c>.
/// </remarks>
public sealed class JsonBuffer : IDisposable
{
    private const int InitialCapacity = 512;

    /// <summary>What JSON makes us escape: quote, backslash and controls. Everything else travels as it is.</summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\"\\");

    private byte[] _bytes;
    private int _length;

    /// <summary>Rents the first bytes.</summary>
    public JsonBuffer(int capacity = InitialCapacity) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>How many bytes have been written.</summary>
    public int Length => _length;

    /// <summary>The bytes written so far; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Takes back everything behind <paramref name="length"/> bytes.</summary>
    public void CutTo(int length) => _length = length;

    /// <summary>Gives the bytes back to the pool.</summary>
    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        _length = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Writes one byte of JSON syntax.</summary>
    public void WriteByte(byte value)
    {
        if (_length == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[_length++] = value;
    }

    /// <summary>Copies bytes that are JSON already.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Reserve(json.Length));
        _length += json.Length;
    }

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>Writes an integer in digits.</summary>
    public void WriteNumber(long value)
    {
        Utf8Formatter.TryFormat(value, Reserve(20), out var written);
        _length += written;
    }

    /// <summary>Writes a finite number in the shortest form that reads back as the same number.</summary>
    public void WriteNumber(double value) => _length += DoubleText.Format(value, Reserve(DoubleText.MaxLength));

    /// <summary>Writes a signed 64-bit integer as a string of digits.</summary>
    public void WriteNumberAsString(long value)
    {
        WriteByte((byte)'"');
        WriteNumber(value);
        WriteByte((byte)'"');
    }

    /// <summary>Writes a string value; a lone surrogate becomes U+FFFD, as JSON in UTF-8 cannot carry one.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        WriteByte((byte)'"');
        while (true)
        {
            var plain = value.IndexOfAny(Escaped);
            WriteChars(plain < 0 ? value : value[..plain]);
            if (plain < 0)
            {
                break;
            }

            WriteEscape(value[plain]);
            value = value[(plain + 1)..];
        }

        WriteByte((byte)'"');
    }

    /// <summary>Writes an ASCII string value that needs no escaping.</summary>
    public void WriteAsciiString(ReadOnlySpan<byte> value)
    {
        WriteByte((byte)'"');
        WriteRaw(value);
        WriteByte((byte)'"');
    }

    /// <summary>Writes bytes as a string in URL-safe base64 without padding.</summary>
    public void WriteBase64Url(ReadOnlySpan<byte> bytes)
    {
        WriteByte((byte)'"');
        _length += Base64Url.EncodeToUtf8(bytes, Reserve(Base64Url.GetEncodedLength(bytes.Length)));
        WriteByte((byte)'"');
    }

    /// <summary>At least <paramref name="size"/> bytes to write into; <see cref="Advance"/> says how many were.</summary>
    public Span<byte> Reserve(int size)
    {
        if (_bytes.Length - _length < size)
        {
            Grow(size);
        }

        return _bytes.AsSpan(_length);
    }

    /// <summary>Counts bytes written into what <see cref="Reserve"/> gave.</summary>
    public void Advance(int count) => _length += count;

    /// <summary>The bytes as text, for tests and logs.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Written);

    private void WriteChars(ReadOnlySpan<char> chars)
    {
        Utf8.FromUtf16(chars, Reserve(chars.Length * 3), out _, out var written);
        _length += written;
    }

    private void WriteEscape(char value)
    {
        ReadOnlySpan<byte> escape = value switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\n' => "\\n"u8,
            '\r' => "\\r"u8,
            '\t' => "\\t"u8,
            '\b' => "\\b"u8,
            '\f' => "\\f"u8,
            _ => default,
        };
        if (!escape.IsEmpty)
        {
            WriteRaw(escape);
            return;
        }

        WriteRaw("\\u00"u8);
        Utf8Formatter.TryFormat((byte)value, Reserve(2), out var written, new StandardFormat('x', 2));
        _length += written;
    }

    private void Grow(int size)
    {
        ObjectDisposedException.ThrowIf(_bytes.Length == 0, this);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + size));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
