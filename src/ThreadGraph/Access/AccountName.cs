using System.Diagnostics.CodeAnalysis;

namespace ThreadGraph.Access;

/// <summary>Names of Yunxin accounts (upstream.md 1.1).</summary>
internal static class AccountName
{
    /// <summary>The rule in words.</summary>
    public const string Rule = "1 to 32 letters, digits and _ @ . - characters";

    private const int MaxLength = 32;

    /// <summary>Reads a name as the upstream compares it: in lower case.</summary>
    /// <param name="text">The name as somebody wrote it.</param>
    /// <param name="account">The account.</param>
    /// <returns>False where it is no name.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? account)
    {
        account = text is { Length: > 0 and <= MaxLength } && text.All(IsAllowed) && !IsPathSegment(text)
            ? text.ToLowerInvariant()
            : null;
        return account is not null;
    }

    /// <summary>
    /// A letter is one of any script: the contract does not narrow it down. But a strange one that becomes a plain one in
    /// lower case, such as the Kelvin sign, would make one account's name another's.
    /// </summary>
    private static bool IsAllowed(char c) => char.IsAscii(c)
        ? char.IsAsciiLetterOrDigit(c) || c is '_' or '@' or '.' or '-'
        : char.IsLetterOrDigit(c) && !char.IsAscii(char.ToLowerInvariant(c));

    /// <summary>Names stand in the paths of upstream calls, where these two mean something else.</summary>
    private static bool IsPathSegment(string text) => text is "." or "..";
}
