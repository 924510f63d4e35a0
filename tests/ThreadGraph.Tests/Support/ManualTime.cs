namespace ThreadGraph.Tests.Support;

/// <summary>A clock that stands still until the test moves it. It starts at 2026-01-01T12:00:00Z.</summary>
internal sealed class ManualTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
