using ThreadGraph.Sandbox;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Threads;

public sealed class FlatListTests
{
    [Fact]
    public async Task First_page_costs_one_call_of_its_own_size()
    {
        await using var chat = await ChatApp.StartAsync(c => c.Reply("a").Reply("b", to: "a", at: 5).Reply("c", at: 5));

        var answer = await chat.App.QueryAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) {
                replyCount
                lastReplyAt
                root { text depth parentId }
                messages(first: 2) {
                  edges { cursor node { text messageId createdAt depth } }
                  nodes { text }
                  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                }
                coverage { complete readCount cutBy }
              }
            }
            """,
            chat.Chat.Variables);

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "replyCount": 3,
                  "lastReplyAt": "2026-01-01T00:00:00.005Z",
                  "root": { "text": "root", "depth": 0, "parentId": null },
                  "messages": {
                    "edges": [
                      {
                        "cursor": "*",
                        "node": {
                          "text": "a",
                          "messageId": "7100000000000000001",
                          "createdAt": "2026-01-01T00:00:00.001Z",
                          "depth": 1
                        }
                      },
                      {
                        "cursor": "*",
                        "node": {
                          "text": "b",
                          "messageId": "7100000000000000002",
                          "createdAt": "2026-01-01T00:00:00.005Z",
                          "depth": 2
                        }
                      }
                    ],
                    "nodes": [ { "text": "a" }, { "text": "b" } ],
                    "pageInfo": {
                      "hasNextPage": true, "hasPreviousPage": false, "startCursor": "*", "endCursor": "*"
                    }
                  },
                  "coverage": { "complete": false, "readCount": 2, "cutBy": ["PAGE_SIZE"] }
                }
              }
            }
            """).Costs(1);
        answer.Seen.Single()["limit"].ShouldBe("2");
    }

    [Fact]
    public async Task Last_page_of_a_short_thread_has_read_all_of_it()
    {
        await using var chat = await ChatApp.StartAsync(c => c.Replies(1, 3));

        var answer = await chat.ThreadAsync(
            """
            messages(last: 5) {
              nodes { text replies(first: 1) { nodes { text } pageInfo { hasNextPage } } }
              pageInfo { hasNextPage hasPreviousPage }
            }
            coverage { complete readCount cutBy }
            """);

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "messages": {
                    "nodes": [
                      { "text": "1", "replies": { "nodes": [], "pageInfo": { "hasNextPage": false } } },
                      { "text": "2", "replies": { "nodes": [], "pageInfo": { "hasNextPage": false } } },
                      { "text": "3", "replies": { "nodes": [], "pageInfo": { "hasNextPage": false } } }
                    ],
                    "pageInfo": { "hasNextPage": false, "hasPreviousPage": false }
                  },
                  "coverage": { "complete": true, "readCount": 3, "cutBy": [] }
                }
              }
            }
            """).Costs(1);
    }

    [Fact]
    public async Task Newest_replies_come_with_the_replies_to_them_in_one_call()
    {
        await using var chat = await ChatApp.StartAsync(
            static c => c.Replies(1, 150).Reply("a").Reply("a1", to: "a").Reply("a2", to: "a"));

        var answer = await chat.ThreadAsync(
            """
            messages(last: 3) {
              nodes { text replies(first: 1) { nodes { text } pageInfo { hasNextPage hasPreviousPage } } }
              pageInfo { hasPreviousPage }
            }
            """);

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "messages": {
                    "nodes": [
                      {
                        "text": "a",
                        "replies": {
                          "nodes": [ { "text": "a1" } ], "pageInfo": { "hasNextPage": true, "hasPreviousPage": false }
                        }
                      },
                      {
                        "text": "a1",
                        "replies": { "nodes": [], "pageInfo": { "hasNextPage": false, "hasPreviousPage": false } }
                      },
                      {
                        "text": "a2",
                        "replies": { "nodes": [], "pageInfo": { "hasNextPage": false, "hasPreviousPage": false } }
                      }
                    ],
                    "pageInfo": { "hasPreviousPage": true }
                  }
                }
              }
            }
            """).Costs(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Thread_without_replies_is_an_empty_list(bool inChannel)
    {
        await using var demo = await TestApp.StartAsync();
        var thread = inChannel ? DemoThreads.ChannelNoReplies : DemoThreads.NoReplies;

        var answer = await demo.QueryAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) {
                replyCount
                lastReplyAt
                messages(first: 20) { nodes { text } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
                replies(last: 20) { nodes { text } pageInfo { hasNextPage hasPreviousPage } }
                coverage { complete readCount cutBy }
              }
            }
            """,
            thread.Variables());

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "replyCount": 0,
                  "lastReplyAt": null,
                  "messages": {
                    "nodes": [],
                    "pageInfo": {
                      "hasNextPage": false, "hasPreviousPage": false, "startCursor": null, "endCursor": null
                    }
                  },
                  "replies": { "nodes": [], "pageInfo": { "hasNextPage": false, "hasPreviousPage": false } },
                  "coverage": { "complete": true, "readCount": 0, "cutBy": [] }
                }
              }
            }
            """).Costs(1);
    }

    [Theory]
    [InlineData("same-millisecond", true)]
    [InlineData("same-millisecond", false)]
    [InlineData("channel-same-millisecond", true)]
    [InlineData("channel-same-millisecond", false)]
    public async Task Replies_of_one_millisecond_are_paged_without_a_gap_at_one_call_a_page(string name, bool forward)
    {
        await using var app = await TestApp.StartAsync();
        var thread = DemoThreads.All.Single(t => t.Name == name);

        var walk = await Walk.ThreadAsync(app, thread.Variables(), "messages", size: 7, forward);

        var expected = app.Store.FindThread(thread.ServerId)!.Replies.Select(static r => r.Text!);
        walk.Texts.ShouldBe(forward ? expected : expected.Reverse());
        walk.Calls.ShouldAllBe(static calls => calls == 1);
    }

    [Theory]
    [InlineData(false, QChatAnchor.Position)]
    [InlineData(true, QChatAnchor.Position)]
    [InlineData(true, QChatAnchor.SingleMessage)]
    public async Task Cursor_from_the_middle_of_a_millisecond_goes_on_right_behind_it(
        bool inChannel, QChatAnchor anchor)
    {
        await using var chat = await ChatApp.StartAsync(
            static c => c.Reply("a").Thread.AddReplies(Enumerable.Range(1, 90).Select(static i => new SandboxMessage
            {
                ServerId = 8_000 + i,
                ClientId = $"t-{i}",
                SenderId = "bob",
                TimeMs = Chat.StartMs + 50,
                Text = $"{i}",
            })),
            inChannel ? Chat.Channel : null,
            new SandboxOptions { Anchor = anchor });
        var page = await chat.ThreadAsync("messages(first: 81) { edges { cursor node { text } } }");
        page.Text("thread.messages.edges.60.node.text").ShouldBe("60");
        var cursor = page.Text("thread.messages.edges.60.cursor");

        var next = await chat.ThreadAsync($$"""messages(first: 7, after: "{{cursor}}") { nodes { text } }""");
        var previous = await chat.ThreadAsync($$"""messages(last: 7, before: "{{cursor}}") { nodes { text } }""");

        next.Texts("thread.messages.nodes").ShouldBe(["61", "62", "63", "64", "65", "66", "67"]);
        next.Calls.ShouldBeLessThanOrEqualTo(2);
        previous.Texts("thread.messages.nodes").ShouldBe(["53", "54", "55", "56", "57", "58", "59"]);
        previous.Calls.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Reply_that_arrives_between_two_pages_is_neither_lost_nor_pushes_another_out()
    {
        await using var chat = await ChatApp.StartAsync(static c => c.Replies(1, 4));
        var first = await chat.ThreadAsync("messages(first: 2) { nodes { text } pageInfo { endCursor } }");
        chat.Chat.Reply("5", at: 43_000_000);

        var second = await chat.ThreadAsync(
            $$"""
            messages(first: 5, after: "{{first.Text("thread.messages.pageInfo.endCursor")}}") {
              nodes { text }
              pageInfo { hasNextPage hasPreviousPage }
            }
            """);

        first.Texts("thread.messages.nodes").ShouldBe(["1", "2"]);
        second.Answers(
            """
            {
              "data": {
                "thread": {
                  "messages": {
                    "nodes": [ { "text": "3" }, { "text": "4" }, { "text": "5" } ],
                    "pageInfo": { "hasNextPage": false, "hasPreviousPage": true }
                  }
                }
              }
            }
            """).Costs(1);
    }

    [Fact]
    public async Task Reply_behind_the_window_of_an_old_cursor_is_read_at_one_call_more()
    {
        await using var chat = await ChatApp.StartAsync(static c => c.Replies(1, 4));
        var first = await chat.ThreadAsync("messages(first: 2) { nodes { text } pageInfo { endCursor } }");
        var cursor = first.Text("thread.messages.pageInfo.endCursor");
        chat.App.Time.Now += TimeSpan.FromHours(1);
        chat.Chat.Reply("5", at: 46_000_000);

        var exact = await chat.ThreadAsync(
            $$"""messages(first: 2, after: "{{cursor}}") { nodes { text } pageInfo { hasNextPage } }""");
        var rest = await chat.ThreadAsync(
            $$"""messages(first: 5, after: "{{cursor}}") { nodes { text } pageInfo { hasNextPage } }""");

        exact.Answers(
            """
            {
              "data": {
                "thread": {
                  "messages": { "nodes": [ { "text": "3" }, { "text": "4" } ], "pageInfo": { "hasNextPage": true } }
                }
              }
            }
            """).Costs(2);
        rest.Answers(
            """
            {
              "data": {
                "thread": {
                  "messages": {
                    "nodes": [ { "text": "3" }, { "text": "4" }, { "text": "5" } ],
                    "pageInfo": { "hasNextPage": false }
                  }
                }
              }
            }
            """).Costs(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Asking_for_what_is_new_behind_the_last_message_costs_one_call(bool inChannel)
    {
        await using var chat = await ChatApp.StartAsync(static c => c.Replies(1, 2), inChannel ? Chat.Channel : null);
        var all = await chat.ThreadAsync("messages(first: 5) { pageInfo { endCursor } }");
        var cursor = all.Text("thread.messages.pageInfo.endCursor");
        var poll = $$"""messages(first: 5, after: "{{cursor}}") { nodes { text } pageInfo { hasNextPage } }""";

        (await chat.ThreadAsync(poll)).Answers(
            """{ "data": { "thread": { "messages": { "nodes": [], "pageInfo": { "hasNextPage": false } } } } }""")
            .Costs(1);

        chat.Chat.Reply("new");
        (await chat.ThreadAsync(poll)).Answers(
            """
            {
              "data": {
                "thread": { "messages": { "nodes": [ { "text": "new" } ], "pageInfo": { "hasNextPage": false } } }
              }
            }
            """).Costs(1);
    }

    [Fact]
    public async Task Refused_token_is_given_up_for_the_place_in_time_at_one_call_more()
    {
        // The token of v2 belongs to the account that it was given to, the cursor to whoever may read the thread.
        await using var chat = await ChatApp.StartAsync(
            static c => c.Replies(1, 9), settings: [.. Bearer.Settings, "--Yunxin:ApiVersion=v2"]);
        var first = await chat.ThreadAsync("messages(first: 3) { pageInfo { endCursor } }", Bearer.For("alice"));
        var next =
            $$"""
            messages(first: 3, after: "{{first.Text("thread.messages.pageInfo.endCursor")}}") {
              nodes { text }
              pageInfo { hasNextPage }
            }
            """;
        const string expected =
            """
            {
              "data": {
                "thread": {
                  "messages": {
                    "nodes": [ { "text": "4" }, { "text": "5" }, { "text": "6" } ],
                    "pageInfo": { "hasNextPage": true }
                  }
                }
              }
            }
            """;

        (await chat.ThreadAsync(next, Bearer.For("alice"))).Answers(expected).Costs(1);
        (await chat.ThreadAsync(next, Bearer.For("bob"))).Answers(expected).Costs(2);
    }

    [Fact]
    public async Task Page_of_no_messages_still_tells_whether_there_are_any()
    {
        await using var chat = await ChatApp.StartAsync(static c => c.Replies(1, 2));

        var answer = await chat.ThreadAsync(
            """
            none: messages(first: 0) { nodes { text } pageInfo { hasNextPage hasPreviousPage endCursor } }
            """);

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "none": {
                    "nodes": [], "pageInfo": { "hasNextPage": true, "hasPreviousPage": false, "endCursor": null }
                  }
                }
              }
            }
            """).Costs(1);
    }

    [Fact]
    public async Task Channel_page_that_ends_with_the_thread_says_so_at_one_call()
    {
        await using var chat = await ChatApp.StartAsync(static c => c.Replies(1, 100), Chat.Channel);

        var answer = await chat.ThreadAsync("messages(first: 100) { nodes { text } pageInfo { hasNextPage } }");

        answer.Texts("thread.messages.nodes").Length.ShouldBe(100);
        answer["thread.messages.pageInfo.hasNextPage"]!.GetValue<bool>().ShouldBeFalse();
        answer.Costs(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Five_thousand_replies_are_walked_in_fifty_calls(bool forward)
    {
        await using var app = await TestApp.StartAsync();

        var walk = await Walk.ThreadAsync(app, DemoThreads.Tree5000.Variables(), "messages", size: 100, forward);

        walk.Texts.Count.ShouldBe(5_000);
        walk.Calls.Count.ShouldBe(50);
        walk.Calls.ShouldAllBe(static calls => calls == 1);
    }
}
