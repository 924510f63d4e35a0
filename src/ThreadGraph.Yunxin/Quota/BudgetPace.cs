namespace ThreadGraph.Yunxin.Quota;

/// <summary>
/// When the next call may go: within the limit of any second, evenly spaced while calls wait, not at all during the
/// upstream's penalty and slowly at first after it. Moments are in ticks of 100 ns.
/// </summary>
/// <param name="permits">The most calls in any second.</param>
/// <param name="rampUp">How long it takes after a penalty to come back to full speed.</param>
internal sealed class BudgetPace(int permits, TimeSpan rampUp)
{
    // The share of the full speed that the way back begins with.
    private const double FirstShare = 0.1;

    // Timers come late; so much delay is made up for by a few calls at once.
    private const long Credit = 50 * TimeSpan.TicksPerMillisecond;

    private readonly SlidingSecond _second = new(permits);
    private long _nextPaced = long.MinValue / 2;
    private long _closedUntil = long.MinValue / 2;

    private long FullSpeedAt => _closedUntil + rampUp.Ticks;

    /// <summary>When a call may go that finds nobody waiting.</summary>
    internal long ReadyAt(long now) => now < FullSpeedAt ? NextInLine() : _second.FreeAt;

    /// <summary>When the first of the waiting calls may go.</summary>
    internal long NextInLine() => Math.Max(Math.Max(_closedUntil, _second.FreeAt), _nextPaced);

    /// <summary>About when a call may go that has others before it; not later than it really is.</summary>
    internal long InLineAfter(int ahead, long now)
    {
        var moment = Math.Max(now, NextInLine());
        while (ahead > 0 && moment < FullSpeedAt)
        {
            moment += Interval(moment);
            ahead--;
        }

        return moment + (ahead * Interval(moment));
    }

    /// <summary>Takes note of a call.</summary>
    internal void Took(long now)
    {
        _second.Add(now);
        var credit = now < FullSpeedAt ? 0 : Credit;
        _nextPaced = Math.Max(_nextPaced, now - credit) + Interval(now);
    }

    /// <summary>Stops all calls for the upstream's penalty.</summary>
    /// <returns>False if they were stopped already; the penalty begins anew all the same.</returns>
    internal bool Close(long now, TimeSpan penalty)
    {
        var wasOpen = _closedUntil <= now;
        _closedUntil = Math.Max(_closedUntil, now + penalty.Ticks);
        _nextPaced = _closedUntil;
        return wasOpen;
    }

    /// <summary>How many calls could go at once.</summary>
    internal int Left(long now) => now < _closedUntil ? 0 : _second.Left(now);

    private long Interval(long moment)
    {
        var share = moment >= FullSpeedAt
            ? 1
            : Math.Max(FirstShare, (double)(moment - _closedUntil) / rampUp.Ticks);
        return (long)(TimeSpan.TicksPerSecond / (permits * share));
    }
}
