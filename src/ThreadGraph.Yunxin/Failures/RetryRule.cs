namespace ThreadGraph.Yunxin.Failures;

/// <summary>
/// What the client itself does about a failed attempt; all calls here are reads (upstream.md 2.2 and 8).
/// </summary>
internal enum RetryRule
{
    /// <summary>Asking again changes nothing.</summary>
    Never,

    /// <summary>Not within this call; whoever asked may ask again later.</summary>
    Later,

    /// <summary>Ask again after a growing, jittered pause, and not before the upstream's own.</summary>
    Again,

    /// <summary>Ask again at once, but a single time.</summary>
    Once,

    /// <summary>
    /// The host is to blame: it counts against it, and the next attempt goes to another if there is one.
    /// </summary>
    Elsewhere,

    /// <summary>The quota is spent: all calls of this API stop for the pause.</summary>
    AfterPause,
}
