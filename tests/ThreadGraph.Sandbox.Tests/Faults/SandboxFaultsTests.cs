using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Faults;
using ThreadGraph.Sandbox.Tests.Support;

namespace ThreadGraph.Sandbox.Tests.Faults;

/// <summary>Which calls a rule takes.</summary>
public sealed class SandboxFaultsTests : IAsyncLifetime
{
    private Caller _caller = null!;

    public async Task InitializeAsync() => _caller = await Caller.StartAsync();

    public async Task DisposeAsync() => await _caller.DisposeAsync();

    [Fact]
    public async Task Skip_lets_calls_pass_and_count_ends_the_rule()
    {
        var fault = Set(new() { Fault = SandboxFault.BusyCode, Skip = 2, Count = 1 });

        (await Codes(5, Messages)).ShouldBe([200, 200, 503, 200, 200]);
        (fault.Hits, fault.IsSpent, _caller.Store.Faults.Injected).ShouldBe((1, true, 1));
    }

    [Fact]
    public async Task Duration_runs_from_the_first_call_that_goes_wrong()
    {
        Set(new() { Fault = SandboxFault.TooFrequent, DurationMs = 10_000 });
        _caller.Time.NowMs += 60_000;

        (await Codes(1, Messages)).ShouldBe([416]);
        _caller.Time.NowMs += 9_999;
        (await Codes(1, Messages)).ShouldBe([416]);
        _caller.Time.NowMs += 1;
        (await Codes(1, Messages)).ShouldBe([200]);
    }

    [Fact]
    public async Task Every_rule_counts_every_call_that_it_matches()
    {
        Set(new() { Fault = SandboxFault.BusyCode, Count = 1 });
        Set(new() { Fault = SandboxFault.InternalErrorCode, Skip = 1, Count = 1 });
        Set(new() { Fault = SandboxFault.RetryCode, Count = 1 });

        (await Codes(4, Messages)).ShouldBe([503, 500, 449, 200]);
    }

    [Fact]
    public async Task Api_root_account_and_port_choose_the_calls()
    {
        Set(new() { Fault = SandboxFault.BusyCode, Api = SandboxApi.QueryThreadTalkHistory });
        (await Codes(1, Messages)).ShouldBe([200]);
        (await Codes(1, Talk)).ShouldBe([503]);

        SetAlone(new() { Fault = SandboxFault.BusyCode, RootServerId = DemoThreads.ChannelNested.ServerId });
        (await Codes(1, Messages)).ShouldBe([200]);
        (await Codes(1, Talk)).ShouldBe([503]);
        (await Codes(1, Meta)).ShouldBe([503]);

        SetAlone(new() { Fault = SandboxFault.BusyCode, RootServerId = DemoThreads.SevenLevels.ServerId });
        (await Codes(1, Messages)).ShouldBe([503]);
        (await Codes(1, Talk)).ShouldBe([200]);

        SetAlone(new() { Fault = SandboxFault.BusyCode, AccountId = "Carol" });
        (await Codes(1, Messages)).ShouldBe([200]);
        (await Codes(1, Talk)).ShouldBe([503]);

        SetAlone(new() { Fault = SandboxFault.BusyCode, Port = 1 });
        (await Codes(1, Messages)).ShouldBe([200]);
        SetAlone(new() { Fault = SandboxFault.BusyCode, Port = _caller.Http.BaseAddress!.Port });
        (await Codes(1, Messages)).ShouldBe([503]);
    }

    [Fact]
    public async Task Body_that_is_no_form_matches_rules_without_root_and_account()
    {
        using var withRoot = Caller.TalkRequest([]);
        withRoot.Content = new StringContent("{}");
        Set(new() { Fault = SandboxFault.BusyCode, RootServerId = 1 });
        (await _caller.Send(withRoot)).Code().ShouldBe(414);

        using var any = Caller.TalkRequest([]);
        any.Content = new StringContent("{}");
        SetAlone(new() { Fault = SandboxFault.BusyCode });
        (await _caller.Send(any)).Code().ShouldBe(503);
    }

