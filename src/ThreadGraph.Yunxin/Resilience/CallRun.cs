using Polly;
using ThreadGraph.Yunxin.Failures;
using ThreadGraph.Yunxin.Transport;

namespace ThreadGraph.Yunxin.Resilience;

/// <summary>One call under way: the time that it has, where it has been, and what it does about a failure.</summary>
internal abstract class CallRun
{
    private static readonly ResiliencePropertyKey<CallRun> Key = new("ThreadGraph.Yunxin.CallRun");

    private readonly TimeProvider _time;
    private readonly TimeSpan _allowed;
    private readonly long _start;
    private bool _wasDuplicate;

    /// <summary>Begins a call.</summary>
    /// <param name="endpoint">Where it goes.</param>
    /// <param name="deadline">The moment until which the caller waits; null for no limit.</param>
    /// <param name="time">The clock.</param>
    protected CallRun(UpstreamEndpoint endpoint, DateTimeOffset? deadline, TimeProvider time)
    {
        (Endpoint, _time) = (endpoint, time);
        _start = time.GetTimestamp();
        _allowed = endpoint.Options.TotalTimeout;
        if (deadline is { } moment && moment - time.GetUtcNow() is var left && left < _allowed)
        {
            _allowed = left;
        }
    }

    internal UpstreamEndpoint Endpoint { get; }

    /// <summary>How long the call has taken so far.</summary>
    internal TimeSpan Elapsed => _time.GetElapsedTime(_start);

    /// <summary>How long the call may still take.</summary>
    internal TimeSpan Remaining => _allowed - Elapsed;

    /// <summary>The caller's token.</summary>
    internal CancellationToken CallerToken { get; set; }

    /// <summary>The number of the current attempt, from 0.</summary>
    internal int Attempt { get; private set; } = -1;

    /// <summary>The host of the current attempt; null before the first.</summary>
    internal UpstreamHost? Host { get; private set; }

    /// <summary>Whether the current attempt finds out about a host that has cooled down.</summary>
    internal bool IsProbe { get; set; }

    /// <summary>Whether the current attempt's host was one to avoid when it began.</summary>
    internal bool WasAvoided { get; private set; }

    /// <summary>Whether the current attempt is at another host than the one before.</summary>
    internal bool IsFailover { get; private set; }

    /// <summary>The hosts that the call has been to.</summary>
    internal ulong Tried { get; private set; }

    /// <summary>Whether the current attempt has less time than an attempt is due, because the call has.</summary>
    internal bool IsShort { get; private set; }

    /// <summary>How the last attempt failed; null before that.</summary>
    internal YunxinException? LastFailure { get; private set; }

    /// <summary>The pause before the next attempt.</summary>
    internal TimeSpan NextDelay { get; private set; }

    /// <summary>Set when there will be no further attempt.</summary>
    internal bool IsOver { get; set; }

    internal static CallRun Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    internal void Attach(ResilienceContext context) => context.Properties.Set(Key, this);

    /// <summary>Notes that an attempt begins.</summary>
    internal void Begin(UpstreamHost host)
    {
        Attempt++;
        IsFailover = Attempt > 0 && host != Host;
        Host = host;
        WasAvoided = !host.Health.IsWell;
        Tried |= UpstreamHosts.Bit(host);
    }

    /// <summary>The time that the current attempt has.</summary>
    internal TimeSpan AttemptTime()
    {
        var (due, left) = (Endpoint.Options.AttemptTimeout, Remaining);
        IsShort = left < due;

        // Polly takes zero for no limit at all.
        return IsShort ? TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, left.Ticks)) : due;
    }

    /// <summary>Whether there is to be another attempt; sets the pause before it.</summary>
    internal bool MayRetry(Exception? error)
    {
        if (IsOver || error is not YunxinException failure)
        {
            return false;
        }

        LastFailure = failure;
        if (PauseAfter(failure) is not { } pause || pause >= Remaining)
        {
            return false;
        }

        NextDelay = pause;
        return true;
    }

    private TimeSpan? PauseAfter(YunxinException failure)
    {
        switch (failure.Rule)
        {
            case RetryRule.Elsewhere:
                return Endpoint.Hosts.HasUntried(Tried) ? TimeSpan.Zero : Backoff();
            case RetryRule.Again:
                return failure.RetryAfter is { } pause && pause > Backoff() ? pause : Backoff();
            case RetryRule.AfterPause:
                return TimeSpan.Zero; // The budget, closed by now, makes it wait or refuses it.
            case RetryRule.Once when !_wasDuplicate:
                _wasDuplicate = true;
                return TimeSpan.Zero;
            default:
                return null;
        }
    }

    // Doubles each time; up to half of it is taken off at random, so that what failed together does not return so.
    private TimeSpan Backoff() =>
        Endpoint.Options.RetryDelay * (1 << Math.Min(Attempt, 20)) * (1 - (Endpoint.Jitter() / 2));
}
