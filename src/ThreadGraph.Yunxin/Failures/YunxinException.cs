using ThreadGraph.Yunxin.Failures;

namespace ThreadGraph.Yunxin;

/// <summary>A call to the upstream failed.</summary>
/// <remarks>
/// The message is one of this project's own sentences. It never holds the upstream's text, an address, a checksum or
/// the secret, and there is no inner exception that could.
/// </remarks>
/// <param name="failure">Why.</param>
/// <param name="message">What happened and what to do, in one sentence.</param>
/// <param name="upstreamCode">The code in the answer's body, if there was one.</param>
/// <param name="retryAfter">How long to leave the upstream alone, where that is known.</param>
/// <param name="isRetryable">Whether the same question may be answered a little later.</param>
public sealed class YunxinException(
    YunxinFailure failure,
    string message,
    int? upstreamCode = null,
    TimeSpan? retryAfter = null,
    bool isRetryable = false) : Exception(message)
{
    /// <summary>Why the call failed.</summary>
    public YunxinFailure Failure { get; } = failure;

    /// <summary>The code in the answer's body; null if the call did not get that far.</summary>
    public int? UpstreamCode { get; } = upstreamCode;

    /// <summary>How long to leave the upstream alone; null if nothing is known about that.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Whether the same question may be answered a little later (upstream.md 8).</summary>
    public bool IsRetryable { get; } = isRetryable;

    /// <summary>What the client does about it before the caller hears of it.</summary>
    internal RetryRule Rule { get; init; }
}
