using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Threads;

/// <summary><c>Thread.outline</c>: the replies in pre-order, for clients that do not know the depth.</summary>
public sealed class OutlineTests
{
    /// <summary>a (a1 (x, y), a2), b, and o, whose parent is gone, with o1 under it; sent in another order.</summary>
    private static void Family(Chat chat) => chat
        .Reply("a").Gone("gone").Reply("b").Reply("a1", to: "a").Reply("o", to: "gone")
        .Reply("x", to: "a1").Reply("a2", to: "a").Reply("o1", to: "o").Reply("y", to: "a1");

    [Fact]
    public async Task Rows_are_in_pre_order_with_orphans_at_depth_1_and_cost_one_call()
    {
        await using var chat = await ChatApp.StartAsync(Family);

        var answer = await chat.ThreadAsync(
            "root { id } outline { edges { depth parentId hiddenChildren node { text depth id } } pageInfo { hasNextPage } }");

        answer.Succeeds().Costs(1);
        Rows(answer).ShouldBe(["1 a", "2 a1", "3 x", "3 y", "2 a2", "1 b", "1 o", "2 o1"]);
        var ids = answer["thread.outline.edges"]!.AsArray().ToDictionary(
            static e => e!["node"]!["text"]!.GetValue<string>(), static e => e!["node"]!["id"]!.GetValue<string>());
        answer["thread.outline.edges"]!.AsArray().Select(static e => e!["parentId"]?.GetValue<string>()).ShouldBe(
            [answer.Text("thread.root.id"), ids["a"], ids["a1"], ids["a1"], ids["a"], answer.Text("thread.root.id"), null, ids["o"]]);
        answer["thread.outline.edges"]!.AsArray().Select(static e => (int?)e!["node"]!["depth"]).ShouldBe(
            [1, 2, 3, 3, 2, 1, null, null]);
        answer["thread.outline.pageInfo.hasNextPage"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Page_may_end_anywhere_in_the_tree()
    {
        await using var chat = await ChatApp.StartAsync(Family);

        foreach (var size in (int[])[1, 2, 3, 5])
        {
            (await WalkAsync(chat, size)).ShouldBe(["1 a", "2 a1", "3 x", "3 y", "2 a2", "1 b", "1 o", "2 o1"]);
        }
    }

    [Fact]
    public async Task Deepest_rows_say_how_many_direct_replies_are_hidden()
    {
        await using var chat = await ChatApp.StartAsync(Family);

        var answer = await chat.ThreadAsync("outline(maxDepth: 2) { edges { depth hiddenChildren node { text } } }");

        Rows(answer).ShouldBe(["1 a", "2 a1", "2 a2", "1 b", "1 o", "2 o1"]);
        answer["thread.outline.edges"]!.AsArray().Select(static e => (int)e!["hiddenChildren"]!).ShouldBe([0, 2, 0, 0, 0, 0]);
    }

    [Fact]
    public async Task Subtree_counts_its_depth_from_the_root()
    {
        await using var chat = await ChatApp.StartAsync(Family);
        var id = (await chat.ThreadAsync("messages(first: 1) { nodes { id } }")).Text("thread.messages.nodes.0.id");

        var answer = await chat.ThreadAsync($$"""outline(under: "{{id}}") { edges { depth node { text } } }""");

        Rows(answer).ShouldBe(["2 a1", "3 x", "3 y", "2 a2"]);
    }

    [Fact]
    public async Task Outline_under_the_root_is_the_whole_and_goes_on_like_it()
    {
        await using var chat = await ChatApp.StartAsync(Family);
        var root = (await chat.ThreadAsync("root { id }")).Text("thread.root.id");
        var cursor = (await chat.ThreadAsync($$"""outline(under: "{{root}}", first: 3) { pageInfo { endCursor } }"""))
            .Text("thread.outline.pageInfo.endCursor");

        var under = await chat.ThreadAsync(
            $$"""outline(under: "{{root}}", after: "{{cursor}}") { edges { depth node { text } } }""");
        var whole = await chat.ThreadAsync($$"""outline(after: "{{cursor}}") { edges { depth node { text } } }""");

        Rows(under).ShouldBe(["3 y", "2 a2", "1 b", "1 o", "2 o1"]);
        Rows(whole).ShouldBe(Rows(under));
    }

    [Fact]
    public async Task Cursor_of_a_row_that_is_gone_goes_on_at_its_place()
    {
        await using var chat = await ChatApp.StartAsync(Family);
        var cursor = (await chat.ThreadAsync("outline(first: 3) { pageInfo { endCursor } }"))
            .Text("thread.outline.pageInfo.endCursor");
        chat.App.Store.Purge(chat.Chat.Thread.Replies.Single(static r => r.Text == "x").ServerId).ShouldBeTrue();

        var answer = await chat.ThreadAsync($$"""outline(after: "{{cursor}}") { edges { depth node { text } } }""");

        Rows(answer).ShouldBe(["3 y", "2 a2", "1 b", "1 o", "2 o1"]);
    }

    [Fact]
    public async Task Thread_above_the_bound_comes_in_batches_for_no_more_calls_than_the_flat_list()
    {
        await using var app = await TestApp.StartAsync();
        var root = DemoThreads.Tree5000.Root();
        var (texts, calls, most) = (new HashSet<string>(), 0L, 0L);
        string? after = null;
        do
        {
            var answer = await app.QueryAsync(
                """
                query($root: ThreadRootInput!, $after: String) {
                  thread(root: $root) {
                    outline(first: 100, after: $after) { edges { node { messageId } } pageInfo { hasNextPage endCursor } }
                    coverage { readCount }
                  }
                }
                """,
                new { root, after });
            answer.Succeeds();
            texts.UnionWith(answer["thread.outline.edges"]!.AsArray().Select(static e => e!["node"]!["messageId"]!.GetValue<string>()));
            calls += answer.Calls;
            most = Math.Max(most, answer["thread.coverage.readCount"]!.GetValue<long>());
            after = answer["thread.outline.pageInfo.hasNextPage"]!.GetValue<bool>()
                ? answer.Text("thread.outline.pageInfo.endCursor")
                : null;
        }
        while (after is not null);

        texts.Count.ShouldBe(5_000);
        calls.ShouldBe(50);
        most.ShouldBeLessThanOrEqualTo(2_000);
    }

    [Theory]
    [InlineData("maxDepth: 0", "\"maxDepth\" must be 1 or more, for the rows begin at depth 1, but is 0.")]
    [InlineData("first: -1", "\"first\" must not be negative, but is -1.")]
    public async Task Wrong_arguments_are_refused_before_any_call(string arguments, string message)
    {
        await using var chat = await ChatApp.StartAsync(Family);

        var answer = await chat.ThreadAsync($"outline({arguments}) {{ edges {{ depth }} }}");

        answer.FailsWith("BAD_USER_INPUT").Costs(0);
        answer.Json["errors"]![0]!["message"]!.GetValue<string>().ShouldBe(message);
    }

    private static async Task<List<string>> WalkAsync(ChatApp chat, int size)
    {
        var rows = new List<string>();
        var after = "";
        while (true)
        {
            var answer = await chat.ThreadAsync(
                $$"""outline(first: {{size}}{{after}}) { edges { depth node { text } } pageInfo { hasNextPage endCursor } }""");
            rows.AddRange(Rows(answer));
            if (!answer["thread.outline.pageInfo.hasNextPage"]!.GetValue<bool>())
            {
                return rows;
            }

            after = $", after: \"{answer.Text("thread.outline.pageInfo.endCursor")}\"";
        }
    }

    private static string[] Rows(Answer answer) =>
        [.. answer["thread.outline.edges"]!.AsArray().Select(static e => $"{e!["depth"]} {e["node"]!["text"]}")];
}
