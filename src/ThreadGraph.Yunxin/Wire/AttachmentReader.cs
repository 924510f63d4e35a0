using System.Text;
using System.Text.Json;

namespace ThreadGraph.Yunxin.Wire;

/// <summary>Reads an attachment without looking into it (upstream.md 7.3).</summary>
internal static class AttachmentReader
{
    /// <summary>Reads the value; null and the empty string are none.</summary>
    internal static YunxinAttachment? Read(ref JsonScanner json) => json.Raw() switch
    {
        [(byte)'n', ..] => null,
        [(byte)'"', .. var text, (byte)'"'] => FromText(LenientText.Decode(text, text.Contains((byte)'\\'))),
        var raw => new(YunxinAttachmentForm.Json, Encoding.UTF8.GetString(raw)),
    };

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
            var json = new JsonScanner(Encoding.UTF8.GetBytes(text));
            json.SkipValue();
            json.End();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
