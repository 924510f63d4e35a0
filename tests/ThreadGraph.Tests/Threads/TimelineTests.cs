using ThreadGraph.Tests.Support;
using ThreadGraph.Threads;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Tests.Threads;

/// <summary>What no upstream that keeps its contract would do.</summary>
public sealed class TimelineTests
{
    private static readonly MessageThreadKey Key = new(YunxinConversationType.P2P, "alice", "bob", 1, "c-1", 1_000);

    [Fact]
    public async Task Upstream_that_never_comes_to_an_end_is_left_at_the_bound()
    {
        var client = new ScriptedClient(call => new ThreadPage
        {
            Root = Root("alice", "bob"), Messages = [], HasMore = true, NextToken = $"{call}",
        });
        var timeline = Open(client);

        await timeline.MeetAsync([new ChildrenDemand(ThreadReader.RootOf(Key), new PageRange(5, Forward: true))], default);

        client.Calls.ShouldBe(20);
        ThreadCoverage.Of(timeline).CutBy.ShouldBe([CoverageCut.ScanLimit]);
    }

    [Theory]
    [InlineData("alice", "carol")]
    [InlineData("carol", "bob")]
    public async Task Root_of_another_conversation_is_no_such_thread(string sender, string receiver)
    {
        var timeline = Open(new ScriptedClient(_ => new ThreadPage
        {
            Root = Root(sender, receiver), Messages = [], HasMore = false,
        }));

        var failure = await Should.ThrowAsync<YunxinException>(() => timeline.MeetAsync([new HeadDemand()], default));

        failure.Failure.ShouldBe(YunxinFailure.ThreadNotFound);
    }

    [Fact]
    public async Task Page_without_a_root_has_a_tombstone_until_another_page_brings_it()
    {
        var timeline = Open(new ScriptedClient(call => new ThreadPage
        {
            Root = call == 1 ? null : Root("alice", "bob"), Messages = [], HasMore = call == 1, NextToken = "next",
        }));

        await timeline.MeetAsync([new HeadDemand()], default);
        timeline.Root.IsAvailable.ShouldBeFalse();
        timeline.Root.MessageId.ShouldBe(new MessageNumber(1));

        await timeline.MeetAsync([new FlatDemand(new PageRange(5, Forward: true))], default);
        timeline.Root.IsAvailable.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_read_by_the_deadline_is_answered_and_goes_on_from_there()
    {
        var time = new ManualTime();
        var client = new ScriptedClient(call =>
        {
            time.Now += TimeSpan.FromSeconds(6);
            return new ThreadPage
            {
                Root = Root("alice", "bob"), Messages = [Reply(call)], HasMore = true, NextToken = $"{call}",
            };
        });
        var timeline = new Timeline(
            Key, "alice", Sources.Over(client), new ReadingLimits(2_000, 2_000, time.Now + TimeSpan.FromSeconds(15), time));
        var demand = new ChildrenDemand(ThreadReader.RootOf(Key), new PageRange(5, Forward: true));

        await timeline.MeetAsync([demand], default);

        client.Calls.ShouldBe(3);
        demand.PageIn(timeline).HasNext.ShouldBeTrue();
        demand.PageIn(timeline).End!.Value.Position.ShouldBe(new ReplyPosition(1_003, 103));
        ThreadCoverage.Of(timeline).CutBy.ShouldBe([CoverageCut.Deadline]);
    }

    private static YunxinMessage Reply(int number) => new()
    {
        ServerId = 100 + number, SenderId = "alice", CreateTimeMs = 1_000 + number,
    };

    private static Timeline Open(IYunxinClient client) => new(
        Key,
        "alice",
        Sources.Over(client),
        new ReadingLimits(MaxScan: 2_000, EndMs: 2_000, DateTimeOffset.MaxValue, new ManualTime()));

    private static YunxinMessage Root(string sender, string receiver) => new()
    {
        ServerId = 1, ClientId = "c-1", SenderId = sender, ReceiverId = receiver, CreateTimeMs = 1_000,
    };

    /// <summary>Answers each call, counted from 1, with a page of the test's own.</summary>
    private sealed class ScriptedClient(Func<int, ThreadPage> answer) : IYunxinClient
    {
        public int Calls { get; private set; }

        public Task<ThreadPage> QueryThreadMessagesAsync(ThreadMessagesQuery query, CancellationToken cancellationToken) =>
            Task.FromResult(answer(++Calls));

        public Task<ThreadPage> QueryThreadTalkHistoryAsync(
            ThreadTalkHistoryQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<ThreadTalkMeta>> QueryThreadTalkMetaAsync(
            ThreadTalkMetaQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
