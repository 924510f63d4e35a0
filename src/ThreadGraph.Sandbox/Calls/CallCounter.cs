using ThreadGraph.Sandbox.Upstream;

namespace ThreadGraph.Sandbox.Calls;

/// <summary>Counts the upstream calls that arrive, refused ones included.</summary>
public sealed class CallCounter
{
    private readonly long[] _counts = new long[ApiNames.All.Length];

    /// <summary>Calls of IM's <c>thread_messages</c> since the last reset.</summary>
    public long ThreadMessages => Of(SandboxApi.ThreadMessages);

    /// <summary>Calls of QChat's <c>queryThreadTalkHistory</c> since the last reset.</summary>
    public long QueryThreadTalkHistory => Of(SandboxApi.QueryThreadTalkHistory);

    /// <summary>Calls of QChat's <c>batchQueryThreadTalkMeta</c> since the last reset.</summary>
    public long BatchQueryThreadTalkMeta => Of(SandboxApi.BatchQueryThreadTalkMeta);

    /// <summary>All of them.</summary>
    public long Total => ApiNames.All.Sum(Of);

    /// <summary>Calls of one API since the last reset.</summary>
    public long Of(SandboxApi api) => Interlocked.Read(ref _counts[(int)api]);

    /// <summary>Sets every count to zero.</summary>
    public void Reset()
    {
        foreach (ref var count in _counts.AsSpan())
        {
            Interlocked.Exchange(ref count, 0);
        }
    }

    internal void Count(SandboxApi api) => Interlocked.Increment(ref _counts[(int)api]);
}
