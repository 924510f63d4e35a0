namespace ThreadGraph.Yunxin.Transport;

/// <summary>One base URL of one endpoint, and what has been learnt about it.</summary>
/// <param name="baseUrl">The URL, a path prefix included.</param>
/// <param name="index">Its place in the configured list, from 0; logs name a host by it.</param>
internal sealed class UpstreamHost(string baseUrl, int index)
{
    private volatile bool _isInverted;
    private int _wasReported;

    internal string BaseUrl { get; } = baseUrl.TrimEnd('/');

    internal int Index { get; } = index;

    /// <summary>Whether this host reads the order flag the other way round (upstream.md 3.2).</summary>
    internal bool IsInverted => _isInverted;

    /// <summary>The hosts of one endpoint, in order of preference.</summary>
    internal static UpstreamHost[] List(IList<string> baseUrls, string fallback) => baseUrls.Count is 0
        ? [new(fallback, 0)]
        : [.. baseUrls.Select(static (url, index) => new UpstreamHost(url, index))];

    /// <summary>Remembers how the host reads the flag.</summary>
    /// <returns>True the first time that an inversion is seen, which is the time to say so.</returns>
    internal bool Remember(bool isInverted)
    {
        _isInverted = isInverted;
        return isInverted && Interlocked.Exchange(ref _wasReported, 1) is 0;
    }
}
