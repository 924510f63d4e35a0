using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Threads;

public sealed class CursorTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Theory]
    [InlineData("messages")]
    [InlineData("replies")]
    public async Task Damaged_cursor_is_refused_before_any_call(string field)
    {
        var cursor = await FirstCursorAsync(field);
        var damaged = (cursor[0] == 'A' ? 'B' : 'A') + cursor[1..];

        foreach (var after in (string[])["", "x", "not a cursor", cursor[..^1], cursor + "A", damaged])
        {
            var answer = await demo.QueryAsync(
                $$"""
                query($root: ThreadRootInput!, $after: String) {
                  thread(root: $root) { {{field}}(first: 1, after: $after) { nodes { text } } }
                }
                """,
                new { root = DemoThreads.SevenLevels.Root(), after });

            answer.Answers(
                $$"""
                {
                  "errors": [
                    {
                      "message": "\"after\" is not a cursor of this API, or was damaged on its way. Use a cursor exactly as it was given.",
                      "locations": [ { "line": 2, "column": 25 } ],
                      "path": ["thread", "{{field}}"],
                      "extensions": { "code": "CURSOR_INVALID", "argument": "after" }
                    }
                  ],
                  "data": { "thread": null }
                }
                """).Costs(0);
        }
    }

    [Fact]
    public async Task Cursor_of_another_field_is_a_mismatch()
    {
        var answer = await demo.QueryAsync(
            """
            query($root: ThreadRootInput!, $before: String) {
              thread(root: $root) { replies(last: 1, before: $before) { nodes { text } } }
            }
            """,
            new { root = DemoThreads.SevenLevels.Root(), before = await FirstCursorAsync("messages") });

        answer.Answers(
            """
            {
              "errors": [
                {
                  "message": "The cursor in \"before\" belongs to another thread, field or filter. Start this list from its beginning.",
                  "locations": [ { "line": 2, "column": 25 } ],
                  "path": ["thread", "replies"],
                  "extensions": { "code": "CURSOR_MISMATCH", "argument": "before" }
                }
              ],
              "data": { "thread": null }
            }
            """).Costs(0);
    }

    [Theory]
    [InlineData("messages")]
    [InlineData("replies")]
    public async Task Cursor_of_another_thread_is_a_mismatch(string field)
    {
        var answer = await demo.QueryAsync(
            $$"""
            query($root: ThreadRootInput!, $after: String) {
              thread(root: $root) { {{field}}(first: 1, after: $after) { nodes { text } } }
            }
            """,
            new { root = DemoThreads.Tree250.Root(), after = await FirstCursorAsync(field) });

        answer.FailsWith("CURSOR_MISMATCH").Costs(0);
    }

    [Fact]
    public async Task Cursor_of_another_message_is_a_mismatch()
    {
        const string document =
            """
            query($root: ThreadRootInput!, $after: String) {
              thread(root: $root) {
                messages(first: 3) {
                  nodes { replies(first: 1, after: $after) { nodes { text } pageInfo { endCursor } } }
                }
              }
            }
            """;
        var root = DemoThreads.SevenLevels.Root();
        var one = await demo.QueryAsync(document, new { root });

        var two = await demo.QueryAsync(
            document, new { root, after = one.Text("thread.messages.nodes.1.replies.pageInfo.endCursor") });

        two.FailsWith("CURSOR_MISMATCH").Costs(1);
        two.Json["errors"]![0]!["path"]!.ToJsonString().ShouldBe("""["thread","messages","nodes",0,"replies"]""");
    }

    [Fact]
    public async Task Cursor_is_good_for_any_page_size_and_on_another_replica()
    {
        await using var replica = await TestApp.StartAsync();
        const string document =
            """
            query($root: ThreadRootInput!, $first: Int, $after: String) {
              thread(root: $root) { messages(first: $first, after: $after) { nodes { text } pageInfo { endCursor } } }
            }
            """;
        var root = DemoThreads.SevenLevels.Root();
        var one = await demo.QueryAsync(document, new { root, first = 1 });

        var two = await replica.QueryAsync(
            document, new { root, first = 3, after = one.Text("thread.messages.pageInfo.endCursor") });

        two.Succeeds().Costs(1);
        one.Texts("thread.messages.nodes").Concat(two.Texts("thread.messages.nodes")).ShouldBe(
        [
            "Level 1, a first thought.", "Level 1, and on it goes.",
            "Level 1, an afterthought.", "Level 2, a first thought.",
        ]);
    }

    [Theory]
    [InlineData(
        "first: 1, last: 1",
        "Give either \"first\" or \"last\", not both: a page is counted from one end.",
        "last")]
    [InlineData(
        "first: -1",
        "\"first\" must not be negative, but is -1.",
        "first")]
    public async Task Arguments_that_make_no_page_are_refused_before_any_call(
        string arguments, string message, string argument)
    {
        foreach (var field in (string[])["messages", "replies"])
        {
            var answer = await demo.QueryAsync(
                $$"""
                query($root: ThreadRootInput!) {
                  thread(root: $root) { {{field}}({{arguments}}) { nodes { text } } }
                }
                """,
                DemoThreads.SevenLevels.Variables());

            answer.FailsWith("BAD_USER_INPUT").Costs(0);
            answer.Json["errors"]![0]!["message"]!.GetValue<string>().ShouldBe(message);
            answer.Json["errors"]![0]!["extensions"]!["argument"]!.GetValue<string>().ShouldBe(argument);
        }
    }

    [Fact]
    public async Task Page_above_the_maximum_is_refused_with_limit_and_actual()
    {
        var answer = await demo.QueryAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) { messages(first: 101) { nodes { text } } }
            }
            """,
            DemoThreads.SevenLevels.Variables());

        answer.Answers(
            """
            {
              "errors": [
                {
                  "message": "\"first\" is 101, but a page holds at most 100 items. Ask for fewer and go on with the cursor.",
                  "locations": [ { "line": 2, "column": 25 } ],
                  "path": ["thread", "messages"],
                  "extensions": { "code": "PAGE_SIZE_LIMIT", "argument": "first", "limit": 100, "actual": 101 }
                }
              ],
              "data": { "thread": null }
            }
            """).Costs(0);
    }

    [Fact]
    public async Task Page_size_is_twenty_where_none_is_given()
    {
        var answer = await demo.QueryAsync(
            "query($root: ThreadRootInput!) { thread(root: $root) { messages { nodes { text } } } }",
            DemoThreads.Tree250.Variables());

        answer.Texts("thread.messages.nodes").Length.ShouldBe(20);
        answer.Seen.Single()["limit"].ShouldBe("20");
    }

    private async Task<string> FirstCursorAsync(string field)
    {
        var answer = await demo.QueryAsync(
            $$"""
            query($root: ThreadRootInput!) {
              thread(root: $root) { {{field}}(first: 1) { edges { cursor } } }
            }
            """,
            DemoThreads.SevenLevels.Variables());
        return answer.Text($"thread.{field}.edges.0.cursor");
    }
}
