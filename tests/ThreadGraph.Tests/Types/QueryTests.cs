using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Types;

public sealed class QueryTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task What_a_thread_knows_by_its_name_costs_nothing()
    {
        var answer = await demo.QueryAsync(
            """
            query($roots: [ThreadRootInput!]!) {
              viewer { accountId }
              threads(roots: $roots) {
                id
                conversation {
                  id
                  kind
                  ... on DirectConversation { participants { accountId } }
                  ... on TeamConversation { teamId }
                  ... on ChannelConversation { qchatServerId channelId }
                }
              }
            }
            """,
            new
            {
                roots = new[]
                {
                    DemoThreads.SevenLevels.Root(), DemoThreads.Tree250.Root(), DemoThreads.Team.Root(),
                    DemoThreads.SuperTeam.Root(), DemoThreads.ChannelNested.Root(),
                },
            });

        answer.Answers(
            """
            {
              "data": {
                "viewer": { "accountId": "alice" },
                "threads": [
                  {
                    "id": "*",
                    "conversation": {
                      "id": "RGlyZWN0OmFsaWNlfGJvYg",
                      "kind": "DIRECT",
                      "participants": [ { "accountId": "alice" }, { "accountId": "bob" } ]
                    }
                  },
                  {
                    "id": "*",
                    "conversation": {
                      "id": "RGlyZWN0OmFsaWNlfGJvYg",
                      "kind": "DIRECT",
                      "participants": [ { "accountId": "bob" }, { "accountId": "alice" } ]
                    }
                  },
                  { "id": "*", "conversation": { "id": "*", "kind": "TEAM", "teamId": "4100200300" } },
                  { "id": "*", "conversation": { "id": "*", "kind": "SUPER_TEAM", "teamId": "5100200300" } },
                  {
                    "id": "*",
                    "conversation": { "id": "*", "kind": "CHANNEL", "qchatServerId": "1513535", "channelId": "301" }
                  }
                ]
              }
            }
            """).Costs(0);
    }

    [Fact]
    public async Task One_bad_root_among_others_fails_alone()
    {
        var answer = await demo.QueryAsync(
            """
            query($roots: [ThreadRootInput!]!) {
              threads(roots: $roots) { replyCount }
            }
            """,
            new
            {
                roots = new[]
                {
                    DemoThreads.SevenLevels.Root(),
                    (DemoThreads.Tree250 with { ServerId = 158_844_553_002_000_002 }).Root(),
                    new { id = "nonsense" },
                    DemoThreads.BobAndCarol.Root(),
                    DemoThreads.PrivateChannel.Root(),
                    DemoThreads.SevenLevels.Root(),
                },
            });

        answer.Answers(
            """
            {
              "errors": [
                {
                  "message": "\"id\" holds an ID that names no thread or message of this API. Use an ID from one of its answers.",
                  "locations": [ { "line": 2, "column": 3 } ],
                  "path": ["threads", 2],
                  "extensions": { "code": "ID_INVALID", "argument": "id" }
                },
                {
                  "message": "Your account may not read this thread.",
                  "locations": [ { "line": 2, "column": 3 } ],
                  "path": ["threads", 3],
                  "extensions": { "code": "FORBIDDEN" }
                },
                {
                  "message": "There is no such thread. Check every value of its root; all of them are part of its identity.",
                  "locations": [ { "line": 2, "column": 3 } ],
                  "path": ["threads", 1],
                  "extensions": { "code": "THREAD_NOT_FOUND" }
                },
                {
                  "message": "Your account may not read this thread.",
                  "locations": [ { "line": 2, "column": 3 } ],
                  "path": ["threads", 4],
                  "extensions": { "code": "FORBIDDEN" }
                }
              ],
              "data": { "threads": [ { "replyCount": 21 }, null, null, null, null, { "replyCount": 21 } ] }
            }
            """).Costs(3);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("channelMessage")]
    public async Task Unknown_root_is_null_with_an_error_that_says_so(string kind)
    {
        var thread = kind == "message" ? DemoThreads.NoReplies : DemoThreads.ChannelNoReplies;

        var answer = await demo.QueryAsync(
            "query($root: ThreadRootInput!) { thread(root: $root) { root { text } } }",
            (thread with { CreateTimeMs = thread.CreateTimeMs + 1 }).Variables());

        answer.Answers(
            """
            {
              "errors": [
                {
                  "message": "There is no such thread. Check every value of its root; all of them are part of its identity.",
                  "locations": [ { "line": 1, "column": 34 } ],
                  "path": ["thread"],
                  "extensions": { "code": "THREAD_NOT_FOUND" }
                }
              ],
              "data": { "thread": null }
            }
            """).Costs(1);
    }

    [Fact]
    public async Task Fifty_threads_are_served_and_one_more_is_refused_before_any_call()
    {
        const string document = "query($roots: [ThreadRootInput!]!) { threads(roots: $roots) { replyCount } }";

        var fifty = await demo.QueryAsync(
            document, new { roots = Enumerable.Repeat(DemoThreads.SevenLevels.Root(), 50) });
        var more = await demo.QueryAsync(
            document, new { roots = Enumerable.Repeat(DemoThreads.SevenLevels.Root(), 51) });

        fifty.Succeeds().Costs(1);
        fifty["threads"]!.AsArray().Count.ShouldBe(50);
        more.Answers(
            """
            {
              "errors": [
                {
                  "message": "\"roots\" names 51 threads, but at most 50 are allowed at once.",
                  "locations": [ { "line": 1, "column": 38 } ],
                  "path": ["threads"],
                  "extensions": { "code": "BAD_USER_INPUT", "argument": "roots" }
                }
              ],
              "data": null
            }
            """).Costs(0);
    }

    [Fact]
    public async Task Thread_and_messages_are_found_again_by_their_ids()
    {
        var ids = await demo.QueryAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) { id root { id sender { id } } messages(first: 8) { nodes { id messageId } } }
            }
            """,
            DemoThreads.SevenLevels.Variables());

        var answer = await demo.QueryAsync(
            """
            query($thread: ID!, $root: ID!, $reply: ID!, $account: ID!) {
              thread: node(id: $thread) { __typename id ... on Thread { replyCount } }
              root: node(id: $root) { __typename ... on Message { text depth parentId } }
              reply: node(id: $reply) {
                __typename
                ... on Message { messageId text depth parent { messageId state } thread { replyCount } }
              }
              account: node(id: $account) { __typename ... on Account { accountId } }
            }
            """,
            new
            {
                thread = ids.Text("thread.id"),
                root = ids.Text("thread.root.id"),
                reply = ids.Text("thread.messages.nodes.7.id"),
                account = ids.Text("thread.root.sender.id"),
            });

        answer.Answers(
            $$"""
            {
              "data": {
                "thread": { "__typename": "Thread", "id": "{{ids.Text("thread.id")}}", "replyCount": 21 },
                "root": { "__typename": "Message", "text": "How deep can we go?", "depth": 0, "parentId": null },
                "reply": {
                  "__typename": "Message",
                  "messageId": "{{ids.Text("thread.messages.nodes.7.messageId")}}",
                  "text": "Level 3, and on it goes.",
                  "depth": null,
                  "parent": { "messageId": "{{ids.Text("thread.messages.nodes.4.messageId")}}", "state": "NOT_READ" },
                  "thread": { "replyCount": 21 }
                },
                "account": { "__typename": "Account", "accountId": "alice" }
              }
            }
            """).Costs(1);
    }

    [Fact]
    public async Task Every_message_of_a_channel_is_found_again_even_among_many_of_one_millisecond()
    {
        var page = await demo.QueryAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) { messages(first: 100) { nodes { id text parentId } } }
            }
            """,
            DemoThreads.ChannelSameMillisecond.Variables());
        foreach (var i in (int[])[0, 4, 5, 50, 99])
        {
            var message = $"thread.messages.nodes.{i}";
            var answer = await demo.QueryAsync(
                "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Message { text } } }",
                new { ids = new[] { page.Text($"{message}.id"), page.Text($"{message}.parentId") } });

            answer.Succeeds();
            answer.Text("nodes.0.text").ShouldBe(page.Text($"{message}.text"));
            answer.Text("nodes.1.id").ShouldBe(page.Text($"{message}.parentId"));
        }
    }

    [Fact]
    public async Task Message_that_was_recalled_since_is_a_null_node()
    {
        await using var chat = await ChatApp.StartAsync(static c => c.Reply("a").Reply("b"));
        var id = (await chat.ThreadAsync("messages(first: 1) { nodes { id } }")).Text("thread.messages.nodes.0.id");
        chat.App.Store.Recall(Chat.RootId + 1).ShouldBeTrue();

        var answer = await chat.App.QueryAsync("query($id: ID!) { node(id: $id) { id } }", new { id });

        answer.Answers("""{ "data": { "node": null } }""").Costs(1);
    }

    [Fact]
    public async Task Any_message_names_its_thread()
    {
        var page = await demo.QueryAsync(
            "query($root: ThreadRootInput!) { thread(root: $root) { id messages(last: 1) { nodes { id } } } }",
            DemoThreads.Tree250.Variables());

        var answer = await demo.QueryAsync(
            """
            query($a: ID!, $b: ID!) {
              a: thread(root: { id: $a }) { replyCount }
              b: thread(root: { id: $b }) { replyCount }
            }
            """,
            new { a = page.Text("thread.id"), b = page.Text("thread.messages.nodes.0.id") });

        answer.Answers("""{ "data": { "a": { "replyCount": 250 }, "b": { "replyCount": 250 } } }""").Costs(1);
    }

    [Fact]
    public async Task Damaged_id_among_nodes_fails_alone()
    {
        var thread = await demo.QueryAsync(
            "query($root: ThreadRootInput!) { thread(root: $root) { id } }", DemoThreads.SevenLevels.Variables());
        var id = thread.Text("thread.id");

        var answer = await demo.QueryAsync(
            "query($ids: [ID!]!) { nodes(ids: $ids) { __typename } }",
            new { ids = new[] { id, id[..^3], "TWVzc2FnZTo" } });

        answer.Answers(
            """
            {
              "errors": [
                {
                  "message": "\"ids\" holds an ID that this API did not give out. Use an ID from one of its answers.",
                  "locations": [ { "line": 1, "column": 23 } ],
                  "path": ["nodes", 1],
                  "extensions": { "code": "ID_INVALID", "argument": "ids" }
                },
                {
                  "message": "\"ids\" holds an ID that this API did not give out. Use an ID from one of its answers.",
                  "locations": [ { "line": 1, "column": 23 } ],
                  "path": ["nodes", 2],
                  "extensions": { "code": "ID_INVALID", "argument": "ids" }
                }
              ],
              "data": { "nodes": [ { "__typename": "Thread" }, null, null ] }
            }
            """).Costs(0);
    }

    [Fact]
    public async Task Message_id_as_a_number_beyond_doubles_is_to_be_quoted()
    {
        var answer = await demo.App.SendAsync(
            """
            {
              "query": "query($root: ThreadRootInput!) { thread(root: $root) { id } }",
              "variables": {
                "root": {
                  "channelMessage": {
                    "qchatServerId": 1513535,
                    "channelId": 302,
                    "messageId": 158844553014000001,
                    "createdAt": "2025-06-15T00:00:00.518Z"
                  }
                }
              }
            }
            """);

        answer.FailsWith("BAD_USER_INPUT").Costs(0);
        answer.Body.ShouldContain(
            "integers beyond 2^53 must be quoted, \\\"158844553014000001\\\".");
    }

    [Fact]
    public async Task Message_id_as_a_literal_keeps_every_digit()
    {
        var answer = await demo.QueryAsync(
            """
            {
              thread(root: {
                channelMessage: {
                  qchatServerId: 1513535, channelId: 302, messageId: 158844553014000001
                  createdAt: "2025-06-15T00:00:00.518Z"
                }
              }) { replyCount root { messageId } }
            }
            """);

        answer.Answers(
            """{ "data": { "thread": { "replyCount": 300, "root": { "messageId": "158844553014000001" } } } }""")
            .Costs(1);
    }

    [Fact]
    public async Task Root_named_in_two_ways_at_once_is_refused()
    {
        var answer = await demo.QueryAsync(
            "query($root: ThreadRootInput!) { thread(root: $root) { id } }",
            new
            {
                root = new
                {
                    id = "x",
                    channelMessage = new
                    {
                        qchatServerId = "1", channelId = "2", messageId = "3", createdAt = "2025-06-15T00:00:00Z",
                    },
                },
            });

        answer.FailsWith("BAD_USER_INPUT").Costs(0);
    }

    [Theory]
    [InlineData("messageId", "0")]
    [InlineData("messageId", "-1")]
    [InlineData("messageId", "9223372036854775808")]
    [InlineData("messageId", "abc")]
    [InlineData("channelId", "general")]
    public async Task Value_of_a_root_that_cannot_be_is_refused_before_any_call(string argument, string value)
    {
        var answer = await demo.QueryAsync(
            """
            query($messageId: ID!, $channelId: ID!) {
              thread(root: {
                channelMessage: {
                  qchatServerId: "1", channelId: $channelId, messageId: $messageId, createdAt: "2025-06-15T00:00:00Z"
                }
              }) { replyCount }
            }
            """,
            new
            {
                messageId = argument == "messageId" ? value : "3",
                channelId = argument == "channelId" ? value : "2",
            });

        answer.FailsWith("BAD_USER_INPUT").Costs(0);
        answer.Json["errors"]![0]!["extensions"]!["argument"]!.GetValue<string>().ShouldBe(argument);
    }

    [Fact]
    public async Task Same_thread_by_any_name_is_read_once()
    {
        var named = await demo.QueryAsync(
            "query($root: ThreadRootInput!) { thread(root: $root) { id } }", DemoThreads.SevenLevels.Variables());

        var answer = await demo.QueryAsync(
            """
            query($root: ThreadRootInput!, $id: ID!) {
              a: thread(root: $root) { messages(first: 5) { nodes { text } } }
              b: thread(root: $root) { replyCount replies(first: 2) { nodes { text } } }
              c: threads(roots: [$root, $root]) { root { text } }
              d: node(id: $id) { ... on Thread { lastReplyAt messages(first: 3) { nodes { text } } } }
            }
            """,
            new { root = DemoThreads.SevenLevels.Root(), id = named.Text("thread.id") });

        answer.Succeeds().Costs(1);
    }
}
