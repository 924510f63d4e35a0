using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>Writes thread keys into global IDs.</summary>
internal sealed class ThreadKeySerializer : INodeIdValueSerializer
{
    /// <inheritdoc />
    public bool IsSupported(Type type) => type == typeof(ThreadKey);

    /// <inheritdoc />
    public bool TryFormat(object value, Span<byte> destination, out int written)
    {
        var bytes = ((ThreadKey)value).Bytes;
        written = bytes.Length;
        return bytes.TryCopyTo(destination);
    }

    /// <inheritdoc />
    public bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out object? value)
    {
        var reader = new KeyReader(bytes);
        var key = reader.ReadThreadKey();
        value = reader.IsAtEnd ? key : null;
        return value is not null;
    }
}

/// <summary>Writes message keys, which carry their thread's key, into global IDs.</summary>
internal sealed class MessageKeySerializer : INodeIdValueSerializer
{
    /// <inheritdoc />
    public bool IsSupported(Type type) => type == typeof(MessageKey);

    /// <inheritdoc />
    public bool TryFormat(object value, Span<byte> destination, out int written)
    {
        var key = (MessageKey)value;
        var writer = new KeyWriter(destination);
        writer.Write(key.Thread.Bytes);
        writer.Write(key.MessageId);
        writer.Write(key.CreatedAtMs);
        if (key.ClientMessageId is not null)
        {
            writer.Write(key.ClientMessageId);
        }

        // Where there was no room, the writer has made some of its own.
        return writer.TryCopyTo(destination, out written);
    }

    /// <inheritdoc />
    public bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out object? value)
    {
        var reader = new KeyReader(bytes);
        var thread = reader.ReadThreadKey();
        var messageId = reader.ReadInt64();
        var createdAtMs = reader.ReadInt64();
        var clientMessageId = messageId == 0 ? reader.ReadText() : null;
        value = reader.IsAtEnd && thread is not null
            ? new MessageKey(thread, messageId, clientMessageId, createdAtMs)
            : null;
        return value is not null;
    }
}

/// <summary>Writes account names into global IDs.</summary>
internal sealed class AccountKeySerializer : INodeIdValueSerializer
{
    /// <inheritdoc />
    public bool IsSupported(Type type) => type == typeof(string);

    /// <inheritdoc />
    public bool TryFormat(object value, Span<byte> destination, out int written) =>
        Encoding.UTF8.TryGetBytes((string)value, destination, out written);

    /// <inheritdoc />
    public bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out object? value)
    {
        value = bytes.IsEmpty || !System.Text.Unicode.Utf8.IsValid(bytes) ? null : Encoding.UTF8.GetString(bytes);
        return value is not null;
    }
}

/// <summary>Writes keys in few bytes: numbers as variable-length integers, texts with their length in front.</summary>
/// <param name="buffer">Where to write, as far as there is room.</param>
internal ref struct KeyWriter(Span<byte> buffer)
{
    /// <summary>Room that hardly any key or cursor fills.</summary>
    public const int UsualBytes = 256;

    private const int MostBytesOfNumber = 10;

    private Span<byte> _buffer = buffer;
    private int _length;

    /// <summary>What has been written.</summary>
    public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

    /// <summary>Writes the parts of a thread's key; <see cref="ThreadKey.Bytes"/> has them ready.</summary>
    public void Write(ThreadKey key)
    {
        switch (key)
        {
            case MessageThreadKey message:
                Write((long)message.ConversationType);
                Write(message.SenderId);
                Write(message.ReceiverId);
                Write(message.ClientMessageId);
                break;
            case ChannelThreadKey channel:
                Write(KeyReader.Channel);
                Write(channel.QchatServerId);
                Write(channel.ChannelId);
                break;
        }

        Write(key.MessageId);
        Write(key.CreatedAtMs);
    }

    /// <summary>Seven bits a byte, low ones first, sign folded in (zigzag).</summary>
    public void Write(long value)
    {
        var target = Room(MostBytesOfNumber);
        var rest = (ulong)((value << 1) ^ (value >> 63));
        var length = 0;
        while (rest >= 0x80)
        {
            target[length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        target[length++] = (byte)rest;
        _length += length;
    }

    public void Write(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Write(length);
        _length += Encoding.UTF8.GetBytes(text, Room(length));
    }

    /// <summary>Writes bytes as they are.</summary>
    public void Write(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
    }

    /// <summary>Gives what has been written to a serializer's caller, if there is room for it.</summary>
    public readonly bool TryCopyTo(Span<byte> destination, out int written)
    {
        written = _length;
        return Written.TryCopyTo(destination);
    }

    private Span<byte> Room(int size)
    {
        if (_buffer.Length - _length < size)
        {
            var larger = new byte[(_buffer.Length * 2) + size];
            Written.CopyTo(larger);
            _buffer = larger;
        }

        return _buffer[_length..];
    }
}

/// <summary>Reads what <see cref="KeyWriter"/> writes; what is damaged reads as nothing and never ends well.</summary>
internal ref struct KeyReader(ReadOnlySpan<byte> bytes)
{
    /// <summary>The kind of conversation that stands for QChat; the others are the upstream's own numbers.</summary>
    public const long Channel = 4;

    private ReadOnlySpan<byte> _rest = bytes;
    private bool _isDamaged;

    /// <summary>Whether everything was read and was whole.</summary>
    public readonly bool IsAtEnd => !_isDamaged && _rest.IsEmpty;

    public ThreadKey? ReadThreadKey()
    {
        var kind = ReadInt64();
        if (kind == Channel)
        {
            return new ChannelThreadKey(ReadDigits(), ReadDigits(), ReadInt64(), ReadInt64());
        }

        if (kind is < 1 or > 3)
        {
            _isDamaged = true;
            return null;
        }

        var sender = ReadText();
        var receiver = kind == (long)YunxinConversationType.P2P ? ReadText() : ReadDigits();
        var clientId = ReadText();
        return new MessageThreadKey((YunxinConversationType)kind, sender, receiver, ReadInt64(), clientId, ReadInt64());
    }

    public long ReadInt64()
    {
        ulong value = 0;
        for (var i = 0; i < _rest.Length && i < 10; i++)
        {
            value |= (ulong)(_rest[i] & 0x7F) << (7 * i);
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return (long)(value >> 1) ^ -(long)(value & 1);
            }
        }

        _isDamaged = true;
        return 0;
    }

    /// <summary>
    /// Reads the ID of a team, server or channel. IDs can be forged, and one that two upstream calls read differently would be
    /// checked for one place and read from another.
    /// </summary>
    public string ReadDigits()
    {
        var text = ReadText();
        _isDamaged |= !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return text;
    }

    public string ReadText()
    {
        var length = ReadInt64();
        if (length < 0 || length > _rest.Length || !System.Text.Unicode.Utf8.IsValid(_rest[..(int)length]))
        {
            _isDamaged = true;
            return "";
        }

        var text = Encoding.UTF8.GetString(_rest[..(int)length]);
        _rest = _rest[(int)length..];
        return text;
    }
}
