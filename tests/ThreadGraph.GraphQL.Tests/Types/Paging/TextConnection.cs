using ThreadGraph.GraphQL.Json;
using ThreadGraph.GraphQL.Types.Pagination;

namespace ThreadGraph.GraphQL.Tests.Types.Paging;

/// <summary>A page whose items are their own cursors.</summary>
internal sealed class TextConnection<T>(IReadOnlyList<T> nodes, bool hasNextPage = false) : Connection<T>(nodes)
{
    /// <inheritdoc />
    protected internal override void WriteCursor(T node, JsonBuffer output) => output.WriteString($"{node}");

    /// <inheritdoc />
    protected override ConnectionPageInfo CreateInfo() => new(hasNextPage, hasPreviousPage: false);
}
