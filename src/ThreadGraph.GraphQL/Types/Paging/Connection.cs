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
/// <param name="hasNextPage">Whether there is more behind the page.</param>
/// <param name="hasPreviousPage">Whether there is more in front of the page.</param>
/// <param name="resolveStart">Makes the cursor of the page's start, when it is asked for.</param>
/// <param name="resolveEnd">Makes the cursor of its end.</param>
[GraphQLName("PageInfo")]
public sealed class ConnectionPageInfo(
    bool hasNextPage, bool hasPreviousPage, Func<string?>? resolveStart = null, Func<string?>? resolveEnd = null)
{
    /// <summary>Whether there is more behind this page.</summary>
    public bool HasNextPage { get; } = hasNextPage;

    /// <summary>Whether there is more in front of this page.</summary>
    public bool HasPreviousPage { get; } = hasPreviousPage;

    /// <summary>The position of the page's start: go on in front of it with `last` and `before`.</summary>
    public string? StartCursor => resolveStart?.Invoke();

    /// <summary>The position of the page's end: go on behind it with `first` and `after`.</summary>
    public string? EndCursor => resolveEnd?.Invoke();
}
