using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin;

/// <summary>A text as it came: a JSON string in UTF-8, as it stood on its page.</summary>
/// <remarks>
/// Most texts of a page are handed on or not wanted at all; making .NET strings of them was about a fifth of all that a request
/// for a flat list allocated.
/// </remarks>
public readonly struct JsonText : IEquatable<JsonText>
{
    // The least that an escape takes, and one of a UTF-16 unit: \n and \u000a.
    private const int EscapeLength = 2;
    private const int UnitLength = 6;

    private readonly ReadOnlyMemory<byte> _json;

    /// <param name="json">A JSON string with its quotes.</param>
    internal JsonText(ReadOnlyMemory<byte> json) => _json = json;

    /// <summary>The JSON string with its quotes. What is not proper Unicode in it has become U+FFFD.</summary>
    public ReadOnlySpan<byte> Json
    {
        get
        {
            var json = _json.Span;
            return json.IsEmpty ? "\"\""u8 : IsProper(json) ? json : ((JsonText)ToString())._json.Span;
        }
    }

    /// <summary>The text; null for the default value, which is how fields keep that there is none in 16 bytes instead of 24.</summary>
    internal JsonText? OrNull => _json.IsEmpty ? default(JsonText?) : this;

    /// <summary>The JSON string with its quotes, as it came; nothing for the default value.</summary>
    internal ReadOnlySpan<byte> Raw => _json.Span;

    /// <summary>Whether it has no characters.</summary>
    public bool IsEmpty => _json.Length <= "\"\"".Length;

    /// <summary>The text of a .NET string.</summary>
    public static implicit operator JsonText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var escaped = JsonEncodedText.Encode(Encoding.UTF8.GetBytes(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes;
        return new JsonText((byte[])[(byte)'"', .. escaped, (byte)'"']);
    }

    /// <summary>Whether the left text is the right one.</summary>
    public static bool operator ==(JsonText left, JsonText right) => left.Equals(right);

    /// <summary>Whether the left text is not the right one.</summary>
    public static bool operator !=(JsonText left, JsonText right) => !left.Equals(right);

    /// <summary>The text.</summary>
    public override string ToString()
    {
        if (_json.IsEmpty)
        {
            return "";
        }

        var text = _json.Span[1..^1];
        return LenientText.Decode(text, text.Contains((byte)'\\'));
    }

    /// <inheritdoc/>
    public bool Equals(JsonText other) => _json.Span.SequenceEqual(other._json.Span)
        || (_json.IsEmpty == other._json.IsEmpty && ToString() == other.ToString());

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is JsonText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static bool IsProper(ReadOnlySpan<byte> json) => Utf8.IsValid(json) && !HasLoneSurrogate(json);

    // The scanner has seen to it that every escape is complete.
    private static bool HasLoneSurrogate(ReadOnlySpan<byte> json)
    {
        // Line breaks and quotes are escaped in many texts, units in few: those are looked for in one go.
        if (json.IndexOf("\\u"u8) < 0)
        {
            return false;
        }

        for (var at = json.IndexOf((byte)'\\'); at >= 0; at = json.IndexOf((byte)'\\'))
        {
            json = json[at..];
            if (!BeginsWithSurrogate(json, '8', 'f'))
            {
                json = json[EscapeLength..];
            }
            else if (BeginsWithSurrogate(json, '8', 'b') && BeginsWithSurrogate(json[UnitLength..], 'c', 'f'))
            {
                json = json[(2 * UnitLength)..];
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an escaped surrogate comes next: high ones are d8 to db, low ones dc to df.</summary>
    private static bool BeginsWithSurrogate(ReadOnlySpan<byte> json, char from, char to) =>
        json is [(byte)'\\', (byte)'u', (byte)'d' or (byte)'D', var second, ..]
        && char.ToLowerInvariant((char)second) is var digit && digit >= from && digit <= to;
}
