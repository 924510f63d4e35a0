using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Threads;

/// <summary>The reply counts of many threads of one channel cost one call.</summary>
public sealed class ChannelCountsTests
{
    private const string Document =
        """
        query($first: [ThreadRootInput!]!, $second: [ThreadRootInput!]!) {
          first: threads(roots: $first) { replyCount lastReplyAt }
          second: threads(roots: $second) { replyCount lastReplyAt }
        }
        """;

    [Fact]
    public async Task Hundred_roots_of_one_channel_are_counted_in_one_call()
    {
        await using var app = await StartAsync(100);
        var roots = RootsOf(app, 100);

        var answer = await app.QueryAsync(Document, new { first = roots[..50], second = roots[50..] });

        answer.Succeeds().Costs(1);
        answer["first"]!.AsArray().Concat(answer["second"]!.AsArray()).Select(static t => (int)t!["replyCount"]!)
            .ShouldBe(Enumerable.Range(0, 100).Select(static i => i % 3));
        answer["first"]!.AsArray().Take(3).Select(static t => (string?)t!["lastReplyAt"])
            .ShouldBe([null, "2026-01-01T00:00:00.001Z", "2026-01-01T00:00:00.002Z"]);
    }

    [Fact]
    public async Task Root_that_is_not_counted_is_read_and_fails_on_its_own()
    {
        await using var app = await StartAsync(2);
        var roots = RootsOf(app, 2);
        var unknown = new
        {
            channelMessage = new { qchatServerId = "11", channelId = "22", messageId = "99", createdAt = "2026-01-01T00:00:00Z" },
        };

        var answer = await app.QueryAsync(Document, new { first = (object[])[roots[0], unknown, roots[1]], second = (object[])[] });

        answer.FailsWith("THREAD_NOT_FOUND").Costs(2);
        answer["first"]!.ToJsonString().ShouldBe(
            """[{"replyCount":0,"lastReplyAt":null},null,{"replyCount":1,"lastReplyAt":"2026-01-01T00:00:00.001Z"}]""");
    }

    [Fact]
    public async Task Threads_are_read_where_counting_is_refused()
    {
        await using var app = await StartAsync(2);
        app.Tap.FailingCall = 1;

        var answer = await app.QueryAsync(Document, new { first = RootsOf(app, 2), second = (object[])[] });

        answer.Succeeds();
        answer["first"]!.AsArray().Select(static t => (int)t!["replyCount"]!).ShouldBe([0, 1]);
    }

    [Fact]
    public async Task Thread_of_which_more_is_asked_is_read()
    {
        await using var app = await StartAsync(2);

        var answer = await app.QueryAsync(
            "query($roots: [ThreadRootInput!]!) { threads(roots: $roots) { replyCount root { text } } }",
            new { roots = RootsOf(app, 2) });

        answer.Succeeds().Costs(2);
    }

    /// <summary>Threads of one channel with 0, 1 and 2 replies in turn.</summary>
    private static Task<TestApp> StartAsync(int threads) => TestApp.StartAsync(store =>
    {
        for (var i = 0; i < threads; i++)
        {
            new Chat(store, Chat.Channel, Chat.RootId + (i * 1_000)).Replies(1, i % 3);
        }
    });

    private static object[] RootsOf(TestApp app, int threads) =>
        [.. Enumerable.Range(0, threads).Select(i => app.Store.FindThread(Chat.RootId + (i * 1_000))!.Root())];
}
