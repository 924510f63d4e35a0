using System.Text.Json;
using System.Text.Unicode;

namespace ThreadGraph.GraphQL.Http;

/// <summary>Parses JSON that one reader could not understand differently from another.</summary>
/// <remarks>
/// RFC 8259 leaves repeated keys and lone surrogates to the reader; here they are refused, as are comments, trailing
/// commas, anything behind the value, and nesting beyond a limit. A byte order mark is skipped (section 8.1).
/// </remarks>
internal static class StrictJson
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Parses a value; the document refers to <paramref name="json"/> and must not outlive it.</summary>
    /// <param name="json">The text in UTF-8.</param>
    /// <param name="what">What the text is, to begin a sentence with: <c>The request body</c>.</param>
    /// <param name="maxDepth">How deep arrays and objects may stand inside one another.</param>
    /// <param name="document">The value.</param>
    /// <returns>What is wrong; <see langword="null"/> where nothing is.</returns>
    public static Refusal? Parse(ReadOnlyMemory<byte> json, string what, int maxDepth, out JsonDocument? document)
    {
        document = null;
        if (json.Span.StartsWith(ByteOrderMark))
        {
            json = json[ByteOrderMark.Length..];
        }

        if (!Utf8.IsValid(json.Span))
        {
            return Refusal.NotUtf8(what);
        }

        try
        {
            document = JsonDocument.Parse(json, new() { MaxDepth = maxDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException exception)
        {
            if (IsDeeperThan(maxDepth, json.Span))
            {
                return Refusal.TooDeep(what, maxDepth);
            }

            // Only a syntax error has a place; a repeated key is noticed after the object was read.
            return exception is { LineNumber: { } line, BytePositionInLine: { } position }
                ? Refusal.NotJson(what, line + 1, position + 1)
                : Refusal.RepeatedKey(what);
        }

        if (!HasLoneSurrogate(json.Span))
        {
            return null;
        }

        document.Dispose();
        document = null;
        return Refusal.LoneSurrogate(what);
    }

    /// <summary>Whether the text, as far as it is JSON, goes deeper than allowed.</summary>
    private static bool IsDeeperThan(int maxDepth, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth + 1 });
        try
        {
            while (reader.Read())
            {
                // The depth of a start is counted from 0.
                if (reader.CurrentDepth == maxDepth && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            // It breaks before it gets too deep.
        }

        return false;
    }

    /// <summary>Looks for an escaped surrogate without its other half: such a string is no text.</summary>
    /// <remarks>Asked of well-formed JSON alone, where every backslash begins an escape inside a string.</remarks>
    private static bool HasLoneSurrogate(ReadOnlySpan<byte> json)
    {
        // Queries are full of line breaks, which are escapes, too, so units are looked for first.
        if (json.IndexOf("\\u"u8) < 0)
        {
            return false;
        }

        while (json.IndexOf((byte)'\\') is >= 0 and var backslash)
        {
            json = json[backslash..];
            var unit = EscapedUnit(json);
            if (unit is < 0xD800 or > 0xDFFF)
            {
                json = json[2..];
                continue;
            }

            if (unit > 0xDBFF || EscapedUnit(json[6..]) is < 0xDC00 or > 0xDFFF)
            {
                return true;
            }

            json = json[12..];
        }

        return false;
    }

    /// <summary>The UTF-16 unit of the escape <c>\uXXXX</c> that the text begins with; 0 where there is none.</summary>
    private static int EscapedUnit(ReadOnlySpan<byte> json) =>
        json.StartsWith("\\u"u8) ? Convert.ToInt32(System.Text.Encoding.ASCII.GetString(json.Slice(2, 4)), 16) : 0;
}
