namespace ThreadGraph.Sandbox.Threads;

/// <summary>A team of either kind.</summary>
/// <param name="Id">The team's ID.</param>
/// <param name="Kind">Team or super team.</param>
/// <param name="Members">Who belongs to it.</param>
internal sealed record SandboxTeam(long Id, ConversationKind Kind, SandboxMembers Members)
{
    /// <summary><c>team_type</c> is not <c>conversation_type</c>: 1 team, 2 super team (upstream.md 10).</summary>
    public int Type => Kind == ConversationKind.Team ? 1 : 2;
}
