using ThreadGraph.GraphQL.Json;

namespace ThreadGraph.GraphQL.Types.Pagination;

/// <summary>A page of a list. See the Relay cursor connections specification.</summary>
/// <param name="nodes">The items of the page.</param>
/// <param name="writeCursor">Writes an item's cursor as a JSON string, when it is asked for.</param>
/// <param name="info">How to go on from the page.</param>
/// <typeparam name="T">The type of the nodes.</typeparam>
public class Connection<T>(IReadOnlyList<T> nodes, Action<T, JsonBuffer> writeCursor, ConnectionPageInfo info)
{
    /// <summary>The items of this page with their cursors.</summary>
    public IReadOnlyList<Edge<T>> Edges => _edges ??= EdgesOf(Nodes, writeCursor);

    /// <summary>The items of this page.</summary>
    public IReadOnlyList<T> Nodes { get; } = nodes;

    /// <summary>How to go on from this page.</summary>
    [GraphQLName("pageInfo")]
    public ConnectionPageInfo Info { get; } = info;

    private Edge<T>[]? _edges;

    private static Edge<T>[] EdgesOf(IReadOnlyList<T> nodes, Action<T, JsonBuffer> writeCursor)
    {
        var edges = new Edge<T>[nodes.Count];
        for (var i = 0; i < edges.Length; i++)
        {
            edges[i] = new Edge<T>(nodes[i], writeCursor);
        }

        return edges;
    }
}

/// <summary>An item and its position.</summary>
/// <remarks>It writes its cursor itself, so that an item needs neither a string nor an object for that.</remarks>
/// <param name="node">The item.</param>
/// <param name="writeCursor">Writes the item's cursor as a JSON string, when it is asked for.</param>
public sealed class Edge<T>(T node, Action<T, JsonBuffer> writeCursor) : IJsonString
{
    /// <summary>The item's position, for `after` and `before`.</summary>
    [GraphQLType<StringType>]
    public IJsonString Cursor => this;

    /// <summary>The item.</summary>
    public T Node { get; } = node;

    void IJsonString.WriteTo(JsonBuffer output) => writeCursor(Node, output);
}

/// <summary>How to go on from a page. See the Relay cursor connections specification.</summary>
/// <param name="hasNextPage">Whether there is more behind the page.</param>
/// <param name="hasPreviousPage">Whether there is more in front of the page.</param>
/// <param name="startCursor">The position of the page's start.</param>
/// <param name="endCursor">The position of its end.</param>
[GraphQLName("PageInfo")]
public sealed class ConnectionPageInfo(
    bool hasNextPage, bool hasPreviousPage, IJsonString? startCursor = null, IJsonString? endCursor = null)
{
    /// <summary>Whether there is more behind this page.</summary>
    public bool HasNextPage { get; } = hasNextPage;

    /// <summary>Whether there is more in front of this page.</summary>
    public bool HasPreviousPage { get; } = hasPreviousPage;

    /// <summary>The position of the page's start: go on in front of it with `last` and `before`.</summary>
    [GraphQLType<StringType>]
    public IJsonString? StartCursor { get; } = startCursor;

    /// <summary>The position of the page's end: go on behind it with `first` and `after`.</summary>
    [GraphQLType<StringType>]
    public IJsonString? EndCursor { get; } = endCursor;
}
