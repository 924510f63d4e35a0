using System.Text.Json;
using System.Text.Unicode;

namespace ThreadGraph.GraphQL.Http;

/// <summary>Parses JSON that one reader could not understand differently from another.</summary>
/// <remarks>
/// RFC 8259 leaves repeated keys and lone surrogates to the reader; here they are refused, as are comments, trailing
/// commas, anything behind the value, and nesting deeper than 64. A byte order mark is skipped (section 8.1).
/// </remarks>
internal static class StrictJson
{
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = MaxDepth,
        AllowDuplicateProperties = false,
    };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Parses a value; the document refers to <paramref name="json"/> and must not outlive it.</summary>
    /// <param name="json">The text in UTF-8.</param>
    /// <param name="what">What the text is, to begin a sentence with: <c>The request body</c>.</param>
    /// <param name="document">The value.</param>
    /// <returns>What is wrong; <see langword="null"/> where nothing is.</returns>
    public static Refusal? Parse(ReadOnlyMemory<byte> json, string what, out JsonDocument? document)
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
            document = JsonDocument.Parse(json, Options);
        }
        catch (JsonException exception)
        {
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

    /// <summary>Looks for an escaped surrogate without its other half: such a string is no text.</summary>
    /// <remarks>Asked of well-formed JSON alone, where every backslash begins an escape inside a string.</remarks>
    private static bool HasLoneSurrogate(ReadOnlySpan<byte> json)
    {
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
