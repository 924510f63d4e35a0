namespace ThreadGraph.Sandbox.Threads;

/// <summary>Counts the upstream calls that arrive, refused ones included.</summary>
public sealed class CallCounter
{
    private long _threadMessages;
    private long _queryThreadTalkHistory;

    /// <summary>Calls of IM's <c>thread_messages</c> since the last reset.</summary>
    public long ThreadMessages => Interlocked.Read(ref _threadMessages);

    /// <summary>Calls of QChat's <c>queryThreadTalkHistory</c> since the last reset.</summary>
    public long QueryThreadTalkHistory => Interlocked.Read(ref _queryThreadTalkHistory);

    /// <summary>All of them.</summary>
    public long Total => ThreadMessages + QueryThreadTalkHistory;

    /// <summary>Sets every count to zero.</summary>
    public void Reset()
    {
        Interlocked.Exchange(ref _threadMessages, 0);
        Interlocked.Exchange(ref _queryThreadTalkHistory, 0);
    }

    internal void CountThreadMessages() => Interlocked.Increment(ref _threadMessages);

    internal void CountQueryThreadTalkHistory() => Interlocked.Increment(ref _queryThreadTalkHistory);
}
