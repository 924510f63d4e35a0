using System.Text.Json;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Model;

/// <summary>One page of a walk.</summary>
internal sealed record WalkedPage(IReadOnlyList<int> Ids, bool HasMore, JsonElement Coverage, ReadRows Read, JsonElement[] Edges);

/// <summary>A list that is read page by page, as clients do.</summary>
/// <param name="Field">The field and its arguments but for those of paging, such as <c>messages</c>.</param>
/// <param name="Of">The ID of the message that it belongs to; the thread's own list where null.</param>
/// <param name="Forward">The direction.</param>
internal sealed record WalkedList(string Field, string? Of, bool Forward)
{
    private const int SparePages = 30;

    private bool IsOutline => Field.StartsWith("outline", StringComparison.Ordinal);

    /// <summary>Reads on until there is no more.</summary>
    /// <param name="server">The server.</param>
    /// <param name="placed">The thread.</param>
    /// <param name="tree">What the thread is like at this moment.</param>
    /// <param name="size">The size of the next page.</param>
    /// <param name="between">What happens behind a page.</param>
    public async Task<List<WalkedPage>> ReadAsync(
        ModelServer server, PlacedThread placed, Func<Tree> tree, Func<int> size, Action<WalkedPage>? between = null)
    {
        var pages = new List<WalkedPage>();
        string? cursor = null;
        do
        {
            pages.Count.ShouldBeLessThan(tree().All.Count + SparePages, $"the walk ends: {this}");
            var (data, calls) = await server.SendAsync(
                Document(size(), cursor), Of is null ? placed.Thread.Variables() : new { id = Of });
            var holder = data.GetProperty(Of is null ? "thread" : "node");
            if (holder.ValueKind == JsonValueKind.Null)
            {
                break;
            }

            var list = holder.GetProperty("list");
            var edges = list.GetProperty("edges").EnumerateArray().ToArray();
            var info = list.GetProperty("pageInfo");
            cursor = info.GetProperty(Forward ? "endCursor" : "startCursor").GetString();
            var thread = Of is null ? holder : holder.GetProperty("thread");
            pages.Add(new WalkedPage(
                [.. edges.Select(e => placed.LocalId(long.Parse(e.GetProperty("node").GetProperty("messageId").GetString()!)))],
                info.GetProperty(Forward ? "hasNextPage" : "hasPreviousPage").GetBoolean(),
                thread.GetProperty("coverage"),
                new ReadRows(calls, placed, tree()),
                edges));
            between?.Invoke(pages[^1]);
        }
        while (pages[^1].HasMore);
        return pages;
    }

    /// <summary>What was seen, oldest first.</summary>
    public int[] Seen(IEnumerable<WalkedPage> pages) =>
        [.. (Forward ? pages : pages.Reverse()).SelectMany(p => p.Ids)];

    private string Document(int size, string? cursor)
    {
        var given = Forward ? $"first: {size}" : $"last: {size}";
        given += cursor is null ? "" : Forward ? $", after: \"{cursor}\"" : $", before: \"{cursor}\"";
        var field = Field.Contains('(', StringComparison.Ordinal) ? Field.Replace("(", $"({given}, ", StringComparison.Ordinal) : $"{Field}({given})";
        var row = IsOutline ? "depth parentId " : "";
        var list = $"list: {field} {{ edges {{ {row}node {{ id messageId }} }} "
            + "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";
        const string coverage = "coverage { complete readCount cutBy }";
        return Of is null
            ? $"query($root: ThreadRootInput!) {{ thread(root: $root) {{ {list} {coverage} }} }}"
            : $"query($id: ID!) {{ node(id: $id) {{ ... on Message {{ {list} thread {{ {coverage} }} }} }} }}";
    }
}
