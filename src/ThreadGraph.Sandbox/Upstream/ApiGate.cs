using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>What every call of one API passes before its parameters are read: signature, quota, duplicates.</summary>
/// <remarks>One for all hosts over a store: quota and duplicates are the app's, not a host's (upstream.md 9).</remarks>
/// <param name="store">Gives the clock.</param>
/// <param name="api">Whose gate it is.</param>
internal sealed class ApiGate(SandboxStore store, SandboxApi api)
{
    private readonly CallQuota _quota = new();
    private readonly RecentRequestIds _requestIds = new();
    private readonly string _requestIdHeader = api.RequestIdHeader();

    /// <param name="request">The call.</param>
    /// <param name="options">The host's key, secret and quota.</param>
    /// <returns>Null when the call may go on.</returns>
    public Refusal? Check(HttpRequest request, SandboxOptions options)
    {
        var nowMs = store.NowMs;
        if (RequestSignature.Check(request.Headers, options, nowMs) is { } badSignature)
        {
            return badSignature;
        }

        if (!_quota.Allows(options.CallsPerSecond, nowMs))
        {
            return Refusal.TooFrequent;
        }

        var requestId = request.Headers[_requestIdHeader].ToString();
        return requestId.Length == 0 || _requestIds.TryAdd(requestId, nowMs) ? null : Refusal.Duplicate(api);
    }
}
