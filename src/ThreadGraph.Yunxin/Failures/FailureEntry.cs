namespace ThreadGraph.Yunxin.Failures;

/// <summary>One row of the failure tables.</summary>
/// <param name="Failure">What the consumer is told.</param>
/// <param name="IsRetryable">Whether the same question may be answered a little later.</param>
/// <param name="Sentence">What happened and what to do.</param>
/// <param name="RetryAfter">How long to wait; null in a busy row means the configured pause.</param>
internal sealed record FailureEntry(
    YunxinFailure Failure, bool IsRetryable, string Sentence, TimeSpan? RetryAfter = null)
{
    /// <summary>The exception for this row.</summary>
    /// <param name="busyPause">How long to leave the upstream alone when it is busy.</param>
    /// <param name="upstreamCode">The code in the answer's body, if there was one.</param>
    internal YunxinException ToException(TimeSpan busyPause, int? upstreamCode = null) =>
        new(Failure, Sentence, upstreamCode, RetryAfter ?? PauseFor(busyPause), IsRetryable);

    private TimeSpan? PauseFor(TimeSpan busyPause) => Failure is YunxinFailure.Busy ? busyPause : null;
}
