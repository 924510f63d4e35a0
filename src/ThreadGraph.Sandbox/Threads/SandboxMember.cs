namespace ThreadGraph.Sandbox.Threads;

/// <summary>A member of a team or of a QChat server.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="JoinTimeMs">Since when, in epoch milliseconds.</param>
/// <param name="Role">As what.</param>
public sealed record SandboxMember(string AccountId, long JoinTimeMs = 0, MemberRole Role = MemberRole.Ordinary);
