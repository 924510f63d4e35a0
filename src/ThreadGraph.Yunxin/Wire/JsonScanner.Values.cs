using System.Buffers.Text;
using System.Globalization;

namespace ThreadGraph.Yunxin.Wire;

/// <content>
/// Values, read with tolerance, as the vendor asks (upstream.md 1.2): a number may come as a string and the other way round,
/// and what does not fit reads as missing.
/// </content>
internal ref partial struct JsonScanner
{
    /// <summary>Reads text; a number is taken by its digits.</summary>
    internal string? ReadText() => TryReadToken(out var token, out var isEscaped) ? LenientText.Decode(token, isEscaped) : null;

    /// <summary>Reads text without making a string of it; a number is taken by its digits.</summary>
    /// <param name="texts">Where the text is kept.</param>
    /// <param name="before">One that has been kept, and is given again if it is repeated.</param>
    /// <returns>The text; the default value for none.</returns>
    internal JsonText ReadJsonText(PageTexts texts, JsonText before = default)
    {
        if (TryRepeat(before.Raw))
        {
            return before;
        }

        if (Peek() is not (byte)'"')
        {
            return ReadText() is { } digits ? (JsonText)digits : default;
        }

        var start = _at;
        Text(out _);
        return texts.Keep(_json[start.._at], Left);
    }

    /// <summary>Reads the characters of a text or number as they stand; false for anything else.</summary>
    internal bool TryReadToken(out ReadOnlySpan<byte> token, out bool isEscaped)
    {
        isEscaped = false;
        switch (Peek())
        {
            case (byte)'"':
                token = Text(out isEscaped);
                return true;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                token = Number();
                return true;
            default:
                SkipValue();
                token = default;
                return false;
        }
    }

    /// <summary>Reads a 64-bit integer straight from its digits, never through a double.</summary>
    internal long? ReadInt64()
    {
        if (TryReadDigits(out var number))
        {
            return number;
        }

        var isText = Peek() is (byte)'"';
        if (!TryReadToken(out var token, out var isEscaped))
        {
            return null;
        }

        if (isEscaped)
        {
            var text = LenientText.Decode(token, isEscaped);
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed)
                ? parsed
                : null;
        }

        return Utf8Parser.TryParse(token, out long value, out var consumed) && consumed == token.Length ? value
            : isText ? null
            : Whole(token);
    }

    /// <summary>Reads a 32-bit integer.</summary>
    internal int? ReadInt32() => ReadInt64() is { } value and >= int.MinValue and <= int.MaxValue ? (int)value : null;

    /// <summary>Reads a flag: true or false, or 1 for true and 2 or 0 for false (upstream.md 14, 19).</summary>
    internal bool? ReadFlag()
    {
        if (Peek() is (byte)'t' or (byte)'f')
        {
            var isTrue = Peek() is (byte)'t';
            SkipValue();
            return isTrue;
        }

        if (!TryReadToken(out var token, out _))
        {
            return null;
        }

        return token switch
        {
            [(byte)'1'] => true,
            [(byte)'2'] or [(byte)'0'] => false,
            _ when token.SequenceEqual("true"u8) => true,
            _ when token.SequenceEqual("false"u8) => false,
            _ => null,
        };
    }

    /// <summary>Reads an array of texts; items of other kinds are left out.</summary>
    internal List<string>? ReadTexts(PageStrings strings)
    {
        if (!BeginArray())
        {
            return null;
        }

        var texts = new List<string>();
        while (NextItem())
        {
            if (strings.Read(ref this) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    // Nearly every number is a few digits, and those are read in one go; all else is left to the way that knows it.
    private bool TryReadDigits(out long number)
    {
        const int safeDigits = 18;
        Peek();
        (number, var end) = (0, _at);
        while (end < _json.Length && (uint)(_json[end] - '0') is <= 9 and var digit)
        {
            number = (number * 10) + digit;
            end++;
        }

        var isWhole = end < _json.Length && _json[end] is (byte)',' or (byte)'}' or (byte)']';
        if (!isWhole || end - _at is 0 or > safeDigits || (_json[_at] is (byte)'0' && end - _at > 1))
        {
            return false;
        }

        _at = end;
        return true;
    }

    // 1753951800000.0 and 1.7539518e12 are whole numbers too; a decimal holds every Int64 exactly.
    private static long? Whole(ReadOnlySpan<byte> number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value >= long.MinValue && value <= long.MaxValue && value == decimal.Truncate(value)
            ? (long)value
            : null;
}
