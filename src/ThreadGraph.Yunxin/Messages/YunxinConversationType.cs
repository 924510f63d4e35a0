namespace ThreadGraph.Yunxin;

/// <summary>The kinds of IM conversation, numbered as on the wire (upstream.md 3.1).</summary>
/// <remarks>Not to be mistaken for the upstream's team types, which count from 1 for an advanced team.</remarks>
public enum YunxinConversationType
{
    /// <summary>Two accounts.</summary>
    P2P = 1,

    /// <summary>An advanced team.</summary>
    Team = 2,

    /// <summary>A super team.</summary>
    SuperTeam = 3,
}
