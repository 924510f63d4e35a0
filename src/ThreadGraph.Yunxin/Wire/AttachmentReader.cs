using System.Text;
using System.Text.Json;

namespace ThreadGraph.Yunxin.Wire;

/// <summary>Reads an attachment without looking into it (upstream.md 7.3).</summary>
internal static class AttachmentReader
{
    /// <summary>Reads the value; null and the empty string are none.</summary>
    internal static YunxinAttachment? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> body)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => FromText(LenientText.Read(ref reader)),
            _ => FromJson(ref reader, body),
        };
    }

    private static YunxinAttachment FromJson(ref Utf8JsonReader reader, ReadOnlySpan<byte> body)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        var raw = body[start..(int)reader.BytesConsumed];
        return new(YunxinAttachmentForm.Json, Encoding.UTF8.GetString(raw));
    }

    private static YunxinAttachment? FromText(string text)
    {
        if (text.Length is 0)
        {
            return null;
        }

        return new(HoldsJson(text) ? YunxinAttachmentForm.JsonInString : YunxinAttachmentForm.Text, text);
    }

    private static bool HoldsJson(string text)
    {
        if (text.AsSpan().TrimStart() is not (['{', ..] or ['[', ..]))
        {
            return false;
        }

        try
        {
            var reader = JsonReading.Open(Encoding.UTF8.GetBytes(text));
            while (reader.Read())
            {
                // Reading to the end is the check.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
