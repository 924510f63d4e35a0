using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ThreadGraph.Yunxin.Wire;

/// <summary>
/// Reads JSON by name and with tolerance, as the vendor asks (upstream.md 1.2): a number may come as a string and the
/// other way round, and what does not fit reads as missing. Every <c>Read…</c> begins before a value and ends on it.
/// </summary>
internal static class JsonReading
{
    // Deep enough for any attachment or extension object that someone may think of.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 512 };

    /// <summary>A reader over a complete text.</summary>
    internal static Utf8JsonReader Open(ReadOnlySpan<byte> json) => new(json, Options);

    /// <summary>Steps into an object; anything else is skipped.</summary>
    internal static bool BeginObject(this ref Utf8JsonReader reader) => reader.Begin(JsonTokenType.StartObject);

    /// <summary>Steps into an array; anything else is skipped.</summary>
    internal static bool BeginArray(this ref Utf8JsonReader reader) => reader.Begin(JsonTokenType.StartArray);

    /// <summary>Steps to the next property and gives its name; false at the end of the object.</summary>
    internal static bool NextProperty(this ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        reader.Read();
        if (reader.TokenType is not JsonTokenType.PropertyName)
        {
            name = default;
            return false;
        }

        name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(LenientText.Read(ref reader)) : reader.ValueSpan;
        return true;
    }

    /// <summary>Passes over a value of any kind.</summary>
    internal static void SkipValue(this ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    /// <summary>Reads text; a number is taken by its digits.</summary>
    internal static string? ReadText(this ref Utf8JsonReader reader)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return LenientText.Read(ref reader);
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>Reads text without making a string of it; a number is taken by its digits.</summary>
    internal static JsonText? ReadJsonText(this ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return JsonText.Of(ref reader, body);
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>Reads a 64-bit integer straight from its digits, never through a double.</summary>
    internal static long? ReadInt64(this ref Utf8JsonReader reader)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var value) ? value : Whole(ref reader);
            case JsonTokenType.String:
                return FromString(ref reader);
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>Reads a 32-bit integer.</summary>
    internal static int? ReadInt32(this ref Utf8JsonReader reader) =>
        reader.ReadInt64() is { } value and >= int.MinValue and <= int.MaxValue ? (int)value : null;

    /// <summary>Reads a flag: true or false, or 1 for true and 2 or 0 for false (upstream.md 14, 19).</summary>
    internal static bool? ReadFlag(this ref Utf8JsonReader reader)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Number:
            case JsonTokenType.String:
                return reader.ValueSpan switch
                {
                    [(byte)'1'] => true,
                    [(byte)'2'] or [(byte)'0'] => false,
                    var text when text.SequenceEqual("true"u8) => true,
                    var text when text.SequenceEqual("false"u8) => false,
                    _ => null,
                };
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>Reads an array of texts; items of other kinds are left out.</summary>
    internal static List<string>? ReadTexts(this ref Utf8JsonReader reader, PageStrings strings)
    {
        if (!reader.BeginArray())
        {
            return null;
        }

        var texts = new List<string>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
            {
                texts.Add(strings.Take(ref reader));
            }
            else
            {
                reader.Skip();
            }
        }

        return texts;
    }

    private static bool Begin(this ref Utf8JsonReader reader, JsonTokenType start)
    {
        reader.Read();
        if (reader.TokenType == start)
        {
            return true;
        }

        reader.Skip();
        return false;
    }

    // 1753951800000.0 and 1.7539518e12 are whole numbers too; a decimal holds every Int64 exactly.
    private static long? Whole(ref Utf8JsonReader reader) =>
        reader.TryGetDecimal(out var value) && value >= long.MinValue && value <= long.MaxValue
            && value == decimal.Truncate(value)
            ? (long)value
            : null;

    private static long? FromString(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
        {
            var text = LenientText.Read(ref reader);
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed)
                ? parsed
                : null;
        }

        return Utf8Parser.TryParse(reader.ValueSpan, out long value, out var consumed)
            && consumed == reader.ValueSpan.Length
            ? value
            : null;
    }
}
