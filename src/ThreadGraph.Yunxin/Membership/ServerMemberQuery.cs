namespace ThreadGraph.Yunxin;

/// <summary>Asks whether an account is a member of a QChat server.</summary>
public sealed record ServerMemberQuery
{
    /// <summary>The account in question.</summary>
    public required string AccId { get; init; }

    /// <summary>The QChat server, a community.</summary>
    public required string ServerId { get; init; }

    /// <summary>The moment until which the caller waits; null for no limit.</summary>
    public DateTimeOffset? Deadline { get; init; }
}
