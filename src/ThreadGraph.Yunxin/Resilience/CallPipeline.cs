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

    /// <summary>A context, from the pool, for the attempts of one call.</summary>
    internal static ResilienceContext Begin(CallRun run, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        run.CallerToken = cancellationToken;
        run.Attach(context);
        return context;
    }

    /// <summary>Gives the context back.</summary>
    internal static void End(ResilienceContext context) => ResilienceContextPool.Shared.Return(context);

    /// <summary>Runs the attempts of one call.</summary>
    /// <param name="attempt">Makes one attempt; it must not throw.</param>
    /// <param name="context">The context of the call.</param>
    /// <param name="run">The call.</param>
    /// <returns>The result, a <see cref="YunxinException"/> or a cancellation.</returns>
    internal ValueTask<Outcome<TResult>> ExecuteAsync<TResult, TRun>(
        Func<ResilienceContext, TRun, ValueTask<Outcome<TResult>>> attempt, ResilienceContext context, TRun run)
        where TRun : CallRun => _pipeline.ExecuteOutcomeAsync(attempt, context, run);

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
