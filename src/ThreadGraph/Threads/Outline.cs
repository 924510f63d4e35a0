namespace ThreadGraph.Threads;

/// <summary>A page of a thread's replies in pre-order.</summary>
/// <param name="Edges">The rows.</param>
/// <param name="PageInfo">How to go on from this page.</param>
public sealed record OutlineConnection(IReadOnlyList<OutlineEdge> Edges, ConnectionPageInfo PageInfo)
{
    /// <summary>The rows of this page.</summary>
    public IReadOnlyList<OutlineEdge> Edges { get; init; } = Edges;

    /// <summary>How to go on from this page.</summary>
    public ConnectionPageInfo PageInfo { get; init; } = PageInfo;
}

/// <summary>A row of an outline.</summary>
public sealed class OutlineEdge
{
    internal OutlineEdge(OutlineRow row, int hiddenChildren, OutlineCursorText cursor) =>
        (Cursor, Node, Depth, HiddenChildren) = (cursor, row.Message, row.Depth, hiddenChildren);

    /// <summary>The row's place, for `after`.</summary>
    [GraphQLType<StringType>]
    public IJsonString Cursor { get; }

    /// <summary>The message.</summary>
    public Message Node { get; }

    /// <summary>
    /// How far the message is from the root; 1 for an orphan. In a thread of more replies than one request may read, a row
    /// whose parent came in an earlier batch has depth 2, which then means at least that.
    /// </summary>
    public int Depth { get; }

    /// <summary>The ID of the message that this one answers; null for an orphan.</summary>
    [ID("Message")]
    public MessageKey? ParentId => Node.IsOrphan ? null : Node.ParentKey;

    /// <summary>Direct children left out below this row by `maxDepth`.</summary>
    public int HiddenChildren { get; }
}

/// <summary>A count over what was read.</summary>
/// <param name="Value">The count.</param>
/// <param name="Exact">False while more may exist.</param>
public sealed record ReplyTally(int Value, bool Exact)
{
    /// <summary>The count.</summary>
    public int Value { get; init; } = Value;

    /// <summary>False while more may exist.</summary>
    public bool Exact { get; init; } = Exact;
}
