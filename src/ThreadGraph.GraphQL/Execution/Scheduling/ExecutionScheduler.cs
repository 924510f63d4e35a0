using System.Threading.Tasks.Sources;
using ThreadGraph.GraphQL.DataLoading;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Runs one request's resolvers, one at a time, and dispatches data loaders when no resolver can go on.</summary>
/// <remarks>
/// <para>
/// It is the synchronization context of the request: whatever a resolver awaits, it continues here. So the moment in
/// which the queue is empty is exactly the moment in which every resolver waits for something, and every key that one
/// wave of resolvers wants has been asked for. Then, and only then, the collected batches are dispatched. There is no
/// timer and nothing to tune.
/// </para>
/// <para>
/// It follows that resolvers of one request never run at the same time, so they need no locks; what they wait for
/// (calls, other services) runs at the same time as ever.
/// </para>
/// </remarks>
internal sealed class ExecutionScheduler(IDataLoaderDiagnosticEvents? diagnosticEvents = null)
    : SynchronizationContext, IBatchScheduler, IValueTaskSource
{
    private readonly Lock _lock = new();
    private Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private Queue<(SendOrPostCallback Callback, object? State)> _running = new();
    private List<Func<ValueTask>> _batches = [];
    private ManualResetValueTaskSourceCore<bool> _wake = new() { RunContinuationsAsynchronously = true };
    private List<TaskCompletionSource> _settled = [];
    private bool _isWaiting;
    private bool _isAbandoned;
    private bool _isDraining;
    private int _loading;
    private int _pending;

    /// <inheritdoc />
    public IDataLoaderDiagnosticEvents? DiagnosticEvents => diagnosticEvents;

    /// <summary>Counts a field that waits for its value.</summary>
    public void BeginWait() => _pending++;

    /// <summary>Counts a field whose value has been completed.</summary>
    public void EndWait() => _pending--;

    /// <inheritdoc />
    public void Schedule(Func<ValueTask> dispatch)
    {
        lock (_lock)
        {
            _batches.Add(dispatch);
            Wake_NeedsLock();
        }
    }

    /// <inheritdoc />
    public Task SettledAsync()
    {
        var settled = new TaskCompletionSource();
        lock (_lock)
        {
            _settled.Add(settled);
            Wake_NeedsLock();
        }

        return settled.Task;
    }

    /// <inheritdoc />
    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_lock)
        {
            _queue.Enqueue((d, state));
            if (_isAbandoned)
            {
                Drain_NeedsLock();
            }
            else
            {
                Wake_NeedsLock();
            }
        }
    }

    /// <inheritdoc />
    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("A resolver must await, not block.");

    /// <inheritdoc />
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs <paramref name="action"/> as a resolver runs: everything it awaits continues here.</summary>
    public void Run<TState>(Action<TState> action, TState state) => Run(
        static call =>
        {
            call.action(call.state);
            return true;
        },
        (action, state));

    /// <summary>Runs <paramref name="function"/> in the same way, and hands on what it returns.</summary>
    public TResult Run<TState, TResult>(Func<TState, TResult> function, TState state)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            return function(state);
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>Goes on until no field waits any more.</summary>
    /// <exception cref="OperationCanceledException">
    /// The caller gave up. Nobody waits for what still runs, but it comes to its end: it may hold what others need.
    /// </exception>
    public ValueTask RunToEndAsync(CancellationToken cancellationToken) =>
        _pending == 0 ? ValueTask.CompletedTask : GoOnToEndAsync(cancellationToken);

    void IValueTaskSource.GetResult(short token) => _wake.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _wake.GetStatus(token);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _wake.OnCompleted(continuation, state, token, flags);

    private async ValueTask GoOnToEndAsync(CancellationToken cancellationToken)
    {
        // Without a waiting resolver's cooperation nothing would wake the loop when the caller gives up.
        await using var registration = cancellationToken.UnsafeRegister(
            static self => ((ExecutionScheduler)self!).Post(static _ => { }, null), this).ConfigureAwait(false);
        try
        {
            while (_pending > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!TryGoOn())
                {
                    await WakeAsync().ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException)
        {
            Abandon();
            throw;
        }
    }

    private bool TryGoOn()
    {
        if (TakeQueue())
        {
            Run(static self => self.RunQueue(), this);
        }
        else if (TakeBatches() is { } batches)
        {
            Run(static call => call.self.Dispatch(call.batches), (self: this, batches));
        }
        else if (TakeSettled() is { } settled)
        {
            Run(static settled => settled.ForEach(static s => s.SetResult()), settled);
        }
        else
        {
            return false;
        }

        return true;
    }

    private void Dispatch(List<Func<ValueTask>> batches)
    {
        foreach (var dispatch in batches)
        {
            // A batch hands every outcome, failures included, to its keys; nobody has to wait for the batch itself.
            _ = DispatchAsync(dispatch);
        }
    }

    private async Task DispatchAsync(Func<ValueTask> dispatch)
    {
        _loading++;
        try
        {
            await dispatch();
        }
        finally
        {
            _loading--;
        }
    }

    private void RunQueue()
    {
        while (_running.TryDequeue(out var item))
        {
            item.Callback(item.State);
        }
    }

    private void Abandon()
    {
        lock (_lock)
        {
            _isAbandoned = true;
            if (_queue.Count > 0)
            {
                Drain_NeedsLock();
            }
        }
    }

    private void Drain_NeedsLock()
    {
        if (!_isDraining)
        {
            _isDraining = true;
            ThreadPool.UnsafeQueueUserWorkItem(static self => self.Drain(), this, preferLocal: false);
        }
    }

    /// <summary>Runs what is posted after the caller has gone, still one at a time. No batch is dispatched any more.</summary>
    private void Drain()
    {
        while (TakeQueueOrStop())
        {
            Run(static self => self.RunQueue(), this);
        }
    }

    private bool TakeQueueOrStop()
    {
        lock (_lock)
        {
            _isDraining = TakeQueue();
            return _isDraining;
        }
    }

    private bool TakeQueue()
    {
        lock (_lock)
        {
            (_queue, _running) = (_running, _queue);
            return _running.Count > 0;
        }
    }

    private List<Func<ValueTask>>? TakeBatches()
    {
        lock (_lock)
        {
            if (_batches.Count == 0)
            {
                return null;
            }

            var batches = _batches;
            _batches = [];
            return batches;
        }
    }

    private List<TaskCompletionSource>? TakeSettled()
    {
        lock (_lock)
        {
            if (_settled.Count == 0 || _loading > 0)
            {
                return null;
            }

            var settled = _settled;
            _settled = [];
            return settled;
        }
    }

    private ValueTask WakeAsync()
    {
        lock (_lock)
        {
            if (_queue.Count > 0 || _batches.Count > 0 || (_settled.Count > 0 && _loading == 0))
            {
                return ValueTask.CompletedTask;
            }

            _wake.Reset();
            _isWaiting = true;
            return new ValueTask(this, _wake.Version);
        }
    }

    private void Wake_NeedsLock()
    {
        if (_isWaiting)
        {
            _isWaiting = false;
            _wake.SetResult(true);
        }
    }
}
