namespace ThreadGraph.Yunxin;

/// <summary>Asks for a page of the replies to one QChat channel message.</summary>
/// <remarks>
/// The next page moves the near end of the window to the last message received and names that message in
/// <see cref="ExcludeMsgId"/>; the far end stays (upstream.md 5.2). The bounds include their millisecond and whether
/// the upstream drops more than the anchor is not documented, so remove duplicates by server id.
/// </remarks>
public sealed record ThreadTalkHistoryQuery
{
    /// <summary>The QChat server, a community, that the channel belongs to.</summary>
    public required string ServerId { get; init; }

    /// <summary>The channel that the root stands in.</summary>
    public required string ChannelId { get; init; }

    /// <summary>The root's server id.</summary>
    public required long MsgIdServer { get; init; }

    /// <summary>When the root was sent, in Unix milliseconds.</summary>
    public required long MsgTimeMs { get; init; }

    /// <summary>The account that asks.</summary>
    public required string AccId { get; init; }

    /// <summary>Start of the window, in Unix milliseconds, inclusive; 0 for no bound.</summary>
    public required long FromTimeMs { get; init; }

    /// <summary>End of the window, in Unix milliseconds, inclusive; null for the upstream's own now.</summary>
    public long? ToTimeMs { get; init; }

    /// <summary>The most replies to return, 1 to 100.</summary>
    public required int Limit { get; init; }

    /// <summary>The server id of the last message received; null for the first page.</summary>
    public long? ExcludeMsgId { get; init; }

    /// <summary>True for the oldest replies first, false for the newest first.</summary>
    public required bool OldestFirst { get; init; }

    /// <summary>
    /// The moment until which the caller waits; null for no limit. No wait and no attempt outlasts it, and what could
    /// not be done in time fails at once.
    /// </summary>
    public DateTimeOffset? Deadline { get; init; }
}
