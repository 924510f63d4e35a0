using System.Globalization;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>
/// The names that QChat gives client types (upstream.md 7.2); a number without a name is sent as digits.
/// </summary>
internal static class ClientTypeNames
{
    public static string Of(int clientType) => clientType switch
    {
        1 => "AOS",
        2 => "IOS",
        4 => "PC",
        8 => "WINPHONE",
        16 => "WEB",
        32 => "REST",
        64 => "MAC",
        65 => "HARMONY",
        _ => clientType.ToString(CultureInfo.InvariantCulture),
    };
}
