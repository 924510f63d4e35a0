using ThreadGraph.Yunxin.Resilience;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>One base URL of one API family, and what has been learnt about it.</summary>
/// <param name="baseUrl">The URL, a path prefix included.</param>
/// <param name="index">Its place in the configured list, from 0; logs name a host by it.</param>
/// <param name="health">Whether it is one to turn to.</param>
/// <param name="circuit">What guards it.</param>
internal sealed class UpstreamHost(string baseUrl, int index, HostHealth health, HostCircuit circuit)
{
    private readonly HashSet<string> _reported = [];
    private volatile bool _isInverted;

    internal string BaseUrl { get; } = baseUrl.TrimEnd('/');

    internal int Index { get; } = index;

    /// <summary>The index as a metric's or trace's tag.</summary>
    internal object Tag { get; } = index;

    internal HostHealth Health { get; } = health;

    internal HostCircuit Circuit { get; } = circuit;

    /// <summary>Whether this host reads the order flag the other way round (upstream.md 3.2).</summary>
    internal bool IsInverted => _isInverted;

    /// <summary>Remembers how the host reads the flag.</summary>
    /// <returns>True the first time that an inversion is seen, which is the time to say so.</returns>
    internal bool Remember(bool isInverted)
    {
        _isInverted = isInverted;
        return isInverted && IsFirst(nameof(IsInverted));
    }

    /// <summary>Whether something is seen at this host for the first time, so that it is reported once.</summary>
    internal bool IsFirst(string what)
    {
        lock (_reported)
        {
            return _reported.Add(what);
        }
    }
}
