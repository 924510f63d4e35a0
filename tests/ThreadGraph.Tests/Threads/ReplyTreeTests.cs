using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Threads;

public sealed class ReplyTreeTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(12)]
    public async Task Tree_of_250_replies_costs_three_calls_however_deep_it_is_asked_for(int levels)
    {
        await using var app = await TestApp.StartAsync();
        var replies = Enumerable.Range(0, levels).Aggregate(
            "nodes { text }", static (inner, _) => $"nodes {{ text replies(first: 100) {{ {inner} }} }}");

        var answer = await app.QueryAsync(
            $$"""query($root: ThreadRootInput!) { thread(root: $root) { replies(first: 100) { {{replies}} } } }""",
            DemoThreads.Tree250.Variables());

        answer.Succeeds().Costs(3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Flat_replies_come_back_as_the_tree_that_they_are(bool inChannel)
    {
        await using var chat = await ChatApp.StartAsync(
            static c => c.Reply("a").Reply("b")
                .Reply("a1", to: "a").Reply("a1x", to: "a1").Reply("a2", to: "a").Reply("b1", to: "b"),
            inChannel ? Chat.Channel : null);

        var answer = await chat.ThreadAsync(
            """
            replies(first: 10) {
              nodes {
                text
                depth
                replies(first: 10) {
                  nodes {
                    text
                    depth
                    parent { messageId state message { text } }
                    replies(last: 10) { nodes { text depth } }
                  }
                }
              }
              pageInfo { hasNextPage hasPreviousPage }
            }
            coverage { complete readCount cutBy }
            """);

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "replies": {
                    "nodes": [
                      {
                        "text": "a",
                        "depth": 1,
                        "replies": {
                          "nodes": [
                            {
                              "text": "a1",
                              "depth": 2,
                              "parent": {
                                "messageId": "7100000000000000001", "state": "READ", "message": { "text": "a" }
                              },
                              "replies": { "nodes": [ { "text": "a1x", "depth": 3 } ] }
                            },
                            {
                              "text": "a2",
                              "depth": 2,
                              "parent": {
                                "messageId": "7100000000000000001", "state": "READ", "message": { "text": "a" }
                              },
                              "replies": { "nodes": [] }
                            }
                          ]
                        }
                      },
                      {
                        "text": "b",
                        "depth": 1,
                        "replies": {
                          "nodes": [
                            {
                              "text": "b1",
                              "depth": 2,
                              "parent": {
                                "messageId": "7100000000000000002", "state": "READ", "message": { "text": "b" }
                              },
                              "replies": { "nodes": [] }
                            }
                          ]
                        }
                      }
                    ],
                    "pageInfo": { "hasNextPage": false, "hasPreviousPage": false }
                  },
                  "coverage": { "complete": true, "readCount": 6, "cutBy": [] }
                }
              }
            }
            """).Costs(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Replies_to_one_message_are_paged_from_either_end(bool forward)
    {
        await using var chat = await ChatApp.StartAsync(
            static c => c.Reply("a").Reply("a1", to: "a").Reply("b")
                .Reply("a2", to: "a").Reply("a3", to: "a").Reply("c"));
        var (size, place, end) = forward ? ("first", "after", "endCursor") : ("last", "before", "startCursor");

        var one = await chat.ThreadAsync(
            $$"""
            messages(first: 1) {
              nodes { replies({{size}}: 2) { nodes { text } pageInfo { hasNextPage hasPreviousPage {{end}} } } }
            }
            """);
        var cursor = one.Text($"thread.messages.nodes.0.replies.pageInfo.{end}");
        var two = await chat.ThreadAsync(
            $$"""
            messages(first: 1) {
              nodes {
                replies({{size}}: 2, {{place}}: "{{cursor}}") {
                  nodes { text }
                  pageInfo { hasNextPage hasPreviousPage }
                }
              }
            }
            """);

        one.Texts("thread.messages.nodes.0.replies.nodes").ShouldBe(forward ? ["a1", "a2"] : ["a2", "a3"]);
        one[$"thread.messages.nodes.0.replies.pageInfo.hasNextPage"]!.GetValue<bool>().ShouldBe(forward);
        one[$"thread.messages.nodes.0.replies.pageInfo.hasPreviousPage"]!.GetValue<bool>().ShouldBe(!forward);
        two.Texts("thread.messages.nodes.0.replies.nodes").ShouldBe(forward ? ["a3"] : ["a1"]);
        two[$"thread.messages.nodes.0.replies.pageInfo.hasNextPage"]!.GetValue<bool>().ShouldBe(!forward);
        two[$"thread.messages.nodes.0.replies.pageInfo.hasPreviousPage"]!.GetValue<bool>().ShouldBe(forward);
    }

    [Fact]
    public async Task Direct_replies_go_on_behind_a_cursor_at_one_call()
    {
        await using var app = await TestApp.StartAsync();
        const string document =
            """
            query($root: ThreadRootInput!, $after: String) {
              thread(root: $root) { replies(first: 5, after: $after) { nodes { text } pageInfo { endCursor } } }
            }
            """;
        var root = DemoThreads.Tree5000.Root();

        var one = await app.QueryAsync(document, new { root });
        var two = await app.QueryAsync(document, new { root, after = one.Text("thread.replies.pageInfo.endCursor") });

        one.Succeeds().Costs(1);
        two.Succeeds().Costs(1);
        var direct = app.Store.FindThread(DemoThreads.Tree5000.ServerId)!.Replies
            .Where(static r => r.Parent!.ServerId == DemoThreads.Tree5000.ServerId)
            .Select(static r => r.Text!);
        one.Texts("thread.replies.nodes").Concat(two.Texts("thread.replies.nodes")).ShouldBe(direct.Take(10));
    }

    [Theory]
    [InlineData("first", false)]
    [InlineData("last", false)]
    [InlineData("first", true)]
    [InlineData("last", true)]
    public async Task Reply_whose_parent_is_gone_is_listed_once_among_the_direct_replies(string size, bool inChannel)
    {
        await using var chat = await ChatApp.StartAsync(
            static c => c.Reply("a").Gone("gone", to: "a")
                .Reply("orphan", to: "gone").Reply("child", to: "orphan").Reply("b"),
            inChannel ? Chat.Channel : null);

        var answer = await chat.ThreadAsync(
            $$"""
            replies({{size}}: 10) {
              nodes {
                text
                depth
                parentId
                parent { messageId sender { accountId } createdAt state message { text } }
                replies({{size}}: 10) { nodes { text depth parent { state } } }
              }
            }
            messages(first: 10) { nodes { text } }
            """);

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "replies": {
                    "nodes": [
                      {
                        "text": "a",
                        "depth": 1,
                        "parentId": "*",
                        "parent": {
                          "messageId": "7100000000000000000",
                          "sender": { "accountId": "alice" },
                          "createdAt": "2026-01-01T00:00:00.000Z",
                          "state": "READ",
                          "message": { "text": "root" }
                        },
                        "replies": { "nodes": [] }
                      },
                      {
                        "text": "orphan",
                        "depth": null,
                        "parentId": "*",
                        "parent": {
                          "messageId": "7100000000000000002",
                          "sender": { "accountId": "alice" },
                          "createdAt": "2026-01-01T00:00:00.002Z",
                          "state": "MISSING",
                          "message": null
                        },
                        "replies": { "nodes": [ { "text": "child", "depth": null, "parent": { "state": "READ" } } ] }
                      },
                      {
                        "text": "b",
                        "depth": 1,
                        "parentId": "*",
                        "parent": {
                          "messageId": "7100000000000000000",
                          "sender": { "accountId": "alice" },
                          "createdAt": "2026-01-01T00:00:00.000Z",
                          "state": "READ",
                          "message": { "text": "root" }
                        },
                        "replies": { "nodes": [] }
                      }
                    ]
                  },
                  "messages": {
                    "nodes": [ { "text": "a" }, { "text": "orphan" }, { "text": "child" }, { "text": "b" } ]
                  }
                }
              }
            }
            """).Costs(1);
    }

    [Fact]
    public async Task Orphan_in_a_channel_is_known_for_one_before_the_thread_has_been_read_to_its_end()
    {
        await using var chat = await ChatApp.StartAsync(
            static c => c.Gone("gone").Reply("orphan", to: "gone").Replies(1, 300), Chat.Channel);

        var answer = await chat.ThreadAsync("replies(first: 3) { nodes { text parent { state } } }");

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "replies": {
                    "nodes": [
                      { "text": "orphan", "parent": { "state": "MISSING" } },
                      { "text": "1", "parent": { "state": "READ" } },
                      { "text": "2", "parent": { "state": "READ" } }
                    ]
                  }
                }
              }
            }
            """).Costs(1);
    }

    [Fact]
    public async Task Parent_in_front_of_what_was_read_is_not_read_and_depth_is_unknown_below_it()
    {
        await using var chat = await ChatApp.StartAsync(
            static c => c.Reply("a").Reply("b", to: "a").Reply("c", to: "b"));

        var answer = await chat.ThreadAsync(
            "messages(last: 2) { nodes { text depth parent { messageId state message { text } } } }");

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "messages": {
                    "nodes": [
                      {
                        "text": "b",
                        "depth": null,
                        "parent": { "messageId": "7100000000000000001", "state": "NOT_READ", "message": null }
                      },
                      {
                        "text": "c",
                        "depth": null,
                        "parent": { "messageId": "7100000000000000002", "state": "READ", "message": { "text": "b" } }
                      }
                    ]
                  }
                }
              }
            }
            """).Costs(1);
    }

    [Theory]
    [InlineData("first")]
    [InlineData("last")]
    public async Task Parent_is_found_by_its_client_id_where_the_reference_has_no_server_id(string size)
    {
        await using var chat = await ChatApp.StartAsync(static c => c
            .Reply("a", change: WithoutServerId)
            .Reply("b", to: "a", change: WithoutServerId));

        var answer = await chat.ThreadAsync(
            $$"""
            replies({{size}}: 5) {
              nodes {
                text
                replies({{size}}: 5) { nodes { text depth parent { messageId clientMessageId state } } }
              }
            }
            """);

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "replies": {
                    "nodes": [
                      {
                        "text": "a",
                        "replies": {
                          "nodes": [
                            {
                              "text": "b",
                              "depth": 2,
                              "parent": { "messageId": null, "clientMessageId": "c-a", "state": "READ" }
                            }
                          ]
                        }
                      }
                    ]
                  }
                }
              }
            }
            """).Costs(1);
    }

    [Fact]
    public async Task Parent_is_found_by_its_client_id_even_a_page_further_on()
    {
        await using var chat = await ChatApp.StartAsync(static c =>
        {
            c.Replies(1, 150).Reply("a").Reply("f");
            for (var i = 1; i <= 110; i++)
            {
                c.Reply($"f{i}", to: "f");
            }

            c.Reply("b", to: "a", change: WithoutServerId);
        });

        var answer = await chat.ThreadAsync(
            "replies(last: 2) { nodes { text replies(last: 2) { nodes { text } pageInfo { hasPreviousPage } } } }");

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "replies": {
                    "nodes": [
                      {
                        "text": "a",
                        "replies": { "nodes": [ { "text": "b" } ], "pageInfo": { "hasPreviousPage": false } }
                      },
                      {
                        "text": "f",
                        "replies": {
                          "nodes": [ { "text": "f109" }, { "text": "f110" } ], "pageInfo": { "hasPreviousPage": true }
                        }
                      }
                    ]
                  }
                }
              }
            }
            """).Costs(2);
    }

    [Fact]
    public async Task Gaps_that_recalls_leave_behind_lose_no_reply()
    {
        await using var app = await TestApp.StartAsync();

        var answer = await app.QueryAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) {
                replyCount
                replies(first: 20) {
                  nodes {
                    text
                    depth
                    parent { state }
                    replies(first: 20) { nodes { text replies(first: 20) { nodes { text } } } }
                  }
                }
              }
            }
            """,
            DemoThreads.Gaps.Variables());

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "replyCount": 12,
                  "replies": {
                    "nodes": [
                      {
                        "text": "Point one is missing.",
                        "depth": 1,
                        "parent": { "state": "READ" },
                        "replies": {
                          "nodes": [
                            {
                              "text": "Point one, now with the right date.",
                              "replies": {
                                "nodes": [
                                  { "text": "Looks right (redacted by an operator)." },
                                  { "text": "Fine with me." }
                                ]
                              }
                            },
                            { "text": "Point two stands.", "replies": { "nodes": [] } }
                          ]
                        }
                      },
                      {
                        "text": "Why was that recalled?",
                        "depth": null,
                        "parent": { "state": "MISSING" },
                        "replies": {
                          "nodes": [ { "text": "It named the wrong customer.", "replies": { "nodes": [] } } ]
                        }
                      },
                      {
                        "text": "An answer to what was deleted.",
                        "depth": null,
                        "parent": { "state": "MISSING" },
                        "replies": { "nodes": [] }
                      },
                      {
                        "text": "Another answer to what was deleted.",
                        "depth": null,
                        "parent": { "state": "MISSING" },
                        "replies": { "nodes": [] }
                      },
                      {
                        "text": "The last of this branch.",
                        "depth": null,
                        "parent": { "state": "MISSING" },
                        "replies": { "nodes": [] }
                      },
                      {
                        "text": "I will send the corrected version.",
                        "depth": 1,
                        "parent": { "state": "READ" },
                        "replies": { "nodes": [] }
                      },
                      { "text": "Thank you.", "depth": 1, "parent": { "state": "READ" }, "replies": { "nodes": [] } }
                    ]
                  }
                }
              }
            }
            """).Costs(1);
    }

    private static SandboxMessage WithoutServerId(SandboxMessage reply) =>
        reply with { Parent = reply.Parent! with { ServerId = 0 } };
}
