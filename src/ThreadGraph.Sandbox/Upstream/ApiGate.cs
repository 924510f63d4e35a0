using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>What every call of one API passes before its parameters are read: signature, quota, duplicates.</summary>
/// <param name="store">Gives the clock.</param>
/// <param name="options">Give the key, the secret and the quota.</param>
/// <param name="requestIdHeader">The optional header by which the API knows a repeated request.</param>
internal sealed class ApiGate(SandboxStore store, SandboxOptions options, string requestIdHeader)
{
    private readonly CallQuota _quota = new(options.CallsPerSecond);
    private readonly RecentRequestIds _requestIds = new();

    /// <returns>Null when the call may go on.</returns>
    public Refusal? Check(HttpRequest request)
    {
        var nowMs = store.NowMs;
        if (RequestSignature.Check(request.Headers, options, nowMs) is { } badSignature)
        {
            return badSignature;
        }

        if (!_quota.Allows(nowMs))
        {
            return new Refusal(Codes.TooFrequent, "Too many calls; the API is closed for 10 seconds.");
        }

        var requestId = request.Headers[requestIdHeader].ToString();
        return requestId.Length == 0 || _requestIds.TryAdd(requestId, nowMs)
            ? null
            : new Refusal(Codes.DuplicateRequest, $"Header \"{requestIdHeader}\" repeats one of the last 60 seconds.");
    }
}
