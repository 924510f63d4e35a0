using System.Security.Cryptography;
using System.Text;

namespace ThreadGraph.Yunxin.Signing;

/// <summary>The signature of a call: SHA-1 of secret, nonce and time, in lower-case hex (upstream.md 1.1).</summary>
internal static class CheckSum
{
    private const int StackBytes = 512;

    /// <summary>Signs a call. Address and body are not signed.</summary>
    /// <param name="appSecret">The application's secret.</param>
    /// <param name="nonce">The call's random string.</param>
    /// <param name="curTime">The call's time: Unix seconds in decimal digits.</param>
    /// <returns>40 characters.</returns>
    internal static string Compute(ReadOnlySpan<char> appSecret, ReadOnlySpan<char> nonce, ReadOnlySpan<char> curTime)
    {
        var bytesNeeded = Encoding.UTF8.GetMaxByteCount(appSecret.Length + nonce.Length + curTime.Length);
        var plain = bytesNeeded <= StackBytes ? stackalloc byte[StackBytes] : new byte[bytesNeeded];
        var length = Encoding.UTF8.GetBytes(appSecret, plain);
        length += Encoding.UTF8.GetBytes(nonce, plain[length..]);
        length += Encoding.UTF8.GetBytes(curTime, plain[length..]);

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The upstream's contract asks for SHA-1 (upstream.md 1.1, S).
        SHA1.HashData(plain[..length], hash);
#pragma warning restore CA5350
        CryptographicOperations.ZeroMemory(plain);
        return Convert.ToHexStringLower(hash);
    }
}
