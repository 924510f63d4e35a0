using ThreadGraph.Yunxin;

namespace ThreadGraph.Access;

/// <summary>Which messages of a team only some of its members see (upstream.md 4).</summary>
internal static class DirectedMessages
{
    /// <summary>
    /// Whether an account may see a message: one that is directed is for the accounts it names, or, where
    /// <c>inclusive</c> is false, for all but them. Its sender sees it always.
    /// </summary>
    public static bool IsVisible(YunxinMessage message, string account) =>
        message.ReceiverAccountIds is not { } accounts
        || IsSame(message.SenderId, account)
        || accounts.Contains(account, StringComparer.OrdinalIgnoreCase) == (message.Inclusive ?? true);

    /// <summary>upstream.md 1.1: the upstream compares accounts in lower case.</summary>
    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
