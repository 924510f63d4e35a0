namespace ThreadGraph.Sandbox.Faults;

/// <summary>The rules that make calls go wrong. A call goes wrong by the first rule that takes it.</summary>
/// <remarks>Every rule that a call matches counts it, also where an earlier rule takes the call.</remarks>
public sealed class SandboxFaults
{
    private readonly Lock _gate = new();
    private volatile ActiveFault[] _all = [];
    private volatile ActiveFault[] _pending = [];
    private long _lastId;

    /// <summary>All rules in the order of setting, the spent ones included.</summary>
    public IReadOnlyList<ActiveFault> All => _all;

    /// <summary>How many calls went wrong by the rules that are listed.</summary>
    public long Injected => _all.Sum(fault => fault.Hits);

    /// <summary>Whether a call could go wrong at all; while none can, calls are not looked at.</summary>
    internal bool IsAnyPending => _pending.Length > 0;

    /// <summary>Sets a rule; it holds from the next call on.</summary>
    /// <exception cref="ArgumentException">Settings of the rule are out of their ranges; each is named.</exception>
    public ActiveFault Add(FaultRule rule)
    {
        var mistakes = string.Join(' ', FaultRuleCheck.Mistakes(rule));
        if (mistakes.Length > 0)
        {
            throw new ArgumentException(mistakes);
        }

        lock (_gate)
        {
            var fault = new ActiveFault(++_lastId, rule);
            (_all, _pending) = ([.. _all, fault], [.. _pending, fault]);
            return fault;
        }
    }

    /// <summary>Takes a rule away.</summary>
    /// <returns>False when there is no rule of this <see cref="ActiveFault.Id"/>.</returns>
    public bool Remove(long id)
    {
        lock (_gate)
        {
            var count = _all.Length;
            _all = [.. _all.Where(fault => fault.Id != id)];
            _pending = [.. _pending.Where(fault => fault.Id != id)];
            return _all.Length < count;
        }
    }

    /// <summary>Takes all rules away.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            (_all, _pending) = ([], []);
        }
    }

    /// <returns>The rule that the call goes wrong by; null: by none.</returns>
    internal FaultRule? Take(in FaultTarget target, long nowMs)
    {
        FaultRule? taken = null;
        var isAnySpent = false;
        foreach (var fault in _pending)
        {
            if (fault.TryTake(target, nowMs, isTaken: taken is not null))
            {
                taken = fault.Rule;
            }

            isAnySpent |= fault.IsSpent;
        }

        if (isAnySpent)
        {
            lock (_gate)
            {
                _pending = [.. _pending.Where(fault => !fault.IsSpent)];
            }
        }

        return taken;
    }
}
