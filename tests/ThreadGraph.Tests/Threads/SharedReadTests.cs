using ThreadGraph.Tests.Support;
using ThreadGraph.Threads;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Tests.Threads;

/// <summary>Equal reads that are in flight at the same time are one call, whoever waits for it.</summary>
public sealed class SharedReadTests
{
    private static readonly MessageThreadKey Key = new(YunxinConversationType.P2P, "alice", "bob", 1, "c-1", 1_000);

    private readonly HeldClient _client = new();
    private readonly ManualTime _time = new();
    private ThreadSource _source;

    public SharedReadTests() => _source = Sources.Over(_client);

    [Fact]
    public async Task Thousand_requests_read_a_thread_of_three_pages_in_three_calls()
    {
        var timelines = Enumerable.Range(0, 1_000).Select(_ => Open("alice")).ToArray();

        var readings = timelines.Select(t => t.MeetAsync([All], default)).ToArray();
        _client.AnswerAll();
        await Task.WhenAll(readings);

        _client.Calls.ShouldBe(3);
        timelines.Count(static t => t.IsWhole && t.ReadCount == 300).ShouldBe(1_000);
    }

    [Fact]
    public async Task Other_account_reads_for_itself()
    {
        var (one, other) = (Open("alice").MeetAsync([Flat(10)], default), Open("bob").MeetAsync([Flat(10)], default));
        _client.AnswerAll();
        await Task.WhenAll(one, other);

        _client.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task Smaller_page_is_served_by_a_larger_one_in_flight()
    {
        var larger = Open("alice").MeetAsync([Flat(50)], default);
        var smaller = Open("alice").MeetAsync([Flat(10)], default);
        _client.AnswerAll();
        await Task.WhenAll(larger, smaller);

        _client.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Who_comes_when_the_page_is_there_reads_anew()
    {
        _client.AnswerAll();
        for (var calls = 1; calls <= 1_000; calls++)
        {
            await Open("alice").MeetAsync([Flat(10)], default);
            _client.Calls.ShouldBe(calls);
        }
    }

    [Fact]
    public async Task Waiter_who_gives_up_does_not_harm_the_others()
    {
        using var impatient = new CancellationTokenSource();
        var first = Open("alice").MeetAsync([Flat(10)], impatient.Token);
        var second = Open("alice").MeetAsync([Flat(10)], default);

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        _client.Cancelled.ShouldBe(0);
        _client.AnswerAll();
        await second;

        _client.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Call_of_a_request_that_stopped_still_answers_the_others()
    {
        _ = StoppedQueue.Start(() => Open("alice").MeetAsync([Flat(10)], default));
        var second = Open("alice").MeetAsync([Flat(10)], default);

        _client.AnswerAll();
        await second.WaitAsync(TimeSpan.FromSeconds(30));

        _client.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Request_that_stopped_and_gave_up_leaves_nothing_that_the_next_one_waits_for()
    {
        using var impatient = new CancellationTokenSource();
        _ = StoppedQueue.Start(() => Open("alice").MeetAsync([Flat(10)], impatient.Token));
        await impatient.CancelAsync();
        _client.AnswerAll();

        await Open("alice").MeetAsync([Flat(10)], default).WaitAsync(TimeSpan.FromSeconds(30));

        _client.Cancelled.ShouldBe(1);
        _client.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task Call_dies_with_its_last_waiter_and_the_next_one_begins_anew()
    {
        using var impatient = new CancellationTokenSource();
        Task[] readings = [Open("alice").MeetAsync([Flat(10)], impatient.Token), Open("alice").MeetAsync([Flat(10)], impatient.Token)];

        await impatient.CancelAsync();
        foreach (var reading in readings)
        {
            await Should.ThrowAsync<OperationCanceledException>(() => reading);
        }

        _client.Cancelled.ShouldBe(1);
        _client.AnswerAll();
        await Open("alice").MeetAsync([Flat(10)], default);
        _client.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task Page_that_is_kept_is_given_to_the_same_account_until_its_time_is_over()
    {
        _client.AnswerAll();
        _source = Sources.Over(_client, new ThreadsOptions { PageCacheTime = TimeSpan.FromSeconds(5) }, _time);

        await Open("alice").MeetAsync([All], default);
        _time.Now += TimeSpan.FromSeconds(4);
        var second = Open("alice");
        await second.MeetAsync([All], default);
        _client.Calls.ShouldBe(3);
        second.Age.ShouldBe(TimeSpan.FromSeconds(4));

        await Open("bob").MeetAsync([Flat(10)], default);
        _client.Calls.ShouldBe(4);

        _time.Now += TimeSpan.FromSeconds(2);
        await Open("alice").MeetAsync([All], default);
        _client.Calls.ShouldBe(7);
    }

    [Fact]
    public async Task No_more_pages_are_kept_than_allowed()
    {
        _client.AnswerAll();
        _source = Sources.Over(
            _client, new ThreadsOptions { PageCacheTime = TimeSpan.FromSeconds(5), PageCacheSize = 1 }, _time);

        await Open("alice").MeetAsync([Flat(10)], default);
        await Open("bob").MeetAsync([Flat(10)], default);
        await Open("bob").MeetAsync([Flat(10)], default);
        _client.Calls.ShouldBe(2);
        await Open("alice").MeetAsync([Flat(10)], default);

        _client.Calls.ShouldBe(3);
    }

    private Timeline Open(string account) => new(
        Key, account, _source, new ReadingLimits(MaxScan: 2_000, EndMs: 2_000, DateTimeOffset.MaxValue, _time));

    private static FlatDemand Flat(int count) => new(new PageRange(count, Forward: true));

    private static OutlineDemand All => new(Count: 20, After: null, Under: null, MaxDepth: null);

    /// <summary>A thread of 300 replies to nobody in particular; calls wait until they are let go.</summary>
    private sealed class HeldClient : IYunxinClient
    {
        private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _calls;
        private int _cancelled;

        public int Calls => _calls;

        public int Cancelled => _cancelled;

        public void AnswerAll() => _gate.TrySetResult();

        public async Task<ThreadPage> QueryThreadMessagesAsync(ThreadMessagesQuery query, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _calls);
            try
            {
                await _gate.Task.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref _cancelled);
                throw;
            }

            var from = query.PageToken is null ? 0 : int.Parse(query.PageToken);
            var to = Math.Min(from + query.Limit, 300);
            return new ThreadPage
            {
                Root = Message(1),
                Total = 300,
                Messages = [.. Enumerable.Range(from + 2, to - from).Select(static i => Message(i))],
                HasMore = to < 300,
                NextToken = to < 300 ? $"{to}" : null,
            };
        }

        public Task<ThreadPage> QueryThreadTalkHistoryAsync(
            ThreadTalkHistoryQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<ThreadTalkMeta>> QueryThreadTalkMetaAsync(
            ThreadTalkMetaQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

        private static YunxinMessage Message(int id) => new() { ServerId = id, SenderId = "alice", CreateTimeMs = 999 + id };
    }
}
