using ThreadGraph.Sandbox.Calls;

namespace ThreadGraph.Sandbox.Tests.Calls;

public sealed class ArrivalLogTests
{
    private readonly ArrivalLog _log = new();

    [Fact]
    public void Peak_is_taken_over_every_second_wherever_it_begins()
    {
        Add(0, 900, 1_000, 1_100, 1_899, 1_900, 5_000);

        _log.PeakPerSecond().ShouldBe(4);
    }

    [Fact]
    public void Two_calls_a_second_apart_are_not_within_one()
    {
        Add(0, 1_000);

        _log.PeakPerSecond().ShouldBe(1);
    }

    [Fact]
    public void Api_and_host_can_be_looked_at_alone()
    {
        Add(0, 1, 2);
        _log.Add(new Arrival(SandboxApi.QueryThreadTalkHistory, 81, At(3)));

        _log.PeakPerSecond().ShouldBe(4);
        _log.PeakPerSecond(SandboxApi.ThreadMessages).ShouldBe(3);
        _log.PeakPerSecond(port: 81).ShouldBe(1);
        _log.PeakPerSecond(SandboxApi.ThreadMessages, 81).ShouldBe(0);
    }

    [Fact]
    public void Latest_262144_are_kept_in_order()
    {
        for (var number = 0; number < 262_144 + 3; number++)
        {
            Add(number);
        }

        var kept = _log.ToArray();
        (kept.Length, _log.Dropped, kept[0].At, kept[^1].At).ShouldBe((262_144, 3, At(3), At(262_146)));
        _log.Clear();
        (_log.ToArray().Length, _log.Dropped, _log.PeakPerSecond()).ShouldBe((0, 0, 0));
    }

    private void Add(params ReadOnlySpan<int> times)
    {
        foreach (var time in times)
        {
            _log.Add(new Arrival(SandboxApi.ThreadMessages, 80, At(time)));
        }
    }

    private static DateTimeOffset At(int ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
