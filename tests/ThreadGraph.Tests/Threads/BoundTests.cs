using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Threads;

public sealed class BoundTests
{
    [Fact]
    public async Task Search_for_children_stops_at_the_bound_and_goes_on_from_there()
    {
        await using var app = await TestApp.StartAsync();
        var answer = await app.QueryAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) {
                messages(first: 1) { nodes { id replies(first: 100) { pageInfo { hasNextPage endCursor } } } }
                coverage { complete readCount cutBy }
              }
            }
            """,
            DemoThreads.Tree5000.Variables());

        answer.Succeeds().Costs(20);
        answer["thread.coverage"]!.ToJsonString().ShouldBe(
            """{"complete":false,"readCount":2000,"cutBy":["SCAN_LIMIT"]}""");
        answer["thread.messages.nodes.0.replies.pageInfo.hasNextPage"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Bound_is_kept_to_the_reply_and_the_cursor_goes_on_behind_the_last_one_read()
    {
        await using var chat = await ChatApp.StartAsync(
            static c => c.Reply("a").Replies(1, 299).Reply("late", to: "a"),
            settings: "--Threads:MaxScan=250");
        const string document =
            """
            query($id: ID!, $after: String) {
              node(id: $id) {
                ... on Message {
                  replies(first: 5, after: $after) {
                    nodes { text }
                    pageInfo { hasNextPage hasPreviousPage endCursor }
                  }
                  thread { coverage { complete readCount cutBy } }
                }
              }
            }
            """;
        var id = (await chat.ThreadAsync("messages(first: 1) { nodes { id } }")).Text("thread.messages.nodes.0.id");

        var one = await chat.App.QueryAsync(document, new { id });
        var two = await chat.App.QueryAsync(
            document, new { id, after = one.Text("node.replies.pageInfo.endCursor") });

        one.Answers(
            """
            {
              "data": {
                "node": {
                  "replies": {
                    "nodes": [], "pageInfo": { "hasNextPage": true, "hasPreviousPage": false, "endCursor": "*" }
                  },
                  "thread": { "coverage": { "complete": false, "readCount": 250, "cutBy": ["SCAN_LIMIT"] } }
                }
              }
            }
            """).Costs(3);
        two.Texts("node.replies.nodes").ShouldBe(["late"]);
        two["node.replies.pageInfo.hasNextPage"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Failed_page_keeps_the_good_ones_and_the_cursor_goes_on_behind_them()
    {
        await using var chat = await ChatApp.StartAsync(
            static c => c.Reply("a").Reply("a1", to: "a").Replies(1, 300).Reply("a2", to: "a"));
        chat.App.Tap.FailingCall = 3;

        var answer = await chat.ThreadAsync(
            """
            messages(first: 2) { nodes { text } pageInfo { hasNextPage } }
            replies(first: 1) { nodes { text replies(first: 5) { nodes { text } pageInfo { hasNextPage endCursor } } } }
            coverage { complete readCount cutBy }
            """);

        answer.Answers(
            """
            {
              "errors": [
                {
                  "message": "The upstream's gateway answered HTTP 503; ask again later.",
                  "locations": [ { "line": 2, "column": 34 } ],
                  "path": ["thread", "replies", "nodes", 0, "replies"],
                  "extensions": { "code": "UPSTREAM_ERROR" }
                }
              ],
              "data": {
                "thread": {
                  "messages": { "nodes": [ { "text": "a" }, { "text": "a1" } ], "pageInfo": { "hasNextPage": true } },
                  "replies": {
                    "nodes": [
                      {
                        "text": "a",
                        "replies": {
                          "nodes": [ { "text": "a1" } ], "pageInfo": { "hasNextPage": true, "endCursor": "*" }
                        }
                      }
                    ]
                  },
                  "coverage": { "complete": false, "readCount": 200, "cutBy": ["UPSTREAM_ERROR"] }
                }
              }
            }
            """);
        answer.Seen.Count.ShouldBe(3);

        chat.App.Tap.FailingCall = 0;
        var cursor = answer.Text("thread.replies.nodes.0.replies.pageInfo.endCursor");
        var rest = await chat.ThreadAsync(
            $$"""
            messages(first: 1) {
              nodes { replies(first: 5, after: "{{cursor}}") { nodes { text } pageInfo { hasNextPage } } }
            }
            """);
        rest.Texts("thread.messages.nodes.0.replies.nodes").ShouldBe(["a2"]);
        rest["thread.messages.nodes.0.replies.pageInfo.hasNextPage"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task List_that_was_whole_before_a_failure_reports_none()
    {
        await using var chat = await ChatApp.StartAsync(static c =>
        {
            c.Reply("a");
            for (var i = 1; i <= 150; i++)
            {
                c.Reply($"a{i}", to: "a");
            }
        });
        chat.App.Tap.FailingCall = 2;

        var answer = await chat.ThreadAsync(
            """
            messages(first: 2) { nodes { text } pageInfo { hasNextPage } }
            replies(first: 5) { nodes { text } pageInfo { hasNextPage } }
            """);

        answer.FailsWith("UPSTREAM_ERROR");
        answer.Json["errors"]![0]!["path"]!.ToJsonString().ShouldBe("""["thread","replies"]""");
        answer["thread.messages"]!.ToJsonString().ShouldBe(
            """{"nodes":[{"text":"a"},{"text":"a1"}],"pageInfo":{"hasNextPage":true}}""");
        answer["thread.replies"]!.ToJsonString().ShouldBe(
            """{"nodes":[{"text":"a"}],"pageInfo":{"hasNextPage":true}}""");
    }

    [Fact]
    public async Task Page_that_failed_at_its_start_gives_its_own_cursor_back()
    {
        await using var chat = await ChatApp.StartAsync(static c => c.Replies(1, 300));
        var cursor = (await chat.ThreadAsync("edge: messages(last: 3) { pageInfo { startCursor } }"))
            .Text("thread.edge.pageInfo.startCursor");
        chat.App.Tap.FailingCall = 2;

        var answer = await chat.ThreadAsync(
            $$"""
            front: messages(first: 3) { nodes { text } }
            behind: messages(first: 2, after: "{{cursor}}") { nodes { text } pageInfo { hasNextPage endCursor } }
            """);

        answer.FailsWith("UPSTREAM_ERROR").Costs(1);
        answer.Texts("thread.front.nodes").ShouldBe(["1", "2", "3"]);
        answer["thread.behind"]!.ToJsonString().ShouldBe(
            $$$"""{"nodes":[],"pageInfo":{"hasNextPage":true,"endCursor":"{{{cursor}}}"}}""");
    }

    [Fact]
    public async Task Thread_whose_first_page_fails_is_null_and_its_neighbours_are_not()
    {
        await using var app = await TestApp.StartAsync();
        app.Tap.FailingCall = 1;

        var answer = await app.QueryAsync(
            """
            query($roots: [ThreadRootInput!]!) { threads(roots: $roots) { replyCount } }
            """,
            new { roots = new[] { DemoThreads.SevenLevels.Root() } });

        answer.Answers(
            """
            {
              "errors": [
                {
                  "message": "The upstream's gateway answered HTTP 503; ask again later.",
                  "locations": [ { "line": 1, "column": 38 } ],
                  "path": ["threads", 0],
                  "extensions": { "code": "UPSTREAM_ERROR" }
                }
              ],
              "data": { "threads": [null] }
            }
            """).Costs(0);
    }

    [Fact]
    public async Task Kept_page_is_given_again_and_the_answer_says_how_old_it_is()
    {
        await using var chat = await ChatApp.StartAsync(
            static c => c.Replies(1, 3), settings: "--Threads:PageCacheTime=00:00:05");

        var fresh = await chat.ThreadAsync("replyCount");
        chat.App.Time.Now += TimeSpan.FromSeconds(2);
        var kept = await chat.ThreadAsync("replyCount");

        fresh.Answers("""{ "data": { "thread": { "replyCount": 3 } }, "extensions": { "age": 0 } }""").Costs(1);
        kept.Answers("""{ "data": { "thread": { "replyCount": 3 } }, "extensions": { "age": 2000 } }""").Costs(0);
    }
}
