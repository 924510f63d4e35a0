using Microsoft.IdentityModel.Tokens;

namespace ThreadGraph.Access;

/// <summary>What tokens may be signed with. A token without a signature is none.</summary>
internal static class SigningAlgorithms
{
    private static readonly string[] WithPublicKey =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private static readonly string[] WithSharedKey =
    [
        SecurityAlgorithms.HmacSha256, SecurityAlgorithms.HmacSha384, SecurityAlgorithms.HmacSha512,
    ];

    /// <summary>All that there are.</summary>
    public static IReadOnlyList<string> All { get; } = [.. WithPublicKey, .. WithSharedKey];

    /// <summary>Those that fit the keys at hand: a public key is never taken for a shared one.</summary>
    /// <param name="keys">The keys that are configured.</param>
    /// <param name="hasAuthority">Whether an authority publishes others.</param>
    public static IEnumerable<string> Fitting(IReadOnlyCollection<SecurityKey> keys, bool hasAuthority) =>
    [
        .. hasAuthority || keys.Any(static key => key is not SymmetricSecurityKey) ? WithPublicKey : [],
        .. keys.Any(static key => key is SymmetricSecurityKey) ? WithSharedKey : [],
    ];
}
