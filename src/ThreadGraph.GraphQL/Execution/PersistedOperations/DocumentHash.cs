using System.Security.Cryptography;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>The hash that a document goes by: SHA-256 of its UTF-8, in lower-case hexadecimal, as in Apollo's protocol.</summary>
internal static class DocumentHash
{
    public static string Of(ReadOnlySpan<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document));
}
