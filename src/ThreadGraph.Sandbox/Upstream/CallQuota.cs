namespace ThreadGraph.Sandbox.Upstream;

/// <summary>The quota of one API: so many calls a second, then closed for a while (upstream.md 9).</summary>
/// <remarks>Seconds are counted from the first call of each; refused calls do not keep the API closed longer.</remarks>
internal sealed class CallQuota
{
    /// <summary>10 s is documented for v1 and QChat; v2 is silent, the same is taken (upstream.md 14, 23).</summary>
    private const long PenaltyMs = 10_000;

    private readonly Lock _gate = new();
    private long _secondStartedMs = long.MinValue;
    private long _closedUntilMs = long.MinValue;
    private int _calls;

    public bool Allows(int callsPerSecond, long nowMs)
    {
        if (callsPerSecond == 0)
        {
            return true;
        }

        lock (_gate)
        {
            if (nowMs < _closedUntilMs)
            {
                return false;
            }

            if (_secondStartedMs == long.MinValue || nowMs - _secondStartedMs >= 1000)
            {
                (_secondStartedMs, _calls) = (nowMs, 0);
            }

            if (++_calls <= callsPerSecond)
            {
                return true;
            }

            _closedUntilMs = nowMs + PenaltyMs;
            return false;
        }
    }
}
