namespace ThreadGraph.Threads;

/// <summary>A part of a thread that has been read without a gap, and how to read on at either end.</summary>
internal sealed class ReplySegment(ThreadKey thread, ChainStart start, ChainResume? resume, long endMs)
{
    private ReplyChain? _older = start.OldestFirst ? null : new ReplyChain(thread, start, resume, endMs);
    private ReplyChain? _newer = start.OldestFirst ? new ReplyChain(thread, start, resume, endMs) : null;

    /// <summary>The first place that has been read.</summary>
    public ReplyPosition From { get; private set; } = start.Bound;

    /// <summary>The place behind the last one that has been read.</summary>
    public ReplyPosition To { get; private set; } = start.Bound;

    /// <summary>The visible replies of this part.</summary>
    public ReplyList Messages { get; } = [];

    /// <summary>Whether a place has been read.</summary>
    public bool Covers(ReplyPosition place) => place >= From && place < To;

    /// <summary>Whether reading from a place in a direction goes on within this segment, or at its end.</summary>
    public bool Touches(ReplyPosition place) => place >= From && place <= To;

    /// <summary>The chain that reads on at an end, if it has been begun.</summary>
    public ReplyChain? ChainAt(bool newerEnd) => newerEnd ? _newer : _older;

    /// <summary>The chain that reads on at an end.</summary>
    /// <param name="newerEnd">Which end.</param>
    /// <param name="limit">Where reading ends at the latest.</param>
    public ReplyChain OpenChain(bool newerEnd, ReplyPosition limit) => newerEnd
        ? _newer = Usable(_newer) ?? Begin(new ChainStart(true, To, limit, MessageAt(Messages.IndexOf(To) - 1, To.TimeMs)))
        : _older = Usable(_older) ?? Begin(new ChainStart(false, From, limit, MessageAt(Messages.IndexOf(From), From.TimeMs)));

    /// <summary>Takes note of how far a chain has come.</summary>
    public void Extend(bool newerEnd, ReplyChain chain)
    {
        if (newerEnd)
        {
            To = ReplyPosition.Later(To, chain.ReadTo);
        }
        else
        {
            From = ReplyPosition.Earlier(From, chain.ReadTo);
        }
    }

    /// <summary>Takes over what another segment has, which overlaps this one or begins where this one ends.</summary>
    public void Absorb(ReplySegment other)
    {
        foreach (var message in other.Messages)
        {
            Messages.Add(message);
        }

        (To, _newer) = other.To > To ? (other.To, other._newer) : (To, _newer);
        (From, _older) = other.From < From ? (other.From, other._older) : (From, _older);
    }

    // Between two messages of one millisecond, only a message says where to go on.
    private ReplyPosition? MessageAt(int index, long timeMs) =>
        index >= 0 && index < Messages.Count && Messages[index].Position is var place && place.TimeMs == timeMs ? place : null;

    // A chain that has come to the end of its own window has nothing more; what lies behind is for a new one.
    private static ReplyChain? Usable(ReplyChain? chain) => chain is { IsAtEnd: false } ? chain : null;

    private ReplyChain Begin(ChainStart at) => new(thread, at, null, endMs);
}
