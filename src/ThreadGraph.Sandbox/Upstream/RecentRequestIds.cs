namespace ThreadGraph.Sandbox.Upstream;

/// <summary>The request IDs of the last 60 seconds: a repeated one is a duplicate (upstream.md 1.1, 2nd).</summary>
/// <remarks>Two generations of 60 s each bound the memory: an ID is dropped after 60 to 120 s.</remarks>
internal sealed class RecentRequestIds
{
    private const long WindowMs = 60_000;

    private readonly Lock _gate = new();
    private Dictionary<string, long> _current = [];
    private Dictionary<string, long> _previous = [];
    private long _rotatedMs;

    /// <returns>False when the ID was seen less than 60 s ago.</returns>
    public bool TryAdd(string id, long nowMs)
    {
        lock (_gate)
        {
            if (nowMs - _rotatedMs >= WindowMs)
            {
                (_previous, _current, _rotatedMs) = (_current, [], nowMs);
            }

            if (Seen(_current, id, nowMs) || Seen(_previous, id, nowMs))
            {
                return false;
            }

            _current[id] = nowMs;
            return true;
        }
    }

    private static bool Seen(Dictionary<string, long> ids, string id, long nowMs) =>
        ids.TryGetValue(id, out var seenMs) && nowMs - seenMs < WindowMs;
}
