using ThreadGraph.Yunxin.Quota;
using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.Quota;

public class CallBudgetTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private readonly ManualTimeProvider _time = new();
    private int _refusingEpisodes;

    [Fact]
    public void Quota_of_a_hundred_less_the_margin_goes_at_once()
    {
        var budget = Budget(new YunxinOptions());

        Ask(budget, "alice", 100).Count(static call => call.IsCompletedSuccessfully).ShouldBe(95);

        budget.Permits.ShouldBe(95);
        budget.Left.ShouldBe(0);
        budget.Waiting.ShouldBe(5);
    }

    [Theory]
    [InlineData(100, 0.05, 95)]
    [InlineData(100, 0, 100)]
    [InlineData(1000, 0.1, 900)]
    [InlineData(100, 0.9, 10)]
    [InlineData(1, 0.9, 1)]
    public void Margin_is_a_share_of_the_quota(int callsPerSecond, double margin, int permits) =>
        Budget(new YunxinOptions { CallsPerSecond = callsPerSecond, QuotaMargin = margin }).Permits.ShouldBe(permits);

    // Bursts, trickles and idle times by a fixed seed; every second that begins with a call is counted.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_second_wherever_it_begins_holds_more_than_the_budget(int seed)
    {
        var budget = Budget(Options(50) with { MaxQueueTime = TimeSpan.FromSeconds(60) });
        var random = new Random(seed);
        var waiting = new List<Task>();
        var served = new List<long>();
        for (var millisecond = 0; millisecond < 6_000; millisecond++)
        {
            if (random.Next(40) is 0)
            {
                waiting.AddRange(Ask(budget, "account" + random.Next(5), random.Next(random.Next(120))));
            }

            var done = waiting.RemoveAll(static call => call.IsCompletedSuccessfully);
            served.AddRange(Enumerable.Repeat((long)millisecond, done));
            for (; done > 0; done--)
            {
                budget.Return();
            }

            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        served.Max(start => served.Count(moment => moment >= start && moment < start + 1000)).ShouldBe(50);
        served.Count.ShouldBeGreaterThan(250, "the budget is used to the full");
    }

    [Fact]
    public void Waiting_calls_go_evenly_spaced()
    {
        var budget = Budget(Options(100));
        Finish(budget, Ask(budget, "alice", 100));
        var waiting = Ask(budget, "alice", 30);

        _time.Advance(TimeSpan.FromMilliseconds(999));
        Served(waiting).ShouldBe(0);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Served(waiting).ShouldBeInRange(1, 6, "some at once make up for timers that come late");
        _time.Advance(TimeSpan.FromMilliseconds(100));
        Served(waiting).ShouldBeInRange(11, 16);
        _time.Advance(TimeSpan.FromMilliseconds(190));
        Served(waiting).ShouldBe(30);
    }

    // 500 calls wait for 100 a second; one account asks as much as all ten others together, or ten times as much as
    // each or as all of them.
    [Theory]
    [InlineData(250, 25)]
    [InlineData(455, 4)]
    [InlineData(454, 5)]
    public void Greedy_account_slows_ten_others_by_no_more_than_a_third(int greedy, int each)
    {
        var alone = LastServedMs(0, each);
        var beside = LastServedMs(greedy, each);

        ((double)beside / alone).ShouldBeLessThan(4 / 3.0);
    }

    [Fact]
    public void Accounts_take_turns_in_whatever_order_they_came()
    {
        var budget = Budget(Options(10));
        Finish(budget, Ask(budget, "first", 10));
        string[] accounts = ["alice", "alice", "alice", "ALICE", "bob", "carol", "bob"];
        var waiting = accounts.Select(account => (account, Turn: Ask(budget, account, 1)[0])).ToList();

        var order = new List<string>();
        while (waiting.Count > 0)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            order.AddRange(waiting.Where(call => call.Turn.IsCompleted).Select(call => call.account));
            waiting.RemoveAll(call => call.Turn.IsCompleted);
        }

        order.ShouldBe(["alice", "bob", "carol", "alice", "bob", "alice", "ALICE"]);
    }

    [Fact]
    public async Task Call_that_cannot_make_it_is_refused_at_once_and_told_when()
    {
        var budget = Budget(Options(100));
        Finish(budget, Ask(budget, "alice", 100));
        _time.Advance(TimeSpan.FromMilliseconds(400));

        var refusal = await Refusal(Ask(budget, "bob", 1, TimeSpan.FromMilliseconds(599))[0]);

        refusal.Failure.ShouldBe(YunxinFailure.Busy);
        refusal.IsRetryable.ShouldBeTrue();
        refusal.RetryAfter.ShouldBe(TimeSpan.FromMilliseconds(600));
        refusal.UpstreamCode.ShouldBeNull();
        refusal.Message.ShouldBe("The budget of upstream calls is spent for now; wait before asking again.");
        Ask(budget, "bob", 1, TimeSpan.FromMilliseconds(600))[0].IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Queue_is_bounded_in_time()
    {
        var budget = Budget(Options(10) with { MaxQueueTime = TimeSpan.FromSeconds(2) });
        Finish(budget, Ask(budget, "alice", 10));

        var calls = Ask(budget, "alice", 30);

        Refused(calls).ShouldBe(19, "the first goes after a second, ten more within the next");
        _time.Advance(TimeSpan.FromSeconds(2));
        (Served(calls) + Refused(calls)).ShouldBe(30);
        (await Refusal(calls[^1])).Failure.ShouldBe(YunxinFailure.Busy);
    }

    [Fact]
    public async Task Call_that_others_were_put_before_leaves_when_its_time_is_up()
    {
        var budget = Budget(Options(10));
        Finish(budget, Ask(budget, "alice", 10));
        var calls = Ask(budget, "alice", 2, TimeSpan.FromSeconds(1.15));
        var others = Enumerable.Range(0, 9).SelectMany(i => Ask(budget, "other" + i, 1)).ToList();

        _time.Advance(TimeSpan.FromSeconds(1.15));

        calls[0].IsCompletedSuccessfully.ShouldBeTrue();
        var refusal = await Refusal(calls[1]);
        refusal.Failure.ShouldBe(YunxinFailure.Busy);
        refusal.RetryAfter!.Value.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(500));
        budget.Waiting.ShouldBe(others.Count(static call => !call.IsCompleted));
    }

    [Fact]
    public async Task Full_queue_refuses_the_account_that_waits_for_the_most()
    {
        var budget = Budget(Options(10) with { MaxQueuedCalls = 4 });
        Finish(budget, Ask(budget, "alice", 10));
        var greedy = Ask(budget, "alice", 4);

        (await Refusal(Ask(budget, "alice", 1)[0])).Failure.ShouldBe(YunxinFailure.Busy);
        var modest = Ask(budget, "bob", 2);
        (await Refusal(Ask(budget, "bob", 1)[0])).Failure.ShouldBe(YunxinFailure.Busy);

        Refused(greedy).ShouldBe(2);
        greedy[0].IsCompleted.ShouldBeFalse();
        greedy[1].IsCompleted.ShouldBeFalse();
        Refused(modest).ShouldBe(0);
        budget.Waiting.ShouldBe(4);
    }

    [Fact]
    public void Calls_under_way_are_bounded_too()
    {
        var budget = Budget(Options(100) with { MaxConcurrentCalls = 3 });

        var calls = Ask(budget, "alice", 5);

        Served(calls).ShouldBe(3);
        budget.Return();
        Served(calls).ShouldBe(4);
        _time.Advance(TimeSpan.FromSeconds(3));
        Served(calls).ShouldBe(4);
        budget.Return();
        Served(calls).ShouldBe(5);
    }

    [Fact]
    public async Task Caller_who_gives_up_leaves_the_queue()
    {
        var budget = Budget(Options(10));
        Finish(budget, Ask(budget, "alice", 10));
        using var caller = new CancellationTokenSource();
        var leaving = budget.TakeAsync("alice", Long, caller.Token).AsTask();
        var staying = budget.TakeAsync("alice", Long, default).AsTask();

        await caller.CancelAsync();

        leaving.IsCanceled.ShouldBeTrue();
        budget.Waiting.ShouldBe(1);
        _time.Advance(TimeSpan.FromSeconds(1));
        staying.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task Penalty_stops_everything_and_then_speed_grows()
    {
        var budget = Budget(Options(100) with { RampUpTime = TimeSpan.FromSeconds(4) });
        var penalty = TimeSpan.FromSeconds(3);
        Finish(budget, Ask(budget, "alice", 100));
        var impatient = budget.TakeAsync("bob", TimeSpan.FromSeconds(2), default).AsTask();

        budget.Close(penalty).ShouldBeTrue();
        budget.Close(penalty).ShouldBeFalse("it is closed already");

        (await Refusal(impatient)).RetryAfter.ShouldBe(penalty);
        (await Refusal(Ask(budget, "bob", 1, TimeSpan.FromSeconds(2))[0])).RetryAfter.ShouldBe(penalty);
        budget.Left.ShouldBe(0);

        var waiting = Ask(budget, "alice", 400);
        var perSecond = new List<int>();
        for (var second = 0; second < 9; second++)
        {
            var before = Served(waiting);
            _time.Advance(TimeSpan.FromSeconds(1));
            perSecond.Add(Served(waiting) - before);
            for (var i = 0; i < perSecond[^1]; i++)
            {
                budget.Return();
            }
        }

        perSecond[..3].Sum().ShouldBeLessThanOrEqualTo(1, "the penalty");
        perSecond[3].ShouldBeInRange(10, 30);
        perSecond[4].ShouldBeInRange(30, 50);
        perSecond[5].ShouldBeInRange(50, 70);
        perSecond[6].ShouldBeInRange(70, 95);
        perSecond[7].ShouldBeInRange(95, 100);
        perSecond[8].ShouldBeInRange(95, 100);
    }

    [Fact]
    public void Episode_of_refusals_is_told_once()
    {
        var budget = Budget(Options(10) with { MaxQueueTime = TimeSpan.Zero });

        Finish(budget, Ask(budget, "alice", 10));
        Refused(Ask(budget, "alice", 5)).ShouldBe(5);
        _refusingEpisodes.ShouldBe(1);

        _time.Advance(TimeSpan.FromSeconds(1));
        Finish(budget, Ask(budget, "alice", 10));
        Refused(Ask(budget, "alice", 5)).ShouldBe(5);
        _refusingEpisodes.ShouldBe(2);
    }

    private static Settings Options(int callsPerSecond) => new(callsPerSecond);

    private static int Served(IEnumerable<Task> calls) => calls.Count(static call => call.IsCompletedSuccessfully);

    private static int Refused(IEnumerable<Task> calls) => calls.Count(static call => call.IsFaulted);

    private static List<Task> Ask(CallBudget budget, string account, int calls, TimeSpan? patience = null) =>
        [.. Enumerable.Range(0, calls).Select(_ => budget.TakeAsync(account, patience ?? Long, default).AsTask())];

    private static void Finish(CallBudget budget, List<Task> calls)
    {
        foreach (var call in calls)
        {
            call.IsCompletedSuccessfully.ShouldBeTrue();
            budget.Return();
        }
    }

    private static Task<YunxinException> Refusal(Task call) => Should.ThrowAsync<YunxinException>(call);

    private CallBudget Budget(YunxinOptions options) => new(options, _time, () => _refusingEpisodes++);

    private CallBudget Budget(Settings settings) => Budget(settings.ToOptions());

    /// <summary>
    /// How long the ten modest accounts took until their last call was served, in milliseconds. The second before, which
    /// somebody else has used up, is not part of it: it would make any two times look alike.
    /// </summary>
    private int LastServedMs(int greedy, int each)
    {
        var budget = Budget(Options(100) with { MaxConcurrentCalls = 1_000 });
        Finish(budget, Ask(budget, "somebody", 100));
        Ask(budget, "greedy", greedy);
        var others = Enumerable.Range(0, 10).SelectMany(i => Ask(budget, "modest" + i, each)).ToList();
        var elapsed = 0;
        for (; Served(others) < others.Count; elapsed++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        return elapsed - 1_000;
    }

    /// <summary>What these tests change; no margin, so that the numbers are round.</summary>
    private sealed record Settings(int CallsPerSecond)
    {
        public int MaxConcurrentCalls { get; init; } = 10_000;

        public int MaxQueuedCalls { get; init; } = 1_000;

        public TimeSpan MaxQueueTime { get; init; } = Long;

        public TimeSpan RampUpTime { get; init; } = TimeSpan.FromSeconds(5);

        public YunxinOptions ToOptions() => new()
        {
            CallsPerSecond = CallsPerSecond,
            QuotaMargin = 0,
            MaxConcurrentCalls = MaxConcurrentCalls,
            MaxQueuedCalls = MaxQueuedCalls,
            MaxQueueTime = MaxQueueTime,
            RampUpTime = RampUpTime,
        };
    }
}
