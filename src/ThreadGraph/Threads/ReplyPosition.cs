using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>A place among a thread's replies: they are ordered by time, then by server ID (upstream.md 3.2).</summary>
/// <param name="TimeMs">Unix milliseconds.</param>
/// <param name="MessageId">The server ID of the message at this place.</param>
public readonly record struct ReplyPosition(long TimeMs, long MessageId) : IComparable<ReplyPosition>
{
    /// <summary>In front of every reply.</summary>
    internal static readonly ReplyPosition Beginning = At(long.MinValue);

    /// <summary>Behind every reply.</summary>
    internal static readonly ReplyPosition End = new(long.MaxValue, long.MaxValue);

    /// <summary>The place right behind this one.</summary>
    internal ReplyPosition Next => MessageId == long.MaxValue ? At(TimeMs + 1) : new(TimeMs, MessageId + 1);

    /// <summary>The place right in front of this one.</summary>
    internal ReplyPosition Previous => IsStartOfTime ? new(TimeMs - 1, long.MaxValue) : new(TimeMs, MessageId - 1);

    /// <summary>Whether this is in front of everything that was sent in its millisecond.</summary>
    internal bool IsStartOfTime => MessageId == long.MinValue;

    /// <summary>In front of everything that was sent in a millisecond.</summary>
    internal static ReplyPosition At(long timeMs) => new(timeMs, long.MinValue);

    /// <summary>
    /// Where the message that a reference names may stand, and the place behind that: its own place, or, known by client ID
    /// alone, anywhere in its millisecond.
    /// </summary>
    internal static (ReplyPosition From, ReplyPosition To) RangeOf(MessageReference reference)
    {
        var place = new ReplyPosition(reference.CreateTimeMs, reference.ServerId);
        return reference.ServerId != 0 ? (place, place.Next) : (At(reference.CreateTimeMs), At(reference.CreateTimeMs + 1));
    }

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

    internal static ReplyPosition Earlier(ReplyPosition left, ReplyPosition right) => left < right ? left : right;

    internal static ReplyPosition Later(ReplyPosition left, ReplyPosition right) => left > right ? left : right;
}
