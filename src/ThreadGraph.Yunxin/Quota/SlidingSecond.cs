namespace ThreadGraph.Yunxin.Quota;

/// <summary>
/// Remembers the moments of the last calls, as many as one second may hold, so that no second, wherever it begins,
/// holds more. Moments are in ticks of 100 ns and must not go back.
/// </summary>
/// <param name="permits">The most calls in any second.</param>
internal sealed class SlidingSecond(int permits)
{
    private readonly long[] _moments = new long[permits];
    private int _oldest;
    private int _count;

    /// <summary>When the next call is within the limit: a moment that has passed, if it is already.</summary>
    internal long FreeAt => _count < permits ? long.MinValue : _moments[_oldest] + TimeSpan.TicksPerSecond;

    /// <summary>How many more calls the second that ends now may hold.</summary>
    internal int Left(long now)
    {
        Forget(now);
        return permits - _count;
    }

    /// <summary>Adds a call; the caller has seen to the limit.</summary>
    internal void Add(long now)
    {
        Forget(now);
        _moments[(_oldest + _count) % permits] = now;
        _count++;
    }

    private void Forget(long now)
    {
        while (_count > 0 && _moments[_oldest] + TimeSpan.TicksPerSecond <= now)
        {
            _oldest = (_oldest + 1) % permits;
            _count--;
        }
    }
}
