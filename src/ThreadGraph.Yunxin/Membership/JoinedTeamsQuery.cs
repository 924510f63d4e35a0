namespace ThreadGraph.Yunxin;

/// <summary>Asks for a full page of the teams that an account is in.</summary>
public sealed record JoinedTeamsQuery
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>Team or super team.</summary>
    public required YunxinConversationType ConversationType { get; init; }

    /// <summary>The page before's token; null for the first page.</summary>
    public string? PageToken { get; init; }

    /// <summary>The moment until which the caller waits; null for no limit.</summary>
    public DateTimeOffset? Deadline { get; init; }
}
