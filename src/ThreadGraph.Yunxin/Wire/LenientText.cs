using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ThreadGraph.Yunxin.Wire;

/// <summary>
/// Reads strings that are not proper Unicode. Clients cut texts at a length, now and then through the middle of an
/// emoji; one half of a surrogate pair must not cost the reader the whole thread.
/// </summary>
internal static class LenientText
{
    /// <summary>The current string; what is not proper Unicode in it reads as U+FFFD.</summary>
    internal static string Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Repair(Unescape(Encoding.UTF8.GetString(reader.ValueSpan)));
        }
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not '\\')
            {
                result.Append(text[i]);
                continue;
            }

            // The JSON reader has checked that an escape is complete.
            i++;
            result.Append(text[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(text.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                var literal => literal,
            });
            i += text[i] is 'u' ? 4 : 0;
        }

        return result.ToString();
    }

    private static string Repair(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(rune.ToString());
        }

        return result.ToString();
    }
}
