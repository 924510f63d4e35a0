using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using ThreadGraph.Yunxin.Failures;
using ThreadGraph.Yunxin.Transport;

namespace ThreadGraph.Yunxin.Resilience;

/// <summary>The inner part of the pipeline, one for each host: circuit breaker, then attempt timeout.</summary>
internal sealed class HostCircuit
{
    private readonly CircuitBreakerStateProvider _state = new();
    private readonly ResiliencePipeline _pipeline;

    internal HostCircuit(YunxinOptions options, TimeProvider time, HostHealth health) => _pipeline =
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = options.BreakerFailureRatio,
                MinimumThroughput = options.BreakerMinimumCalls,
                SamplingDuration = options.BreakerSamplingTime,
                BreakDuration = options.BreakDuration,
                StateProvider = _state,
                ShouldHandle = static args => ValueTask.FromResult(
                    args.Outcome.Exception is YunxinException { Rule: RetryRule.Elsewhere }),
                OnOpened = args => Opened(args.Context, health),
                OnClosed = static args => Closed(args.Context),
            })
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = static args => ValueTask.FromResult(CallRun.Of(args.Context).AttemptTime()),
            })
            .Build();

    /// <summary>Whether calls go through.</summary>
    internal bool IsClosed => _state.CircuitState is CircuitState.Closed;

    /// <summary>0 for closed, 1 for half open, 2 for open.</summary>
    internal int Level => _state.CircuitState switch
    {
        CircuitState.Closed => 0,
        CircuitState.HalfOpen => 1,
        _ => 2,
    };

    /// <summary>Makes an attempt, if the circuit lets it through.</summary>
    internal ValueTask<Outcome<object>> ExecuteAsync<TRun>(
        Func<ResilienceContext, TRun, ValueTask<Outcome<object>>> attempt, ResilienceContext context, TRun run) =>
        _pipeline.ExecuteOutcomeAsync(attempt, context, run);

    /// <summary>Whether an outcome means that the circuit was open, and nothing was done.</summary>
    internal static bool Refused(Exception? error) => error is BrokenCircuitException;

    private static ValueTask Opened(ResilienceContext context, HostHealth health)
    {
        var run = CallRun.Of(context);
        health.Eject();
        run.Endpoint.Logger.CircuitOpened(run.Endpoint.Api, run.Host!.Index);
        return ValueTask.CompletedTask;
    }

    private static ValueTask Closed(ResilienceContext context)
    {
        var run = CallRun.Of(context);
        run.Endpoint.Logger.CircuitClosed(run.Endpoint.Api, run.Host!.Index);
        return ValueTask.CompletedTask;
    }
}
