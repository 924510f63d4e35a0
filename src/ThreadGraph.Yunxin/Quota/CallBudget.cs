using ThreadGraph.Yunxin.Failures;

namespace ThreadGraph.Yunxin.Quota;

/// <summary>
/// The calls that one API of the upstream's may be sent: so many in any second and so many at a time
/// (upstream.md 9). What has to wait does so fairly by account, in a queue that is bounded in number and time.
/// </summary>
/// <remarks>
/// An attempt takes a permit and gives it back when it has ended; the second counts from when it was taken.
/// </remarks>
internal sealed class CallBudget
{
    private readonly Lock _lock = new();
    private readonly FairQueue _queue = new();
    private readonly BudgetPace _pace;
    private readonly YunxinOptions _options;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly ITimer _timer;
    private readonly Action? _onRefusing;
    private int _inFlight;
    private bool _isRefusing;

    /// <summary>Makes a budget.</summary>
    /// <param name="options">Its size and the bounds of its queue.</param>
    /// <param name="time">The clock.</param>
    /// <param name="onRefusing">Called when a refusal is the first since nobody waited.</param>
    internal CallBudget(YunxinOptions options, TimeProvider time, Action? onRefusing = null)
    {
        _options = options;
        _time = time;
        _onRefusing = onRefusing;
        _start = time.GetTimestamp();
        Permits = Math.Max(1, (int)Math.Floor((options.CallsPerSecond * (1 - options.QuotaMargin)) + 1e-6));
        _pace = new BudgetPace(Permits, options.RampUpTime);
        _timer = time.CreateTimer(
            static budget => ((CallBudget)budget!).ServeInTurn(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>The most calls in any second.</summary>
    internal int Permits { get; }

    /// <summary>How many calls could go at once.</summary>
    internal int Left
    {
        get
        {
            lock (_lock)
            {
                return _queue.Count > 0 ? 0 : Math.Min(_pace.Left(Now), _options.MaxConcurrentCalls - _inFlight);
            }
        }
    }

    /// <summary>How many calls wait.</summary>
    internal int Waiting => _queue.Count;

    private long Now => _time.GetElapsedTime(_start).Ticks;

    /// <summary>Takes a permit, at once if there is one, else in turn.</summary>
    /// <param name="account">Who asks.</param>
    /// <param name="patience">How long the call can wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="YunxinException">
    /// Busy: it cannot be this call's turn in time, or too many wait. Known at once wherever it can be.
    /// </exception>
    internal ValueTask TakeAsync(string account, TimeSpan patience, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = Now;
            if (_queue.Count is 0 && _inFlight < _options.MaxConcurrentCalls && _pace.ReadyAt(now) <= now)
            {
                Take(now);
                return ValueTask.CompletedTask;
            }

            return new ValueTask(WaitInTurn(account, now, patience, cancellationToken));
        }
    }

    /// <summary>Gives a permit back: the attempt has ended.</summary>
    internal void Return()
    {
        lock (_lock)
        {
            _inFlight--;
            if (_queue.Count > 0)
            {
                ServeInTurn();
            }
        }
    }

    /// <summary>Stops all calls for the upstream's penalty; who cannot wait so long is refused now.</summary>
    /// <returns>False if they were stopped already.</returns>
    internal bool Close(TimeSpan penalty)
    {
        lock (_lock)
        {
            var now = Now;
            var wasOpen = _pace.Close(now, penalty);
            foreach (var waiter in _queue.TakeThoseWhoLeaveBefore(_pace.NextInLine()))
            {
                waiter.Refuse(Refusal(waiter.Account, now));
            }

            return wasOpen;
        }
    }

    private Task WaitInTurn(string account, long now, TimeSpan patience, CancellationToken cancellationToken)
    {
        var wait = patience < _options.MaxQueueTime ? patience : _options.MaxQueueTime;
        if (_pace.InLineAfter(_queue.AheadOf(account), now) > now + wait.Ticks || !MakeRoomFor(account, now))
        {
            return Task.FromException(Refusal(account, now));
        }

        var waiter = new BudgetWaiter(account, now + wait.Ticks);
        _queue.Add(waiter);
        waiter.Timer = _time.CreateTimer(
            _ => Leave(waiter, () => waiter.Refuse(Refusal(account, Now))), null, wait, Timeout.InfiniteTimeSpan);
        waiter.Cancellation = cancellationToken.UnsafeRegister(
            (_, token) => Leave(waiter, () => waiter.Cancel(token)), null);
        ServeInTurn();
        return waiter.Turn;
    }

    private bool MakeRoomFor(string account, long now)
    {
        if (_queue.Count < _options.MaxQueuedCalls)
        {
            return true;
        }

        var evicted = _queue.MakeRoomFor(account);
        evicted?.Refuse(Refusal(evicted.Account, now));
        return evicted is not null;
    }

    private void Leave(BudgetWaiter waiter, Action leave)
    {
        lock (_lock)
        {
            if (_queue.Remove(waiter))
            {
                leave();
            }
        }
    }

    private void ServeInTurn()
    {
        lock (_lock)
        {
            while (_queue.Count > 0 && _inFlight < _options.MaxConcurrentCalls)
            {
                var now = Now;
                if (_pace.NextInLine() is var next && next > now)
                {
                    // In whole milliseconds, as the system's timers count, and rather late than early.
                    _timer.Change(
                        TimeSpan.FromMilliseconds(Math.Ceiling((double)(next - now) / TimeSpan.TicksPerMillisecond)),
                        Timeout.InfiniteTimeSpan);
                    return;
                }

                Take(now);
                _queue.Take().Serve();
            }
        }
    }

    private void Take(long now)
    {
        _pace.Took(now);
        _inFlight++;
        _isRefusing &= _queue.Count > 0;
    }

    private YunxinException Refusal(string account, long now)
    {
        if (!_isRefusing)
        {
            _isRefusing = true;
            _onRefusing?.Invoke();
        }

        var turn = _pace.InLineAfter(_queue.AheadOf(account), now) - now;
        return LocalFailures.BudgetSpent.ToExceptionAfter(
            TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, turn)));
    }
}
