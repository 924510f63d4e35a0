namespace ThreadGraph.Tests.Support;

/// <summary>The queue of a request whose caller has hung up, at its worst: nothing that is posted to it ever runs.</summary>
internal sealed class StoppedQueue : SynchronizationContext
{
    /// <summary>Starts something as a request's resolver would.</summary>
    public static T Start<T>(Func<T> start)
    {
        var outer = Current;
        SetSynchronizationContext(new StoppedQueue());
        try
        {
            return start();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    /// <inheritdoc />
    public override void Post(SendOrPostCallback d, object? state)
    {
    }
}
