using Polly;
using Polly.Retry;
using Polly.Timeout;
using ThreadGraph.Yunxin.Failures;

namespace ThreadGraph.Yunxin.Resilience;

/// <summary>
/// How often a call is attempted and how long an attempt may take. All of Polly lives here: what goes in is one
/// attempt, what comes out is its result or a <see cref="YunxinException"/>.
/// </summary>
internal sealed class CallPipeline(YunxinOptions options, TimeProvider time)
{
    private readonly ResiliencePipeline _pipeline = Build(options, time);

    /// <summary>Runs the attempts of one call.</summary>
    /// <param name="attempt">Makes one attempt; attempts count from 0.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    internal async Task<TResult> ExecuteAsync<TResult>(
        Func<int, CancellationToken, ValueTask<TResult>> attempt, CancellationToken cancellationToken)
    {
        var attempts = 0;
        try
        {
            return await _pipeline.ExecuteAsync(token => attempt(attempts++, token), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            throw LocalFailures.AttemptTimedOut.ToException(options.BusyPause);
        }
    }

    private static ResiliencePipeline Build(YunxinOptions options, TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = 1,
                Delay = TimeSpan.Zero,
                ShouldHandle = new PredicateBuilder().Handle<YunxinException>(
                    static error => error.Failure is YunxinFailure.ConnectionFailed),
            })
            .AddTimeout(options.AttemptTimeout)
            .Build();
}
