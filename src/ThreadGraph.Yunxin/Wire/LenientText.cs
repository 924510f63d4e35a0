using System.Globalization;
using System.Text;

namespace ThreadGraph.Yunxin.Wire;

/// <summary>
/// Reads strings that are not proper Unicode. Clients cut texts at a length, now and then through the middle of an
/// emoji; one half of a surrogate pair must not cost the reader the whole thread.
/// </summary>
internal static class LenientText
{
    /// <summary>What stands between a string's quotes; what is not proper Unicode in it reads as U+FFFD.</summary>
    internal static string Decode(ReadOnlySpan<byte> text, bool isEscaped)
    {
        // Bytes that are no UTF-8 become U+FFFD here, halves of surrogate pairs below.
        var plain = Encoding.UTF8.GetString(text);
        return isEscaped ? Repair(Unescape(plain)) : plain;
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

            // The scanner has checked that an escape is complete.
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
