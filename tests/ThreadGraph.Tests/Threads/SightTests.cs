using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Threads;

/// <summary>What is left of a thread that not all is given, or shown, of.</summary>
public sealed class SightTests
{
    private static readonly SandboxConversation Team = SandboxConversation.Team(77);

    [Theory]
    [InlineData(true, "bob", "a,secret,b")]
    [InlineData(true, "carol", "a,b")]
    [InlineData(false, "bob", "a,b")]
    [InlineData(false, "carol", "a,secret,b")]
    [InlineData(true, "alice", "a,secret,b")]
    public async Task Directed_message_is_seen_by_those_it_is_for_and_its_sender(bool inclusive, string account, string texts)
    {
        await using var chat = await ChatApp.StartAsync(
            c => c.Reply("a").Reply("secret", change: m => m with { ReceiverAccountIds = ["Bob"], Inclusive = inclusive }).Reply("b"),
            Team,
            settings: $"--Access:DemoAccount={account}");

        var answer = await chat.ThreadAsync(
            "messages { nodes { text } } replies { nodes { text } } outline { edges { node { text } } } coverage { complete }");

        answer.Texts("thread.messages.nodes").ShouldBe(texts.Split(','));
        answer.Texts("thread.replies.nodes").ShouldBe(texts.Split(','));
        answer["thread.outline.edges"]!.AsArray().Count.ShouldBe(texts.Split(',').Length);
        answer["thread.coverage.complete"]!.GetValue<bool>().ShouldBe(texts.Contains("secret"));
    }

    [Fact]
    public async Task Reply_to_what_one_may_not_see_is_an_orphan_whose_parent_is_not_visible()
    {
        await using var chat = await ChatApp.StartAsync(
            static c => c.Reply("secret", change: static m => m with { ReceiverAccountIds = ["bob"] }).Reply("b", to: "secret"),
            Team,
            settings: "--Access:DemoAccount=carol");

        var answer = await chat.ThreadAsync(
            """
            root { childCount { value exact } }
            replies { nodes { text depth parent { state message { text } } } }
            coverage { complete readCount cutBy }
            """);

        answer["thread"]!.ToJsonString().ShouldBe(
            """
            {"root":{"childCount":{"value":1,"exact":true}},
            "replies":{"nodes":[{"text":"b","depth":null,"parent":{"state":"NOT_VISIBLE","message":null}}]},
            "coverage":{"complete":false,"readCount":1,"cutBy":["NOT_VISIBLE"]}}
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Root_that_is_gone_leaves_a_tombstone_over_its_replies(bool inChannel)
    {
        await using var chat = await ChatApp.StartAsync(
            static c => c.Reply("a").Reply("b", to: "a"), inChannel ? Chat.Channel : null);
        chat.App.Store.Purge(Chat.RootId).ShouldBeTrue();

        var answer = await chat.ThreadAsync(
            """
            root { messageId text isAvailable createdAt sender { accountId } }
            replies { nodes { text depth parent { state } replies { nodes { text depth } } } }
            """);

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "root": {
                    "messageId": "7100000000000000000",
                    "text": null,
                    "isAvailable": false,
                    "createdAt": "2026-01-01T00:00:00.000Z",
                    "sender": { "accountId": "alice" }
                  },
                  "replies": {
                    "nodes": [
                      {
                        "text": "a",
                        "depth": 1,
                        "parent": { "state": "MISSING" },
                        "replies": { "nodes": [ { "text": "b", "depth": 2 } ] }
                      }
                    ]
                  }
                }
              }
            }
            """).Costs(1);
    }

    [Fact]
    public async Task Ancestors_and_tallies_say_what_was_read()
    {
        await using var chat = await ChatApp.StartAsync(
            static c => c.Reply("a").Reply("a1", to: "a").Reply("x", to: "a1").Reply("b").Reply("y", to: "x"));

        var answer = await chat.ThreadAsync(
            """
            root { descendantCount { value exact } }
            messages { nodes { text ancestors { text } childCount { value exact } descendantCount { value exact } } }
            """);

        answer.Succeeds().Costs(1);
        answer["thread.root"]!.ToJsonString().ShouldBe("""{"descendantCount":{"value":5,"exact":true}}""");
        answer["thread.messages.nodes"]!.AsArray().Select(static m => m!.ToJsonString()).ShouldBe(
        [
            """{"text":"a","ancestors":[{"text":"root"}],"childCount":{"value":1,"exact":true},"descendantCount":{"value":3,"exact":true}}""",
            """{"text":"a1","ancestors":[{"text":"root"},{"text":"a"}],"childCount":{"value":1,"exact":true},"descendantCount":{"value":2,"exact":true}}""",
            """{"text":"x","ancestors":[{"text":"root"},{"text":"a"},{"text":"a1"}],"childCount":{"value":1,"exact":true},"descendantCount":{"value":1,"exact":true}}""",
            """{"text":"b","ancestors":[{"text":"root"}],"childCount":{"value":0,"exact":true},"descendantCount":{"value":0,"exact":true}}""",
            """{"text":"y","ancestors":[{"text":"root"},{"text":"a"},{"text":"a1"},{"text":"x"}],"childCount":{"value":0,"exact":true},"descendantCount":{"value":0,"exact":true}}""",
        ]);
    }

    [Fact]
    public async Task Tally_of_what_was_read_in_part_is_not_exact()
    {
        await using var chat = await ChatApp.StartAsync(static c => c.Replies(1, 250));

        var answer = await chat.ThreadAsync("root { childCount { value exact } }");

        answer["thread.root"]!.ToJsonString().ShouldBe("""{"childCount":{"value":100,"exact":false}}""");
    }

    [Fact]
    public async Task Reply_in_front_of_what_it_says_it_answers_stands_at_the_top()
    {
        await using var chat = await ChatApp.StartAsync(static c => c
            .Reply("a", at: 5)
            .Reply("early", to: "a", at: 3)
            .Reply("b", to: "early", at: 8));

        var answer = await chat.ThreadAsync("replies { nodes { text depth parent { state } replies { nodes { text depth } } } }");

        answer["thread.replies.nodes"]!.ToJsonString().ShouldBe(
            """
            [{"text":"early","depth":null,"parent":{"state":"READ"},"replies":{"nodes":[{"text":"b","depth":null}]}},
            {"text":"a","depth":1,"parent":{"state":"READ"},"replies":{"nodes":[]}}]
            """.ReplaceLineEndings(""));
    }
}
