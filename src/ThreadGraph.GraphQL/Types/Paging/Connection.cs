namespace ThreadGraph.GraphQL.Types.Pagination;

/// <summary>A page of a list. See the Relay cursor connections specification.</summary>
/// <typeparam name="T">The type of the nodes.</typeparam>
public class Connection<T>(IReadOnlyList<Edge<T>> edges, ConnectionPageInfo info)
{
    /// <summary>The items of this page with their cursors.</summary>
    public IReadOnlyList<Edge<T>> Edges { get; } = edges;

    /// <summary>The items of this page.</summary>
    public IReadOnlyList<T> Nodes => _nodes ??= [.. Edges.Select(static edge => edge.Node)];

    /// <summary>How to go on from this page.</summary>
    [GraphQLName("pageInfo")]
    public ConnectionPageInfo Info { get; } = info;

    private IReadOnlyList<T>? _nodes;
}

/// <summary>An item and its position.</summary>
/// <param name="node">The item.</param>
/// <param name="resolveCursor">Makes the cursor, when it is asked for.</param>
public class Edge<T>(T node, Func<Edge<T>, string> resolveCursor)
{
    /// <summary>The item's position, for `after` and `before`.</summary>
    public string Cursor => resolveCursor(this);

    /// <summary>The item.</summary>
    public T Node { get; } = node;
}

/// <summary>How to go on from a page. See the Relay cursor connections specification.</summary>
[GraphQLName("PageInfo")]
public sealed record ConnectionPageInfo(
    bool HasNextPage, bool HasPreviousPage, string? StartCursor = null, string? EndCursor = null)
{
    /// <summary>Whether there is more behind this page.</summary>
    public bool HasNextPage { get; init; } = HasNextPage;

    /// <summary>Whether there is more in front of this page.</summary>
    public bool HasPreviousPage { get; init; } = HasPreviousPage;

    /// <summary>The position of the page's start: go on in front of it with `last` and `before`.</summary>
    public string? StartCursor { get; init; } = StartCursor;

    /// <summary>The position of the page's end: go on behind it with `first` and `after`.</summary>
    public string? EndCursor { get; init; } = EndCursor;
}
