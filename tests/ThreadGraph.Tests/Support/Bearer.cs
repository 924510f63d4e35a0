using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ThreadGraph.Tests.Support;

/// <summary>Bearer tokens of an issuer that the server is told to trust.</summary>
internal static class Bearer
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("a key of the tests, long enough for HMAC-SHA-256");

    /// <summary>The settings that make the server trust the issuer.</summary>
    public static string[] Settings { get; } =
    [
        "--Authentication:Schemes:Bearer:ValidIssuer=tests",
        "--Authentication:Schemes:Bearer:ValidAudience=threadgraph",
        "--Authentication:Schemes:Bearer:SigningKeys:0:Issuer=tests",
        $"--Authentication:Schemes:Bearer:SigningKeys:0:Value={Convert.ToBase64String(Key)}",
    ];

    /// <summary>A token for an account, good until the year 2100.</summary>
    public static string For(string account, string claim = "sub") =>
        Sign($$"""{"iss":"tests","aud":"threadgraph","exp":4102444800,"{{claim}}":"{{account}}"}""");

    public static string Sign(string payload) =>
        Sign("""{"alg":"HS256","typ":"JWT"}""", payload, static content => HMACSHA256.HashData(Key, content));

    /// <summary>A token with a header and a signature of the test's own.</summary>
    public static string Sign(string header, string payload, Func<byte[], byte[]> sign)
    {
        var content = $"{Encode(header)}.{Encode(payload)}";
        return $"{content}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(content)))}";
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
