namespace ThreadGraph.Yunxin.Failures;

/// <summary>One row of the failure tables.</summary>
/// <param name="Failure">What the consumer is told.</param>
/// <param name="Rule">What the client does about it; anything but never means that asking again may help.</param>
/// <param name="Sentence">What happened and what to do.</param>
/// <param name="RetryAfter">How long to wait; null in a busy row means the configured pause.</param>
internal sealed record FailureEntry(
    YunxinFailure Failure, RetryRule Rule, string Sentence, TimeSpan? RetryAfter = null)
{
    /// <summary>The exception for this row.</summary>
    /// <param name="busyPause">How long to leave the upstream alone when it is busy.</param>
    /// <param name="upstreamCode">The code in the answer's body, if there was one.</param>
    internal YunxinException ToException(TimeSpan busyPause, int? upstreamCode = null) =>
        With(RetryAfter ?? PauseFor(busyPause), upstreamCode);

    /// <summary>The exception for this row, with a pause that is only known now.</summary>
    internal YunxinException ToExceptionAfter(TimeSpan pause) => With(pause, null);

    private YunxinException With(TimeSpan? pause, int? upstreamCode) =>
        new(Failure, Sentence, upstreamCode, pause, Rule is not RetryRule.Never) { Rule = Rule };

    private TimeSpan? PauseFor(TimeSpan busyPause) => Failure is YunxinFailure.Busy ? busyPause : null;
}
