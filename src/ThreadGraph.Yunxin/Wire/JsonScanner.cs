using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ThreadGraph.Yunxin.Wire;

/// <summary>Steps through the JSON of an answer, value by value, and checks all of it on the way (RFC 8259).</summary>
/// <remarks>
/// <para>
/// A scanner of our own, for two reasons that <see cref="Utf8JsonReader"/> stands in the way of: it keeps texts as parts of
/// the page, and it passes over what the page repeats (docs/decisions/0012).
/// </para>
/// <para>It accepts exactly what <see cref="Utf8JsonReader"/> accepts, which its tests hold it to.</para>
/// </remarks>
internal ref partial struct JsonScanner
{
    // Deep enough for any attachment or extension object that someone may think of.
    private const int MaxDepth = 512;

    private static readonly SearchValues<byte> TextStops = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(static i => (byte)i), (byte)'"', (byte)'\\']);

    private readonly ReadOnlySpan<byte> _json;
    private int _at;
    private int _depth;
    private bool _isFirst;

    /// <param name="json">A complete text.</param>
    internal JsonScanner(ReadOnlySpan<byte> json) => _json = json;

    /// <summary>Steps into an object; anything else is passed over.</summary>
    internal bool BeginObject() => Begin((byte)'{');

    /// <summary>Steps into an array; anything else is passed over.</summary>
    internal bool BeginArray() => Begin((byte)'[');

    /// <summary>Where in the text the next byte stands.</summary>
    internal readonly int Position => _at;

    /// <summary>How many bytes of the text come next.</summary>
    internal readonly int Left => _json.Length - _at;

    /// <summary>Steps to the next property's value and gives its name; false at the end of the object.</summary>
    internal bool NextProperty(out ReadOnlySpan<byte> name)
    {
        var isThere = NextMember();
        name = isThere ? Name() : default;
        return isThere;
    }

    /// <summary>Steps to the next property, in front of its name; false at the end of the object.</summary>
    internal bool NextMember()
    {
        var isThere = Next((byte)'}');
        Peek();
        return isThere;
    }

    /// <summary>Steps over a property's name to its value.</summary>
    internal ReadOnlySpan<byte> Name()
    {
        if (Peek() is not (byte)'"')
        {
            throw Malformed();
        }

        var name = Text(out var isEscaped);
        if (Peek() is not (byte)':')
        {
            throw Malformed();
        }

        _at++;
        return isEscaped ? Encoding.UTF8.GetBytes(LenientText.Decode(name, isEscaped)) : name;
    }

    /// <summary>Steps to the next item of an array; false at its end.</summary>
    internal bool NextItem() => Next((byte)']');

    /// <summary>Passes over a value of any kind.</summary>
    internal void SkipValue()
    {
        switch (Peek())
        {
            case (byte)'"':
                Text(out _);
                break;
            case (byte)'{':
                Begin((byte)'{');
                while (NextProperty(out _))
                {
                    SkipValue();
                }

                break;
            case (byte)'[':
                Begin((byte)'[');
                while (NextItem())
                {
                    SkipValue();
                }

                break;
            case (byte)'t':
                Literal("true"u8);
                break;
            case (byte)'f':
                Literal("false"u8);
                break;
            case (byte)'n':
                Literal("null"u8);
                break;
            default:
                Number();
                break;
        }
    }

    /// <summary>Passes over a value of any kind and gives it as it stands.</summary>
    internal ReadOnlySpan<byte> Raw()
    {
        Peek();
        var start = _at;
        SkipValue();
        return _json[start.._at];
    }

    /// <summary>Passes over what is, byte for byte, something that was read before.</summary>
    /// <param name="before">That, as it stood; nothing where there was none.</param>
    internal bool TryRepeat(scoped ReadOnlySpan<byte> before)
    {
        Peek();
        if (before.IsEmpty || !_json[_at..].StartsWith(before))
        {
            return false;
        }

        _at += before.Length;
        return true;
    }

    /// <summary>Passes over bytes that are the same as others before them.</summary>
    /// <param name="start">Where those stand.</param>
    /// <param name="length">How many they are; 0 for none.</param>
    internal bool TryRepeat(int start, int length) => TryRepeat(_json.Slice(start, length));

    /// <summary>Makes sure that nothing follows.</summary>
    internal void End()
    {
        if (Peek() is not 0 || _at < _json.Length)
        {
            throw Malformed();
        }
    }

    private static JsonException Malformed() => new();

    /// <summary>The byte that comes next, white space passed over; 0 at the end, which begins no value either.</summary>
    private byte Peek()
    {
        while (_at < _json.Length)
        {
            var next = _json[_at];
            if (next > (byte)' ' || next is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return next;
            }

            _at++;
        }

        return 0;
    }

    private bool Begin(byte bracket)
    {
        if (Peek() != bracket)
        {
            SkipValue();
            return false;
        }

        if (++_depth > MaxDepth)
        {
            throw Malformed();
        }

        _at++;
        _isFirst = true;
        return true;
    }

    /// <summary>Steps over the comma between members, or over the bracket behind the last one.</summary>
    private bool Next(byte bracket)
    {
        var next = Peek();
        if (next == bracket)
        {
            _at++;
            _depth--;
            _isFirst = false;
            return false;
        }

        if (!_isFirst)
        {
            if (next is not (byte)',')
            {
                throw Malformed();
            }

            _at++;
        }

        _isFirst = false;
        return true;
    }

    private void Literal(ReadOnlySpan<byte> literal)
    {
        if (!_json[_at..].StartsWith(literal))
        {
            throw Malformed();
        }

        _at += literal.Length;
    }

    /// <summary>Steps over a string and gives what is between its quotes.</summary>
    private ReadOnlySpan<byte> Text(out bool isEscaped)
    {
        var start = ++_at;
        isEscaped = false;
        while (true)
        {
            var stop = _json[_at..].IndexOfAny(TextStops);
            if (stop < 0)
            {
                throw Malformed();
            }

            _at += stop;
            switch (_json[_at])
            {
                case (byte)'"':
                    return _json[start.._at++];
                case (byte)'\\':
                    isEscaped = true;
                    _at += EscapeLength(_json[(_at + 1)..]);
                    break;
                default:
                    throw Malformed();
            }
        }
    }

    private static int EscapeLength(ReadOnlySpan<byte> behindBackslash)
    {
        const int ofOneCharacter = 2;
        const int ofUnit = 6;
        switch (behindBackslash)
        {
            case [(byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t', ..]:
                return ofOneCharacter;
            case [(byte)'u', var a, var b, var c, var d, ..]
                when char.IsAsciiHexDigit((char)a) && char.IsAsciiHexDigit((char)b)
                    && char.IsAsciiHexDigit((char)c) && char.IsAsciiHexDigit((char)d):
                return ofUnit;
            default:
                throw Malformed();
        }
    }

    private ReadOnlySpan<byte> Number()
    {
        var start = _at;
        Take((byte)'-');
        if (!Take((byte)'0'))
        {
            Digits();
        }

        if (Take((byte)'.'))
        {
            Digits();
        }

        if (Take((byte)'e') || Take((byte)'E'))
        {
            _ = Take((byte)'+') || Take((byte)'-');
            Digits();
        }

        return _json[start.._at];
    }

    private bool Take(byte expected)
    {
        if (_at < _json.Length && _json[_at] == expected)
        {
            _at++;
            return true;
        }

        return false;
    }

    private void Digits()
    {
        var start = _at;
        while (_at < _json.Length && char.IsAsciiDigit((char)_json[_at]))
        {
            _at++;
        }

        if (_at == start)
        {
            throw Malformed();
        }
    }
}
