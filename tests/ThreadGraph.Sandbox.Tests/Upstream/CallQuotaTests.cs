using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;

namespace ThreadGraph.Sandbox.Tests.Upstream;

public sealed class CallQuotaTests
{
    [Fact]
    public async Task Call_above_the_quota_closes_that_api_for_ten_seconds_and_no_other()
    {
        await using var caller = await Caller.StartAsync(new SandboxOptions { CallsPerSecond = 3 });
        Task<string> Messages() => caller.Messages(caller.Parameters(DemoThreads.NoReplies));
        Task<string> Talk() => caller.Talk(Caller.Form(DemoThreads.ChannelNoReplies));

        (await Messages()).Code().ShouldBe(200);
        (await Messages()).Code().ShouldBe(200);
        (await Messages()).Code().ShouldBe(200);
        (await Messages()).ShouldBeJson("""
            { "code": 416, "msg": "Too many calls; the API is closed for 10 seconds.", "data": {} }
            """);
        (await Talk()).Code().ShouldBe(200);

        caller.Time.NowMs += 9_999;
        (await Messages()).Code().ShouldBe(416);
        caller.Time.NowMs += 1;
        (await Messages()).Code().ShouldBe(200);
    }

    [Fact]
    public async Task A_new_second_brings_a_new_quota()
    {
        await using var caller = await Caller.StartAsync(new SandboxOptions { CallsPerSecond = 1 });
        Task<string> Talk() => caller.Talk(Caller.Form(DemoThreads.ChannelNoReplies));

        (await Talk()).Code().ShouldBe(200);
        caller.Time.NowMs += 1_000;
        (await Talk()).Code().ShouldBe(200);
        caller.Time.NowMs += 999;
        (await Talk()).ShouldBeJson("""
            { "code": 416, "desc": "Too many calls; the API is closed for 10 seconds." }
            """);
    }

    [Fact]
    public async Task Unsigned_calls_do_not_spend_the_quota()
    {
        await using var caller = await Caller.StartAsync(new SandboxOptions { CallsPerSecond = 1 });
        using var unsigned = Caller.TalkRequest([]);

        (await caller.SendAsItIs(unsigned)).Code().ShouldBe(414);
        (await caller.Talk(Caller.Form(DemoThreads.ChannelNoReplies))).Code().ShouldBe(200);
    }
}
