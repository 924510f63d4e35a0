namespace ThreadGraph.Yunxin.Quota;

/// <summary>
/// Waiting calls, served round and round: one of each account, and then again. However much one account asks, the
/// others wait no longer than for a round. Not safe for use by several threads at once.
/// </summary>
internal sealed class FairQueue
{
    // The upstream compares accounts without regard to case (upstream.md 1.1).
    private readonly Dictionary<string, Line> _lines = new(StringComparer.OrdinalIgnoreCase);
    private readonly LinkedList<Line> _round = [];

    internal int Count { get; private set; }

    internal void Add(BudgetWaiter waiter)
    {
        if (!_lines.TryGetValue(waiter.Account, out var line))
        {
            line = new Line(waiter.Account);
            _lines.Add(waiter.Account, line);
            _round.AddLast(line.Place);
        }

        waiter.Line = line;
        line.Waiters.AddLast(waiter.Place);
        Count++;
    }

    /// <summary>Takes whose turn it is; the queue must not be empty.</summary>
    internal BudgetWaiter Take()
    {
        var line = _round.First!.Value;
        var waiter = line.Waiters.First!.Value;
        Remove(waiter);
        if (line.Waiters.Count > 0)
        {
            _round.RemoveFirst();
            _round.AddLast(line.Place);
        }

        return waiter;
    }

    /// <summary>Takes a waiter out; false if it was out already.</summary>
    internal bool Remove(BudgetWaiter waiter)
    {
        if (waiter.Line is not { } line)
        {
            return false;
        }

        waiter.Line = null;
        line.Waiters.Remove(waiter.Place);
        Count--;
        if (line.Waiters.Count is 0)
        {
            _round.Remove(line.Place);
            _lines.Remove(line.Account);
        }

        return true;
    }

    /// <summary>Takes out everyone who cannot wait until a moment.</summary>
    internal List<BudgetWaiter> TakeThoseWhoLeaveBefore(long moment)
    {
        var leaving = _lines.Values.SelectMany(static line => line.Waiters)
            .Where(waiter => waiter.LeavesAt < moment)
            .ToList();
        foreach (var waiter in leaving)
        {
            Remove(waiter);
        }

        return leaving;
    }

    /// <summary>How many are served before the next call of an account would be.</summary>
    internal int AheadOf(string account)
    {
        _lines.TryGetValue(account, out var own);
        var (ahead, rounds) = (own?.Waiters.Count ?? 0, (own?.Waiters.Count ?? 0) + 1);
        foreach (var line in _round)
        {
            if (line == own)
            {
                rounds--; // Those behind it have one turn less until then.
                continue;
            }

            ahead += Math.Min(line.Waiters.Count, rounds);
        }

        return ahead;
    }

    /// <summary>
    /// Takes out the last call of the account that waits for the most, to make room for another account's.
    /// </summary>
    /// <returns>Null if that would not even things out.</returns>
    internal BudgetWaiter? MakeRoomFor(string account)
    {
        var own = _lines.TryGetValue(account, out var line) ? line.Waiters.Count : 0;
        var longest = _round.MaxBy(static other => other.Waiters.Count);
        if (longest is null || longest.Waiters.Count <= own + 1)
        {
            return null;
        }

        var last = longest.Waiters.Last!.Value;
        Remove(last);
        return last;
    }

    /// <summary>The waiting calls of one account, first come first.</summary>
    internal sealed class Line
    {
        internal Line(string account)
        {
            Account = account;
            Place = new LinkedListNode<Line>(this);
        }

        internal string Account { get; }

        internal LinkedList<BudgetWaiter> Waiters { get; } = [];

        internal LinkedListNode<Line> Place { get; }
    }
}
