using System.Globalization;

namespace ThreadGraph.Yunxin.Wire;

/// <summary>Reads the kind of client by number or by name (upstream.md 7.2).</summary>
internal static class ClientTypes
{
    /// <summary>The number; null for a name that the contract does not list.</summary>
    internal static int? Read(ref JsonScanner json)
    {
        if (!json.TryReadToken(out var token, out var isEscaped))
        {
            return null;
        }

        // The numbers are far more common, and need no string.
        if (int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return LenientText.Decode(token, isEscaped) switch
        {
            "AOS" => 1,
            "IOS" => 2,
            "PC" => 4,
            "WINPHONE" => 8,
            "WEB" => 16,
            "REST" => 32,
            "MAC" => 64,
            "HARMONY" => 65,
            _ => null,
        };
    }
}
