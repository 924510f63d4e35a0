using Polly;
using Polly.Retry;

namespace ThreadGraph.Yunxin.Resilience;

/// <summary>
/// The outer part of the pipeline: the attempts of a call. Polly stands here and in <see cref="HostCircuit"/>; the
/// order is the one of docs/decisions/0008: total time, retry, budget, circuit of the host, time of the attempt.
/// </summary>
internal sealed class CallPipeline(YunxinOptions options, TimeProvider time)
{
    private readonly ResiliencePipeline? _retry = Build(options, time);

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

    /// <summary>Runs the attempts of one call after the first, if there are to be any.</summary>
    /// <param name="first">How the first attempt ended.</param>
    /// <param name="attempt">Makes one attempt; it must not throw.</param>
    /// <param name="context">The context of the call.</param>
    /// <param name="run">The call.</param>
    /// <returns>The result, a <see cref="YunxinException"/> or a cancellation.</returns>
    internal ValueTask<Outcome<object>> RetryAsync<TRun>(
        Outcome<object> first,
        Func<ResilienceContext, TRun, ValueTask<Outcome<object>>> attempt,
        ResilienceContext context,
        TRun run)
        where TRun : CallRun
    {
        // Nearly every first attempt is the last. The strategy is told of it only when there is something to decide.
        return first.Exception is null || _retry is null
            ? ValueTask.FromResult(first)
            : _retry.ExecuteOutcomeAsync(
                static (context, attempts) => attempts.NextAsync(context), context, new Attempts<TRun>(first, attempt, run));
    }

    private static ResiliencePipeline? Build(YunxinOptions options, TimeProvider time) => options.MaxRetries is 0
        ? null
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

    /// <summary>The attempts as the strategy counts them; the first of them has been made.</summary>
    private sealed class Attempts<TRun>(
        Outcome<object> first, Func<ResilienceContext, TRun, ValueTask<Outcome<object>>> attempt, TRun run)
    {
        private bool _isFirst = true;

        public ValueTask<Outcome<object>> NextAsync(ResilienceContext context)
        {
            if (!_isFirst)
            {
                return attempt(context, run);
            }

            _isFirst = false;
            return ValueTask.FromResult(first);
        }
    }
}
