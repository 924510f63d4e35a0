using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace ThreadGraph.Yunxin.Signing;

/// <summary>Puts the four headers on a request by which the upstream knows the application (upstream.md 1.1).</summary>
internal sealed class RequestSigner(YunxinOptions options, TimeProvider time)
{
    // Nonce: at most 128 characters (upstream.md 1.1, S); 128 random bits are plenty.
    private const int NonceBytes = 16;

    private readonly string _appKey = options.AppKey;
    private readonly string _appSecret = options.AppSecret;

    /// <summary>Signs one attempt; every attempt needs a nonce and a time of its own.</summary>
    internal void Sign(HttpRequestHeaders headers)
    {
        var nonce = NewNonce();
        var curTime = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        headers.TryAddWithoutValidation("AppKey", _appKey);
        headers.TryAddWithoutValidation("Nonce", nonce);
        headers.TryAddWithoutValidation("CurTime", curTime);
        headers.TryAddWithoutValidation("CheckSum", CheckSum.Compute(_appSecret, nonce, curTime));
    }

    private static string NewNonce()
    {
        Span<byte> random = stackalloc byte[NonceBytes];
        RandomNumberGenerator.Fill(random);
        return Convert.ToHexStringLower(random);
    }
}
