namespace ThreadGraph.Sandbox.Threads;

/// <summary>A member's role in a team or on a QChat server, by number (upstream.md 10 and 11).</summary>
public enum MemberRole
{
    /// <summary>An ordinary member.</summary>
    Ordinary = 0,

    /// <summary>The owner.</summary>
    Owner = 1,

    /// <summary>A manager; only teams have them.</summary>
    Manager = 2,
}
