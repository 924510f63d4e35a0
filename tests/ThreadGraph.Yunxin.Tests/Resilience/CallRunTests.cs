using Microsoft.Extensions.Logging.Abstractions;
using ThreadGraph.Yunxin.Failures;
using ThreadGraph.Yunxin.Quota;
using ThreadGraph.Yunxin.Resilience;
using ThreadGraph.Yunxin.Tests.Support;
using ThreadGraph.Yunxin.Transport;

namespace ThreadGraph.Yunxin.Tests.Resilience;

public class CallRunTests
{
    private readonly ManualTimeProvider _time = new();

    // The random share, then the pauses before the second, third and fourth attempt in milliseconds.
    [Theory]
    [InlineData(0, 100, 200, 400)]
    [InlineData(0.5, 75, 150, 300)]
    [InlineData(1, 50, 100, 200)]
    public void Pauses_double_and_lose_up_to_half_at_random(double random, int first, int second, int third)
    {
        var run = Begin(random, "http://one.test");

        PausesAfter(run, LocalFailures.Malformed, 3).ShouldBe([first, second, third]);
    }

    [Fact]
    public void Other_hosts_are_tried_without_a_pause()
    {
        var run = Begin(0, "http://one.test", "http://two.test");

        PausesAfter(run, LocalFailures.NoConnection, 3).ShouldBe([0, 200, 400]);
    }

    [Fact]
    public void Upstreams_own_pause_is_kept_if_it_is_longer()
    {
        var run = Begin(0, "http://one.test");

        PausesAfter(run, UpstreamCodes.Find(107449), 1).ShouldBe([1000]);
    }

    [Fact]
    public void Request_taken_for_a_repeated_one_is_made_again_at_once_and_once()
    {
        var run = Begin(0, "http://one.test");

        PausesAfter(run, UpstreamCodes.Find(431), 2).ShouldBe([0, null]);
    }

    [Fact]
    public void Pause_that_outlasts_the_caller_is_not_begun()
    {
        var run = Begin(0, "http://one.test");
        _time.Advance(TimeSpan.FromSeconds(15) - TimeSpan.FromMilliseconds(150));

        PausesAfter(run, LocalFailures.Malformed, 2).ShouldBe([100, null]);
    }

    private static List<int?> PausesAfter(CallRun run, FailureEntry failure, int attempts)
    {
        var pauses = new List<int?>();
        for (var i = 0; i < attempts; i++)
        {
            run.Begin(run.Endpoint.Hosts.Pick(run.Tried, 0, out _)!);
            pauses.Add(run.MayRetry(failure.ToException(TimeSpan.FromSeconds(10)))
                ? (int)run.NextDelay.TotalMilliseconds
                : null);
        }

        return pauses;
    }

    private Run Begin(double random, params string[] urls)
    {
        var options = new YunxinOptions();
        var endpoint = new UpstreamEndpoint(
            "thread_messages",
            "X-custom-traceid",
            new UpstreamHosts(urls, "", options, _time),
            new CallBudget(options, _time),
            options,
            NullLogger.Instance);
        return new Run(endpoint with { Jitter = () => random }, _time);
    }

    private sealed class Run(UpstreamEndpoint endpoint, TimeProvider time) : CallRun(endpoint, null, time);
}
