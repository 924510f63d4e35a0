using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>The four signing headers of every call, and the clock that they are held against.</summary>
/// <remarks>Wrong signature and stale clock share code 414 with wrong parameters (upstream.md 1.1, D).</remarks>
internal static class RequestSignature
{
    private const int MaxNonceLength = 128;
    private const int ToleranceSeconds = 300;

    /// <returns>Null when the call is signed as it should be.</returns>
    public static Refusal? Check(IHeaderDictionary headers, SandboxOptions options, long nowMs)
    {
        string appKey = headers["AppKey"].ToString(), nonce = headers["Nonce"].ToString();
        string curTime = headers["CurTime"].ToString(), checkSum = headers["CheckSum"].ToString();
        if (appKey.Length == 0)
        {
            return Bad("Header \"AppKey\" is missing.");
        }

        if (appKey != options.AppKey)
        {
            return new Refusal(Codes.UnknownAppKey, "The AppKey does not exist here.");
        }

        if (nonce.Length is 0 or > MaxNonceLength)
        {
            return Bad("Header \"Nonce\" must have 1 to 128 characters.");
        }

        if (!long.TryParse(curTime, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return Bad("Header \"CurTime\" must be UTC epoch seconds in decimal digits.");
        }

        if (Math.Abs((nowMs / 1000) - seconds) > ToleranceSeconds)
        {
            return Bad("Header \"CurTime\" is more than 5 minutes away from the server's clock.");
        }

        return CheckSumOf(options.AppSecret, nonce, curTime) == checkSum
            ? null
            : Bad("Header \"CheckSum\" must be the lower-case hex SHA-1 of AppSecret + Nonce + CurTime.");
    }

    [SuppressMessage("Security", "CA5350", Justification = "SHA-1 is the upstream's choice (upstream.md 1.1, S).")]
    internal static string CheckSumOf(string appSecret, string nonce, string curTime) =>
        Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(appSecret + nonce + curTime)));

    private static Refusal Bad(string message) => new(Codes.BadParameter, message);
}
