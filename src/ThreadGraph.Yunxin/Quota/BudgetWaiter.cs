namespace ThreadGraph.Yunxin.Quota;

/// <summary>A call that waits for its turn.</summary>
internal sealed class BudgetWaiter : IDisposable
{
    private readonly TaskCompletionSource _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal BudgetWaiter(string account, long leavesAt)
    {
        (Account, LeavesAt) = (account, leavesAt);
        Place = new LinkedListNode<BudgetWaiter>(this);
    }

    internal string Account { get; }

    /// <summary>Until when it waits, in ticks of the budget's clock.</summary>
    internal long LeavesAt { get; }

    internal LinkedListNode<BudgetWaiter> Place { get; }

    /// <summary>The line that it stands in; null before and after.</summary>
    internal FairQueue.Line? Line { get; set; }

    /// <summary>Ends the wait when the time is up.</summary>
    internal ITimer? Timer { get; set; }

    /// <summary>Ends the wait when the caller gives up.</summary>
    internal CancellationTokenRegistration Cancellation { get; set; }

    /// <summary>Done when it is this call's turn.</summary>
    internal Task Turn => _turn.Task;

    internal void Serve()
    {
        Dispose();
        _turn.TrySetResult();
    }

    internal void Refuse(Exception refusal)
    {
        Dispose();
        _turn.TrySetException(refusal);
    }

    internal void Cancel(CancellationToken cancellationToken)
    {
        Dispose();
        _turn.TrySetCanceled(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Timer?.Dispose();
        Cancellation.Unregister(); // Not disposed: that would wait for a callback which waits for our lock.
    }
}
