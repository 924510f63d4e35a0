namespace ThreadGraph.Sandbox.Faults;

/// <summary>A rule that was set, and what became of it.</summary>
public sealed class ActiveFault
{
    private readonly Lock _gate = new();
    private readonly Random _random;
    private long _seen;
    private long _hits;
    private long _endsMs = long.MaxValue;

    internal ActiveFault(long id, FaultRule rule)
    {
        (Id, Rule) = (id, rule);
        _random = new Random(rule.Seed);
    }

    /// <summary>Counts from 1 in the order of setting.</summary>
    public long Id { get; }

    /// <summary>The rule.</summary>
    public FaultRule Rule { get; }

    /// <summary>How many calls went wrong by it so far.</summary>
    public long Hits => Interlocked.Read(ref _hits);

    /// <summary>Whether its count or its time is used up.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Takes note of a call, and makes it go wrong when it is time.</summary>
    /// <param name="target">The call.</param>
    /// <param name="nowMs">When it came.</param>
    /// <param name="isTaken">Whether another rule has it already: it is noted, and no more.</param>
    /// <returns>Whether the call goes wrong by this rule.</returns>
    internal bool TryTake(in FaultTarget target, long nowMs, bool isTaken)
    {
        if (!target.Matches(Rule))
        {
            return false;
        }

        lock (_gate)
        {
            IsSpent |= nowMs >= _endsMs;
            if (IsSpent || _seen++ < Rule.Skip || isTaken || !IsChosen())
            {
                return false;
            }

            if (_hits == 0 && Rule.DurationMs is { } durationMs)
            {
                _endsMs = nowMs + durationMs;
            }

            IsSpent = ++_hits == Rule.Count;
            return true;
        }
    }

    private bool IsChosen() => Rule.Probability >= 1 || _random.NextDouble() < Rule.Probability;
}
