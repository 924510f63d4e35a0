namespace ThreadGraph.Threads;

/// <summary>The part of a list that a page is cut from, and from which end.</summary>
/// <param name="Count">The page size.</param>
/// <param name="Forward">Whether it is counted from the front (<c>first</c>) or from the back (<c>last</c>).</param>
/// <param name="After">The cursor to start behind.</param>
/// <param name="Before">The cursor to end in front of.</param>
/// <param name="Window">The window that the list is limited to.</param>
internal readonly record struct PageRange(
    int Count, bool Forward, Cursor? After = null, Cursor? Before = null, TimeRange Window = default)
{
    /// <summary>The place to start at, where that is not a cursor's.</summary>
    public ReplyPosition? At { get; init; }

    /// <summary>The first place of the part.</summary>
    public ReplyPosition From => ReplyPosition.Later(At ?? After?.Position.Next ?? ReplyPosition.Beginning, Window.From);

    /// <summary>The place behind its last one.</summary>
    public ReplyPosition To => ReplyPosition.Earlier(Before?.Position ?? ReplyPosition.End, Window.Until);

    /// <summary>Whether nothing can be there.</summary>
    public bool IsEmpty => From >= To;

    /// <summary>The cursor that the page is counted from.</summary>
    public Cursor? Near => Forward ? After : Before;

    /// <summary>The cursor that the page must not pass.</summary>
    public Cursor? Far => Forward ? Before : After;

    /// <summary>Reading of the part, in the order that the page is counted in.</summary>
    /// <param name="from">The part's first place, or where it may be sought from.</param>
    public ChainStart Start(ReplyPosition from) => Forward
        ? new ChainStart(true, from, To, After is { Position: var place } && place.Next == from ? place : null)
        : new ChainStart(false, To, from, Before?.Position == To ? To : null);
}

/// <summary>A window of time: half-open, on each message's own time.</summary>
/// <param name="FromMs">From, in Unix milliseconds, inclusive; none for the thread's beginning.</param>
/// <param name="UntilMs">Until, exclusive; none for its end.</param>
internal readonly record struct TimeRange(long? FromMs, long? UntilMs)
{
    /// <summary>Whether it holds all there is.</summary>
    public bool IsOpen => FromMs is null && UntilMs is null;

    /// <summary>The first place in it.</summary>
    public ReplyPosition From => FromMs is { } time ? ReplyPosition.At(time) : ReplyPosition.Beginning;

    /// <summary>The place behind its last one.</summary>
    public ReplyPosition Until => UntilMs is { } time ? ReplyPosition.At(time) : ReplyPosition.End;
}
