namespace ThreadGraph.Sandbox.Threads;

/// <summary>
/// Where a thread lives. The first three are the upstream's <c>conversation_type</c> (upstream.md 3.1).
/// </summary>
public enum ConversationKind
{
    /// <summary>Between two accounts.</summary>
    P2P = 1,

    /// <summary>An advanced team.</summary>
    Team = 2,

    /// <summary>A super team.</summary>
    SuperTeam = 3,

    /// <summary>A QChat channel; it has no <c>conversation_type</c>.</summary>
    Channel = 4,
}
