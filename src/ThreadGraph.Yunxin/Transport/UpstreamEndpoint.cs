using Microsoft.Extensions.Logging;
using ThreadGraph.Yunxin.Quota;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>One API of the upstream's and what its calls have in common.</summary>
/// <param name="Api">The name in logs, metrics and traces.</param>
/// <param name="TraceHeader">
/// The header of the id by which the upstream tells repeated requests (upstream.md 1.1).
/// </param>
/// <param name="Hosts">The base URLs.</param>
/// <param name="Budget">The calls that may be made.</param>
/// <param name="Options">The options.</param>
/// <param name="Logger">The room's log.</param>
internal sealed record UpstreamEndpoint(
    string Api, string TraceHeader, UpstreamHosts Hosts, CallBudget Budget, YunxinOptions Options, ILogger Logger)
{
    /// <summary>A random share from 0 to 1 for pauses.</summary>
    internal Func<double> Jitter { get; init; } = Random.Shared.NextDouble;
}
