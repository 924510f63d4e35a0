namespace ThreadGraph.Sandbox.Tests.Support;

/// <summary>A clock that stands still until the test moves it. It starts at 2026-01-01T00:00:00Z.</summary>
internal sealed class ManualTime : TimeProvider
{
    public const long StartMs = 1_767_225_600_000;

    public long NowMs { get; set; } = StartMs;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(NowMs);
}
