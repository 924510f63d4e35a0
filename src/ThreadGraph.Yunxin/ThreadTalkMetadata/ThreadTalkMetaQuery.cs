namespace ThreadGraph.Yunxin;

/// <summary>Asks for the reply counts of messages of one QChat channel.</summary>
public sealed record ThreadTalkMetaQuery
{
    /// <summary>The QChat server, a community, that the channel belongs to.</summary>
    public required string ServerId { get; init; }

    /// <summary>The channel that the messages stand in.</summary>
    public required string ChannelId { get; init; }

    /// <summary>The account that asks.</summary>
    public required string AccId { get; init; }

    /// <summary>The messages, 1 to 100.</summary>
    public required IReadOnlyList<ThreadTalkRoot> Messages { get; init; }

    /// <summary>
    /// The moment until which the caller waits; null for no limit. No wait and no attempt outlasts it, and what could
    /// not be done in time fails at once.
    /// </summary>
    public DateTimeOffset? Deadline { get; init; }
}
