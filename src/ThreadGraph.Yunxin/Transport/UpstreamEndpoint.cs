using Microsoft.Extensions.Logging;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>One API of the upstream's and what its calls have in common.</summary>
/// <param name="Api">The name in logs, metrics and traces.</param>
/// <param name="TraceHeader">
/// The header of the id by which the upstream tells repeated requests (upstream.md 1.1).
/// </param>
/// <param name="Hosts">The base URLs, in order of preference.</param>
/// <param name="Options">The options.</param>
/// <param name="Logger">The room's log.</param>
internal sealed record UpstreamEndpoint(
    string Api, string TraceHeader, UpstreamHost[] Hosts, YunxinOptions Options, ILogger Logger);
