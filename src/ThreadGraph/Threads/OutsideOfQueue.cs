namespace ThreadGraph.Threads;

/// <summary>Starts upstream calls outside of the request's own queue.</summary>
/// <remarks>
/// Signing, sending and reading JSON need no turn among the resolvers, so the calls of one request use as many processors
/// as there are. And a call that several requests share must not stop with the queue of the one that made it.
/// </remarks>
internal static class OutsideOfQueue
{
    /// <summary>Starts a call; whoever awaits the task goes on where he was.</summary>
    public static TTask StartAsync<TTask>(Func<TTask> call) where TTask : Task
    {
        var queue = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return call();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(queue);
        }
    }
}
