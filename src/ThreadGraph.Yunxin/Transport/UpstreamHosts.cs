using ThreadGraph.Yunxin.Resilience;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>The hosts of one API family, in order of preference. Masks name hosts by their index's bit.</summary>
internal sealed class UpstreamHosts
{
    private readonly UpstreamHost[] _hosts;

    internal UpstreamHosts(IList<string> baseUrls, string fallback, YunxinOptions options, TimeProvider time)
    {
        IEnumerable<string> urls = baseUrls.Count is 0 ? [fallback] : baseUrls;
        _hosts = [.. urls.Select((url, index) => Create(url, index, options, time))];
    }

    /// <summary>All of them.</summary>
    internal IReadOnlyList<UpstreamHost> All => _hosts;

    /// <summary>How long until a host may be asked; zero if one may be now.</summary>
    internal TimeSpan ClosedFor()
    {
        var soonest = TimeSpan.MaxValue;
        foreach (var host in _hosts)
        {
            if (host.Health.IsWell || host.Circuit.IsClosed || host.Health.AvoidedFor is var wait && wait == default)
            {
                return TimeSpan.Zero;
            }

            soonest = wait < soonest ? wait : soonest;
        }

        return soonest;
    }

    /// <summary>Whether there is a host, not tried yet, that would let a call through.</summary>
    internal bool HasUntried(ulong tried)
    {
        foreach (var host in _hosts)
        {
            if (!Holds(tried, host) && host.Circuit.IsClosed)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The host to turn to: the first that is well, else the first that lets calls through; of those that the call has
    /// not tried, if there are any.
    /// </summary>
    /// <param name="tried">The hosts that the call has been to.</param>
    /// <param name="closed">The hosts that have just refused it by an open circuit.</param>
    /// <param name="isProbe">Whether the call is the one that finds out about a host that has cooled down.</param>
    /// <returns>Null if all circuits are open.</returns>
    internal UpstreamHost? Pick(ulong tried, ulong closed, out bool isProbe) =>
        Among(tried | closed, out isProbe) ?? (tried is 0 ? null : Among(closed, out isProbe));

    /// <summary>The bit of a host.</summary>
    internal static ulong Bit(UpstreamHost host) => 1UL << host.Index;

    private UpstreamHost? Among(ulong excluded, out bool isProbe)
    {
        foreach (var host in _hosts)
        {
            if (!Holds(excluded, host) && host.Health.TryUse(out isProbe))
            {
                return host;
            }
        }

        isProbe = false;
        foreach (var host in _hosts)
        {
            if (!Holds(excluded, host) && host.Circuit.IsClosed)
            {
                return host;
            }
        }

        return null;
    }

    private static bool Holds(ulong mask, UpstreamHost host) => (mask & Bit(host)) is not 0;

    private static UpstreamHost Create(string url, int index, YunxinOptions options, TimeProvider time)
    {
        var health = new HostHealth(options.EjectAfterFailures, options.BreakDuration, time);
        return new UpstreamHost(url, index, health, new HostCircuit(options, time, health));
    }
}
