namespace ThreadGraph.Yunxin.Wire;

/// <summary>Tells when a thread's last reply was sent from the fields that may say so (upstream.md 14, 6).</summary>
internal static class LastReply
{
    /// <summary>
    /// The time in Unix milliseconds; only a thread with replies has a last one, not older than the root.
    /// </summary>
    internal static long? TimeMs(long? total, long? timestamp, long rootTimeMs) =>
        total > 0 && timestamp >= rootTimeMs ? timestamp : null;
}
