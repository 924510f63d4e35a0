namespace ThreadGraph.Sandbox.Threads;

/// <summary>
/// Account IDs: at most 32 letters, digits, <c>_ @ . -</c>; lower-cased by the server (upstream.md 1.1).
/// </summary>
internal static class AccountId
{
    private const int MaxLength = 32;

    /// <summary>A letter is one of any script: the contract does not narrow it down.</summary>
    public static bool IsValid(string id)
    {
        foreach (var c in id)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '@' or '.' or '-'))
            {
                return false;
            }
        }

        return id.Length is > 0 and <= MaxLength;
    }

    public static string Normalize(string id) =>
        IsValid(id)
            ? id.ToLowerInvariant()
            : throw new ArgumentException(
                $"\"{id}\" is not an account: 1 to 32 of letters, digits and _ @ . - characters.");
}
