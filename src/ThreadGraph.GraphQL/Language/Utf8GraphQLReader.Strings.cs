using System.Buffers;
using System.Text;

namespace ThreadGraph.GraphQL.Language;

internal ref partial struct Utf8GraphQLReader
{
    private static readonly SearchValues<byte> StringStops = SearchValues.Create("\"\\\n\r"u8);

    /// <summary>The semantic value of the current string or block string.</summary>
    public readonly string GetString() => Kind switch
    {
        TokenKind.BlockString => BlockString.Parse(Encoding.UTF8.GetString(Raw[3..^3])),
        _ when _hasEscapes => Unescape(),
        _ => Encoding.UTF8.GetString(Raw[1..^1]),
    };

    /// <summary>
    /// StringValue :: `""` [lookahead != `"`], `"` StringCharacter+ `"`, BlockString.
    /// </summary>
    private void ReadStringOrBlockString()
    {
        if (At(Start + 1) == '"' && At(Start + 2) == '"')
        {
            ReadBlockString();
        }
        else
        {
            ReadString();
        }
    }

    /// <summary>
    /// StringCharacter :: SourceCharacter but not `"` or `\` or LineTerminator,
    /// `\u` EscapedUnicode, `\` EscapedCharacter.
    /// </summary>
    private void ReadString()
    {
        _hasEscapes = false;
        var position = Start + 1;
        while (true)
        {
            position = ScanString(position, _source[position..].IndexOfAny(StringStops));
            switch (At(position))
            {
                case (byte)'"':
                    Accept(TokenKind.String, position + 1 - Start);
                    return;
                case (byte)'\\':
                    _hasEscapes = true;
                    position += ReadEscape(position, out _);
                    break;
                default:
                    throw Error(position, "Unterminated string.");
            }
        }
    }

    /// <summary>
    /// BlockString :: `"""` BlockStringCharacter* `"""`
    /// BlockStringCharacter :: SourceCharacter but not `"""` or `\"""`, `\"""`.
    /// </summary>
    private void ReadBlockString()
    {
        var position = Start + 3;
        while (true)
        {
            position = ScanString(position, _source[position..].IndexOfAny((byte)'"', (byte)'\\'));
            if (position == _source.Length)
            {
                throw Error(position, "Unterminated string.");
            }

            if (_source[position..].StartsWith("\"\"\""u8))
            {
                Accept(TokenKind.BlockString, position + 3 - Start);
                return;
            }

            position += _source[position..].StartsWith("\\\"\"\""u8) ? 4 : 1;
        }
    }

    /// <summary>Steps over plain characters, which must be valid UTF-8.</summary>
    /// <param name="position">Where they start.</param>
    /// <param name="length">How many bytes there are before the next character of meaning; -1 if there is none.</param>
    private readonly int ScanString(int position, int length)
    {
        var end = length < 0 ? _source.Length : position + length;
        return end > _invalidAt ? throw InvalidCharacter(_invalidAt, " within String") : end;
    }

    private readonly string Unescape()
    {
        // Neither a UTF-8 sequence nor an escape has fewer bytes than its value has UTF-16 code units.
        var characters = ArrayPool<char>.Shared.Rent(End - Start);
        try
        {
            var count = 0;
            var position = Start + 1;
            while (true)
            {
                var length = _source[position..(End - 1)].IndexOf((byte)'\\');
                var end = length < 0 ? End - 1 : position + length;
                count += Encoding.UTF8.GetChars(_source[position..end], characters.AsSpan(count));
                if (length < 0)
                {
                    return new string(characters, 0, count);
                }

                position = end + ReadEscape(end, out var value);
                count += value.EncodeToUtf16(characters.AsSpan(count));
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    /// <summary>Reads the escape sequence that starts with the backslash at an offset.</summary>
    /// <returns>Its length in bytes.</returns>
    private readonly int ReadEscape(int position, out Rune value)
    {
        if (At(position + 1) != 'u')
        {
            value = ReadEscapedCharacter(position);
            return 2;
        }

        return At(position + 2) == '{'
            ? ReadEscapedUnicodeVariableWidth(position, out value)
            : ReadEscapedUnicodeFixedWidth(position, out value);
    }

    /// <summary>EscapedCharacter :: one of `"` `\` `/` `b` `f` `n` `r` `t`.</summary>
    private readonly Rune ReadEscapedCharacter(int position) => At(position + 1) switch
    {
        (byte)'"' => new Rune('"'),
        (byte)'\\' => new Rune('\\'),
        (byte)'/' => new Rune('/'),
        (byte)'b' => new Rune('\b'),
        (byte)'f' => new Rune('\f'),
        (byte)'n' => new Rune('\n'),
        (byte)'r' => new Rune('\r'),
        (byte)'t' => new Rune('\t'),
        _ => throw Error(position, $"Invalid character escape sequence: \"{Excerpt(position, 2)}\"."),
    };

    /// <summary>EscapedUnicode :: `{` HexDigit+ `}`: a Unicode scalar value with any number of leading zeros.</summary>
    private readonly int ReadEscapedUnicodeVariableWidth(int position, out Rune value)
    {
        var codePoint = 0L;
        var length = 3;
        while (HexDigit(At(position + length)) is var digit and >= 0 && codePoint <= int.MaxValue)
        {
            codePoint = (codePoint << 4) | (uint)digit;
            length++;
        }

        var closed = length > 3 && At(position + length) == '}';
        if (closed && codePoint <= int.MaxValue && Rune.TryCreate((int)codePoint, out value))
        {
            return length + 1;
        }

        // Shown up to the character that broke it, which is behind the digits unless these overflowed.
        throw InvalidUnicodeEscape(position, codePoint <= int.MaxValue ? length + 1 : length);
    }

    /// <summary>
    /// EscapedUnicode :: HexDigit HexDigit HexDigit HexDigit: a Unicode scalar value, or a leading surrogate with the
    /// trailing one in a second such escape behind it.
    /// </summary>
    private readonly int ReadEscapedUnicodeFixedWidth(int position, out Rune value)
    {
        var unit = Read16Bits(position + 2);
        if (unit >= 0 && Rune.TryCreate(unit, out value))
        {
            return 6;
        }

        if (unit >= 0 && At(position + 6) == '\\' && At(position + 7) == 'u')
        {
            var trailing = Read16Bits(position + 8);
            if (trailing >= 0 && Rune.TryCreate((char)unit, (char)trailing, out value))
            {
                return 12;
            }
        }

        throw InvalidUnicodeEscape(position, 6);
    }

    /// <summary>Four hexadecimal digits as a number; negative when they are not four.</summary>
    private readonly int Read16Bits(int position) =>
        (HexDigit(At(position)) << 12)
        | (HexDigit(At(position + 1)) << 8)
        | (HexDigit(At(position + 2)) << 4)
        | HexDigit(At(position + 3));

    private static int HexDigit(byte character) => character switch
    {
        >= (byte)'0' and <= (byte)'9' => character - '0',
        >= (byte)'A' and <= (byte)'F' => character - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
        _ => -1,
    };

    private readonly SyntaxException InvalidUnicodeEscape(int position, int length) =>
        Error(position, $"Invalid Unicode escape sequence: \"{Excerpt(position, length)}\".");
}
