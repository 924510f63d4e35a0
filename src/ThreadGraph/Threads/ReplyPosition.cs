namespace ThreadGraph.Threads;

/// <summary>A place among a thread's replies: they are ordered by time, then by server ID (upstream.md 3.2).</summary>
/// <param name="TimeMs">Unix milliseconds.</param>
/// <param name="MessageId">The server ID of the message at this place.</param>
public readonly record struct ReplyPosition(long TimeMs, long MessageId) : IComparable<ReplyPosition>
{
    /// <inheritdoc />
    public int CompareTo(ReplyPosition other) =>
        TimeMs != other.TimeMs ? TimeMs.CompareTo(other.TimeMs) : MessageId.CompareTo(other.MessageId);

    /// <summary>Whether the left place comes first.</summary>
    public static bool operator <(ReplyPosition left, ReplyPosition right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left place comes last.</summary>
    public static bool operator >(ReplyPosition left, ReplyPosition right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left place does not come last.</summary>
    public static bool operator <=(ReplyPosition left, ReplyPosition right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left place does not come first.</summary>
    public static bool operator >=(ReplyPosition left, ReplyPosition right) => left.CompareTo(right) >= 0;
}
