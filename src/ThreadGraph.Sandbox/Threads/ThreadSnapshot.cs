namespace ThreadGraph.Sandbox.Threads;

/// <summary>What a thread holds at one moment; never changed, only replaced.</summary>
/// <param name="Root">The root; null once it is gone.</param>
/// <param name="Replies">All replies, sorted by time, then server ID.</param>
/// <param name="HasEnded">Whether the thread went with its root: it is no longer found under it.</param>
internal sealed record ThreadSnapshot(StoredMessage? Root, StoredMessage[] Replies, bool HasEnded)
{
    /// <summary>The time of the last reply; 0 while there is none [?].</summary>
    public long LastReplyTimeMs => Replies.Length == 0 ? 0 : Replies[^1].TimeMs;

    /// <summary>The index, from 0, of the first reply at or behind a position.</summary>
    public int IndexFrom(long timeMs, long serverId)
    {
        int low = 0, high = Replies.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Compare(Replies[middle], timeMs, serverId) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The index, from 0, of the first reply behind a position.</summary>
    public int IndexAfter(long timeMs, long serverId)
    {
        var index = IndexFrom(timeMs, serverId);
        return index < Replies.Length && Compare(Replies[index], timeMs, serverId) == 0 ? index + 1 : index;
    }

    /// <summary>The half-open range of indexes between two times, both included.</summary>
    public (int Low, int High) Window(long fromMs, long toMs) =>
        (IndexFrom(fromMs, long.MinValue), IndexAfter(toMs, long.MaxValue));

    /// <summary>The index, from 0, of a reply; -1 when it is not there.</summary>
    public int IndexOf(long serverId) => Array.FindIndex(Replies, reply => reply.ServerId == serverId);

    private static int Compare(StoredMessage reply, long timeMs, long serverId)
    {
        var byTime = reply.TimeMs.CompareTo(timeMs);
        return byTime != 0 ? byTime : reply.ServerId.CompareTo(serverId);
    }
}