    [Fact]
    public void Chances_come_from_the_seed()
    {
        static string Draw(int seed)
        {
            var faults = new SandboxFaults();
            faults.Add(new() { Fault = SandboxFault.BusyCode, Probability = 0.25, Seed = seed });
            return string.Concat(Enumerable.Range(0, 1_000).Select(
                _ => faults.Take(new FaultTarget(SandboxApi.ThreadMessages, 0, null), 0) is null ? '.' : 'x'));
        }

        Draw(1).ShouldBe(Draw(1));
        Draw(1).ShouldNotBe(Draw(2));
        Draw(1).Count(drawn => drawn == 'x').ShouldBeInRange(200, 300);
    }

    [Fact]
    public void Removed_rules_take_no_call()
    {
        var faults = new SandboxFaults();
        var (one, other) = (faults.Add(Busy), faults.Add(Busy));

        faults.Remove(one.Id).ShouldBeTrue();
        faults.Remove(one.Id).ShouldBeFalse();
        faults.All.ShouldBe([other]);
        faults.Clear();
        (faults.IsAnyPending, faults.All.Count).ShouldBe((false, 0));
    }

    [Fact]
    public void Every_mistake_of_a_rule_is_named() =>
        Should.Throw<ArgumentException>(() => new SandboxFaults().Add(new()
        {
            Fault = 0,
            Api = (SandboxApi)99,
            AccountId = "a b",
            Skip = -1,
            Count = 0,
            DurationMs = 0,
            Probability = 1.5,
            DelayMs = 600_001,
            BodyBytes = 0,
        })).Message.ShouldBe(
            "Fault must be one of Latency, Hang, ResetBeforeAnswer, InternalServerError, BadGateway, "
            + "ServiceUnavailable, GatewayTimeout, TooFrequent, DuplicateRequest, RetryCode, InternalErrorCode, "
            + "BusyCode, EmptyBody, WrongContentType, TruncatedJson, MalformedJson, OversizedBody, SlowBody, "
            + "ResetMidBody, InvertedOrder, UnchangedToken, LoopingToken, OtherThread. "
            + $"Api must be one of {string.Join(", ", Enum.GetNames<SandboxApi>())}. "
            + "AccountId must be an account: 1 to 32 of letters, digits and _ @ . - characters. "
            + "Skip must be 0 or more, but is -1. Count must be 1 or more, but is 0. "
            + "DurationMs must be 1 or more, but is 0. Probability must be above 0 and at most 1, but is 1.5. "
            + "DelayMs must be 0 to 600000, but is 600001. BodyBytes must be 1 to 1073741824, but is 0.");

    private static FaultRule Busy => new() { Fault = SandboxFault.BusyCode };

    private ActiveFault Set(FaultRule rule) => _caller.Store.Faults.Add(rule);

    private void SetAlone(FaultRule rule)
    {
        _caller.Store.Faults.Clear();
        Set(rule);
    }

    private Task<string> Messages() => _caller.Messages(_caller.Parameters(DemoThreads.SevenLevels));

    private Task<string> Talk() =>
        _caller.Talk(new(Caller.Form(DemoThreads.ChannelNested)) { ["accid"] = "carol" });

    private Task<string> Meta() => _caller.QChat("batchQueryThreadTalkMeta", new()
    {
        ["serverId"] = "1513535", ["channelId"] = "301", ["queryMsgs"] = """[{"msgIdServer":8001,"msgTime":1}]""",
    });

    private static async Task<List<int>> Codes(int calls, Func<Task<string>> ask)
    {
        var codes = new List<int>();
        for (var call = 0; call < calls; call++)
        {
            codes.Add((await ask()).Code());
        }

        return codes;
    }
}
