namespace ThreadGraph.Threads;

/// <summary>Where the reading of pages begins, and where it ends at the latest.</summary>
/// <param name="OldestFirst">The order of reading.</param>
/// <param name="Bound">
/// The first place when read oldest first; the place behind the first one when read newest first.
/// </param>
/// <param name="Limit">Where reading ends: a place behind the last one, or when read newest first the last one.</param>
/// <param name="Neighbour">
/// The message on the other side of the bound, where that is known. Upstream windows include their milliseconds
/// (upstream.md 14, 11), so they bring it again.
/// </param>
internal readonly record struct ChainStart(
    bool OldestFirst, ReplyPosition Bound, ReplyPosition Limit, ReplyPosition? Neighbour = null)
{
    /// <summary>From the thread's beginning to its end.</summary>
    public static ChainStart Oldest { get; } = new(true, ReplyPosition.Beginning, ReplyPosition.End);

    /// <summary>From the thread's end to its beginning.</summary>
    public static ChainStart Newest { get; } = new(false, ReplyPosition.End, ReplyPosition.Beginning);

    /// <summary>Whether this is a whole thread, as far as it begins and ends.</summary>
    public bool IsWhole => this == Oldest || this == Newest;

    /// <summary>The same, as far as the thread goes.</summary>
    public ChainStart Unlimited => this with { Limit = OldestFirst ? ReplyPosition.End : ReplyPosition.Beginning };

    /// <summary>Whether a place belongs to what is read.</summary>
    public bool Holds(ReplyPosition place) => OldestFirst
        ? place >= Bound && place < Limit
        : place < Bound && place >= Limit;
}
