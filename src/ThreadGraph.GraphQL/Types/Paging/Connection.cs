using ThreadGraph.GraphQL.Json;

namespace ThreadGraph.GraphQL.Types.Pagination;

/// <summary>A page of a list. See the Relay cursor connections specification.</summary>
/// <remarks>Of what there is to a page most requests select a part, so all but the nodes is made when it is asked for.</remarks>
/// <param name="nodes">The items of the page.</param>
/// <typeparam name="T">The type of the nodes.</typeparam>
public abstract class Connection<T>(IReadOnlyList<T> nodes)
{
    /// <summary>The items of this page with their cursors.</summary>
    public IReadOnlyList<Edge<T>> Edges
    {
        get
        {
            var edges = new Edge<T>[Nodes.Count];
            for (var i = 0; i < edges.Length; i++)
            {
                edges[i] = new Edge<T>(Nodes[i], this);
            }

            return edges;
        }
    }

    /// <summary>The items of this page.</summary>
    public IReadOnlyList<T> Nodes { get; } = nodes;

    /// <summary>How to go on from this page.</summary>
    [GraphQLName("pageInfo")]
    public ConnectionPageInfo Info => CreateInfo();

    /// <summary>Writes the cursor of one of the items as a JSON string.</summary>
    protected internal abstract void WriteCursor(T node, JsonBuffer output);

    /// <summary>Says how to go on from this page.</summary>
    protected abstract ConnectionPageInfo CreateInfo();
}

/// <summary>An item and its position.</summary>
/// <remarks>It writes its cursor itself, so that an item needs neither a string nor an object for that.</remarks>
/// <typeparam name="T">The type of the node.</typeparam>
public sealed class Edge<T> : IJsonString
{
    private readonly Connection<T> _connection;

    internal Edge(T node, Connection<T> connection) => (Node, _connection) = (node, connection);

    /// <summary>The item's position, for `after` and `before`.</summary>
    [GraphQLType<StringType>]
    public IJsonString Cursor => this;

    /// <summary>The item.</summary>
    public T Node { get; }

    void IJsonString.WriteTo(JsonBuffer output) => _connection.WriteCursor(Node, output);
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
