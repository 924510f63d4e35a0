namespace ThreadGraph.Tests.Model;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Forward">By <c>first</c> and <c>after</c>, or by <c>last</c> and <c>before</c>.</param>
/// <param name="Count">The page size; left out where null, for 20.</param>
/// <param name="CursorPick">Which of the cursors met so far in this list to go on from; none of them where null.</param>
/// <param name="FarPick">Which of those cursors the page may not go beyond.</param>
internal sealed record Paging(bool Forward, int? Count, int? CursorPick = null, int? FarPick = null)
{
    public int Size => Count ?? 20;

    public override string ToString() => $"{(Forward ? "first" : "last")} {Size}{(CursorPick is { } pick ? $" cursor {pick}" : "")}"
        + (FarPick is { } far ? $" far {far}" : "");
}

/// <summary>What is asked of each message.</summary>
internal sealed record NodeFields(bool Depth, bool Parent, bool Tallies, bool Ancestors, RepliesField? Replies = null)
{
    public static NodeFields None { get; } = new(false, false, false, false);

    public override string ToString() => $"{(Depth ? " depth" : "")}{(Parent ? " parent" : "")}{(Tallies ? " counts" : "")}"
        + $"{(Ancestors ? " ancestors" : "")}{(Replies is null ? "" : $" {Replies}")}";
}

/// <summary>A connection field.</summary>
internal abstract record ListField(Paging Paging, NodeFields Node);

internal sealed record RepliesField(Paging Paging, NodeFields Node) : ListField(Paging, Node)
{
    public override string ToString() => $"replies({Paging}) {{{Node} }}";
}

/// <param name="Paging">Which page.</param>
/// <param name="Node">What of each message.</param>
/// <param name="Window">From and until, as shares of the thread's duration in percent.</param>
/// <param name="AroundPick">Which of the messages met so far to open the list at.</param>
internal sealed record MessagesField(Paging Paging, NodeFields Node, (int? From, int? Until)? Window = null, int? AroundPick = null)
    : ListField(Paging, Node)
{
    public override string ToString() => $"messages({Paging} {Window} {AroundPick}) {{{Node} }}";
}

internal sealed record OutlineField(Paging Paging, NodeFields Node, int? UnderPick = null, int? MaxDepth = null)
    : ListField(Paging, Node)
{
    public override string ToString() => $"outline({Paging} {UnderPick} {MaxDepth}) {{{Node} }}";
}

/// <summary>One GraphQL operation.</summary>
internal abstract record Operation;

/// <param name="Lists">Connections of the thread.</param>
/// <param name="Head">Asks for the root and the counts.</param>
/// <param name="Coverage">Asks how much was read.</param>
/// <param name="Twice">Names the thread twice, with the lists dealt out to both.</param>
internal sealed record ThreadOperation(IReadOnlyList<ListField> Lists, bool Head, bool Coverage, bool Twice) : Operation
{
    public override string ToString() => $"thread{(Twice ? " twice" : "")}{(Head ? " head" : "")}{(Coverage ? " coverage" : "")}: "
        + string.Join(", ", Lists);
}

/// <param name="Pick">Which of the messages met so far to fetch by <c>node(id:)</c>.</param>
/// <param name="Fields">What of it.</param>
internal sealed record MessageOperation(int Pick, NodeFields Fields) : Operation
{
    public override string ToString() => $"node {Pick}: {Fields}";
}
