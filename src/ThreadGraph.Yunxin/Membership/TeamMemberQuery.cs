namespace ThreadGraph.Yunxin;

/// <summary>Asks whether an account is in a team or super team, by a message of it.</summary>
public sealed record TeamMemberQuery
{
    /// <summary>The account in question, in whose name the message is read.</summary>
    public required string AccountId { get; init; }

    /// <summary>Team or super team.</summary>
    public required YunxinConversationType ConversationType { get; init; }

    /// <summary>The team's id, in decimal digits.</summary>
    public required string TeamId { get; init; }

    /// <summary>The message's server id.</summary>
    public required long MessageServerId { get; init; }

    /// <summary>When the message was sent, in Unix milliseconds.</summary>
    public required long CreateTimeMs { get; init; }

    /// <summary>The moment until which the caller waits; null for no limit.</summary>
    public DateTimeOffset? Deadline { get; init; }
}
