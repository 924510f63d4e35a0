namespace ThreadGraph.Sandbox.Calls;

/// <summary>When the upstream calls arrived, refused ones included; the latest 262,144 are kept.</summary>
public sealed class ArrivalLog
{
    private const int FirstCapacity = 1_024;
    private const int MaxCapacity = 262_144;

    private readonly Lock _gate = new();
    private Arrival[] _ring = [];
    private int _start;
    private int _count;
    private long _dropped;

    /// <summary>How many were recorded and are no longer kept, since the log was last cleared.</summary>
    public long Dropped
    {
        get
        {
            lock (_gate)
            {
                return _dropped;
            }
        }
    }

    /// <summary>Those that are kept now, in the order of arrival.</summary>
    public Arrival[] ToArray()
    {
        lock (_gate)
        {
            var kept = new Arrival[_count];
            for (var index = 0; index < _count; index++)
            {
                kept[index] = _ring[(_start + index) % _ring.Length];
            }

            return kept;
        }
    }

    /// <summary>The most calls that arrived within any second, wherever it begins; its end is not part of it.</summary>
    /// <param name="api">Only of this API; <see langword="null"/>: of all together.</param>
    /// <param name="port">Only at this host; <see langword="null"/>: at all together.</param>
    public int PeakPerSecond(SandboxApi? api = null, int? port = null)
    {
        var times = ToArray()
            .Where(arrival => (api is null || arrival.Api == api) && (port is null || arrival.Port == port))
            .Select(arrival => arrival.At.UtcTicks)
            .Order()
            .ToArray();
        var (peak, first) = (0, 0);
        for (var last = 0; last < times.Length; last++)
        {
            while (times[last] - times[first] >= TimeSpan.TicksPerSecond)
            {
                first++;
            }

            peak = Math.Max(peak, last - first + 1);
        }

        return peak;
    }

    /// <summary>Forgets all of them.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            (_ring, _start, _count, _dropped) = ([], 0, 0, 0);
        }
    }

    internal void Add(Arrival arrival)
    {
        lock (_gate)
        {
            if (_count == _ring.Length && _count < MaxCapacity)
            {
                // Not yet a ring: it starts at 0 until its last size is reached.
                Array.Resize(ref _ring, Math.Max(FirstCapacity, _count * 2));
            }

            if (_count < _ring.Length)
            {
                _ring[_count++] = arrival;
                return;
            }

            _ring[_start] = arrival;
            _start = (_start + 1) % _ring.Length;
            _dropped++;
        }
    }
}
