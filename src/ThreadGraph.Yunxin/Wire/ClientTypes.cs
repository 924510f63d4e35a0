using System.Globalization;
using System.Text.Json;

namespace ThreadGraph.Yunxin.Wire;

/// <summary>Reads the kind of client by number or by name (upstream.md 7.2).</summary>
internal static class ClientTypes
{
    /// <summary>The number; null for a name that the contract does not list.</summary>
    internal static int? Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.Number)
        {
            return reader.TryGetInt32(out var number) && number >= 0 ? number : null;
        }

        if (reader.TokenType is not JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        return LenientText.Read(ref reader) switch
        {
            "AOS" => 1,
            "IOS" => 2,
            "PC" => 4,
            "WINPHONE" => 8,
            "WEB" => 16,
            "REST" => 32,
            "MAC" => 64,
            "HARMONY" => 65,
            var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null,
        };
    }
}
