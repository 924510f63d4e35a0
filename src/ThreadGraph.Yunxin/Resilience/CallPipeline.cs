using Polly;
using Polly.Retry;

namespace ThreadGraph.Yunxin.Resilience;

/// <summary>
/// The outer part of the pipeline: the attempts of a call. Polly stands here and in <see cref="HostCircuit"/>; the
/// order is the one of docs/decisions/0008: total time, retry, budget, circuit of the host, time of the attempt.
/// </summary>
internal sealed class CallPipeline(YunxinOptions options, TimeProvider time)
{
    private readonly ResiliencePipeline _pipeline = Build(options, time);

    /// <summary>Runs the attempts of one call.</summary>
    /// <param name="attempt">Makes one attempt; it must not throw.</param>
    /// <param name="run">The call.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The result, a <see cref="YunxinException"/> or a cancellation.</returns>
    internal async ValueTask<Outcome<TResult>> ExecuteAsync<TResult, TRun>(
        Func<ResilienceContext, TRun, ValueTask<Outcome<TResult>>> attempt,
        TRun run,
        CancellationToken cancellationToken)
        where TRun : CallRun
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        run.CallerToken = cancellationToken;
        run.Attach(context);
        try
        {
            return await _pipeline.ExecuteOutcomeAsync(attempt, context, run);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline Build(YunxinOptions options, TimeProvider time) => options.MaxRetries is 0
        ? ResiliencePipeline.Empty
        : new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxRetries,
                ShouldHandle = static args =>
                    ValueTask.FromResult(CallRun.Of(args.Context).MayRetry(args.Outcome.Exception)),
                DelayGenerator = static args =>
                    ValueTask.FromResult<TimeSpan?>(CallRun.Of(args.Context).NextDelay),
            })
            .Build();
}
