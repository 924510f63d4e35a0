namespace ThreadGraph.Yunxin;

/// <summary>Asks for a page of the replies to one IM message.</summary>
/// <remarks>
/// All six values that identify the root are required by the upstream (upstream.md 3.1). The pages of one chain share
/// root, window, order and account; only <see cref="PageToken"/> and <see cref="Limit"/> may change within it.
/// </remarks>
public sealed record ThreadMessagesQuery
{
    /// <summary>The kind of conversation that the root stands in.</summary>
    public required YunxinConversationType ConversationType { get; init; }

    /// <summary>The account that sent the root.</summary>
    public required string SenderId { get; init; }

    /// <summary>The account (one-to-one) or the decimal team id that received the root.</summary>
    public required string ReceiverId { get; init; }

    /// <summary>The root's server id.</summary>
    public required long MessageServerId { get; init; }

    /// <summary>The root's client id.</summary>
    public required string MessageClientId { get; init; }

    /// <summary>When the root was sent, in Unix milliseconds.</summary>
    public required long CreateTimeMs { get; init; }

    /// <summary>The account that asks. Sent on v2 always, on v2.1 if configured.</summary>
    public required string OperatorId { get; init; }

    /// <summary>Start of the window, in Unix milliseconds, taken as inclusive.</summary>
    public required long BeginTimeMs { get; init; }

    /// <summary>End of the window, in Unix milliseconds, taken as inclusive; may lie in the future.</summary>
    public required long EndTimeMs { get; init; }

    /// <summary>The <see cref="ThreadPage.NextToken"/> of the page before; null or empty for the first page.</summary>
    public string? PageToken { get; init; }

    /// <summary>The most replies to return, 1 to 100.</summary>
    public required int Limit { get; init; }

    /// <summary>True for the oldest replies first, false for the newest first.</summary>
    public required bool OldestFirst { get; init; }

    /// <summary>
    /// The moment until which the caller waits; null for no limit. No wait and no attempt outlasts it, and what could
    /// not be done in time fails at once.
    /// </summary>
    public DateTimeOffset? Deadline { get; init; }
}
