namespace ThreadGraph.Tests.Support;

/// <summary>Follows a connection from one end to the other, as clients do.</summary>
/// <param name="Texts">What was found, in the order of reading.</param>
/// <param name="Calls">What each page cost.</param>
internal sealed record Walk(IReadOnlyList<string> Texts, IReadOnlyList<long> Calls)
{
    private const int MostPages = 1_000;

    /// <summary>Reads a connection of the thread page by page.</summary>
    /// <param name="app">The server.</param>
    /// <param name="root">The variables that name the thread.</param>
    /// <param name="field">The connection field of <c>Thread</c>.</param>
    /// <param name="size">The page size.</param>
    /// <param name="forward">With <c>first</c> and <c>after</c>, or with <c>last</c> and <c>before</c>.</param>
    public static async Task<Walk> ThreadAsync(TestApp app, object root, string field, int size, bool forward)
    {
        var texts = new List<string>();
        var calls = new List<long>();
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var place = cursor is null ? "" : forward ? $", after: \"{cursor}\"" : $", before: \"{cursor}\"";
            var answer = await app.QueryAsync(
                $$"""
                query($root: ThreadRootInput!) {
                  thread(root: $root) {
                    list: {{field}}({{(forward ? "first" : "last")}}: {{size}}{{place}}) {
                      nodes { text }
                      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                    }
                  }
                }
                """,
                root);
            answer.Succeeds();
            var found = answer.Texts("thread.list.nodes");
            texts.AddRange(forward ? found : found.Reverse());
            calls.Add(answer.Calls);
            answer[forward ? "thread.list.pageInfo.hasPreviousPage" : "thread.list.pageInfo.hasNextPage"]!
                .GetValue<bool>().ShouldBe(cursor is not null);
            if (!answer[forward ? "thread.list.pageInfo.hasNextPage" : "thread.list.pageInfo.hasPreviousPage"]!
                .GetValue<bool>())
            {
                return new Walk(texts, calls);
            }

            found.Length.ShouldBe(size, "a page with more behind it is full");
            cursor = answer.Text(forward ? "thread.list.pageInfo.endCursor" : "thread.list.pageInfo.startCursor");
        }

        throw new InvalidOperationException("The list does not end.");
    }
}
