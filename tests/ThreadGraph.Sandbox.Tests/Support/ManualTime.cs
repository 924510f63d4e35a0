using System.Threading.Channels;

namespace ThreadGraph.Sandbox.Tests.Support;

/// <summary>A clock that stands still until the test moves it. It starts at 2026-01-01T00:00:00Z.</summary>
internal sealed class ManualTime : TimeProvider
{
    public const long StartMs = 1_767_225_600_000;

    private readonly Channel<ManualTimer> _timers = Channel.CreateUnbounded<ManualTimer>();

    public long NowMs { get; set; } = StartMs;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(NowMs);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(() => callback(state), dueTime);
        _timers.Writer.TryWrite(timer);
        return timer;
    }

    /// <summary>Waits until somebody waits for this clock, then moves it by as much as that takes.</summary>
    /// <returns>How far it was moved.</returns>
    public async Task<TimeSpan> PassAsync()
    {
        var timer = await _timers.Reader.ReadAsync();
        NowMs += (long)timer.DueTime.TotalMilliseconds;
        timer.Fire();
        return timer.DueTime;
    }

    private sealed class ManualTimer(Action fire, TimeSpan dueTime) : ITimer
    {
        public TimeSpan DueTime => dueTime;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
