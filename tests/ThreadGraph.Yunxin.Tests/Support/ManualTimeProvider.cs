namespace ThreadGraph.Yunxin.Tests.Support;

/// <summary>A clock that stands still until the test moves it; timers fire while it moves.</summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_999);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, from one timer that is due to the next.</summary>
    public void Advance(TimeSpan step)
    {
        var goal = _now + step;
        while (TakeDue(goal) is { } timer)
        {
            timer.Fire();
        }

        _now = goal;
    }

    private ManualTimer? TakeDue(DateTimeOffset goal)
    {
        lock (_lock)
        {
            var next = _timers.Where(timer => timer.DueAt <= goal).MinBy(static timer => timer.DueAt);
            if (next is not null)
            {
                _now = next.DueAt > _now ? next.DueAt : _now;
                _timers.Remove(next);
            }

            return next;
        }
    }

    private void Set(ManualTimer timer, DateTimeOffset? dueAt)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueAt is { } moment)
            {
                timer.DueAt = moment;
                _timers.Add(timer);
            }
        }
    }

    private sealed class ManualTimer(ManualTimeProvider time, Action fire) : ITimer
    {
        public DateTimeOffset DueAt { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            period.ShouldBe(Timeout.InfiniteTimeSpan, "this clock knows one-shot timers only");
            time.Set(this, dueTime == Timeout.InfiniteTimeSpan ? null : time.GetUtcNow() + dueTime);
            return true;
        }

        public void Dispose() => time.Set(this, null);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
