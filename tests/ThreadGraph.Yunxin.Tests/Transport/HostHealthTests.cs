using ThreadGraph.Yunxin.Tests.Support;
using ThreadGraph.Yunxin.Transport;

namespace ThreadGraph.Yunxin.Tests.Transport;

public class HostHealthTests
{
    private static readonly TimeSpan CoolDown = TimeSpan.FromSeconds(5);

    private readonly ManualTimeProvider _time = new();
    private readonly HostHealth _health;

    public HostHealthTests() => _health = new HostHealth(3, CoolDown, _time);

    [Fact]
    public void Host_is_avoided_after_failures_in_a_row_only()
    {
        _health.Failed().ShouldBeFalse();
        _health.Failed().ShouldBeFalse();
        _health.Succeeded(wasAvoided: false).ShouldBeFalse("it was not avoided");
        _health.Failed().ShouldBeFalse();
        _health.Failed().ShouldBeFalse();
        _health.TryUse(out _).ShouldBeTrue();

        _health.Failed().ShouldBeTrue();

        _health.IsWell.ShouldBeFalse();
        _health.TryUse(out _).ShouldBeFalse();
        _health.AvoidedFor.ShouldBe(CoolDown);
    }

    [Fact]
    public void One_call_probes_a_host_that_has_cooled_down_and_no_other_until_it_is_answered()
    {
        _health.Eject();
        _time.Advance(CoolDown);

        _health.TryUse(out var isProbe).ShouldBeTrue();
        isProbe.ShouldBeTrue();
        _health.TryUse(out _).ShouldBeFalse();

        _health.Succeeded(wasAvoided: true).ShouldBeTrue();
        _health.TryUse(out isProbe).ShouldBeTrue();
        isProbe.ShouldBeFalse();
    }

    [Fact]
    public void Probe_that_fails_begins_the_cool_down_anew()
    {
        for (var i = 0; i < 3; i++)
        {
            _health.Failed();
        }

        _time.Advance(CoolDown);
        _health.TryUse(out _).ShouldBeTrue();
        _time.Advance(TimeSpan.FromSeconds(2));
        _health.Failed().ShouldBeFalse("it was avoided already");

        _time.Advance(TimeSpan.FromSeconds(4));
        _health.TryUse(out _).ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        _health.TryUse(out _).ShouldBeTrue();
    }

    [Fact]
    public void Late_answer_from_before_does_not_bring_a_host_back()
    {
        _health.Eject();

        _health.Succeeded(wasAvoided: false).ShouldBeFalse();

        _health.IsWell.ShouldBeFalse();
    }

    [Fact]
    public void Probe_that_was_given_up_leaves_its_place_to_the_next_call()
    {
        _health.Eject();
        _time.Advance(CoolDown);
        _health.TryUse(out _).ShouldBeTrue();

        _health.LeftOpen();

        _health.TryUse(out var isProbe).ShouldBeTrue();
        isProbe.ShouldBeTrue();
    }
}
