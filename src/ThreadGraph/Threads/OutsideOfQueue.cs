namespace ThreadGraph.Threads;

/// <summary>A stretch of code that starts upstream calls outside of the request's own queue.</summary>
/// <remarks>
/// Signing, sending and reading JSON need no turn among the resolvers, so the calls of one request use as many processors
/// as there are. And a call that several requests share must not stop with the queue of the one that made it.
/// </remarks>
internal readonly ref struct OutsideOfQueue
{
    private readonly SynchronizationContext? _queue;

    private OutsideOfQueue(SynchronizationContext? queue) => _queue = queue;

    /// <summary>Leaves the queue until disposed of; whoever awaits what is started here goes on where he was.</summary>
    public static OutsideOfQueue Enter()
    {
        var queue = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        return new OutsideOfQueue(queue);
    }

    /// <summary>Goes back to the queue.</summary>
    public void Dispose() => SynchronizationContext.SetSynchronizationContext(_queue);
}
