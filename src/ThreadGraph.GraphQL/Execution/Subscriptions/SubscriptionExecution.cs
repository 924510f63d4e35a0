using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Executes a subscription: opens its source stream and answers each event. Spec: Execution, "Subscription".</summary>
/// <remarks>
/// The stream is opened with the services of the request. Each event is executed with services of its own, so that no data
/// loader hands out what it has read for an earlier event.
/// </remarks>
/// <param name="createContext">Makes the context of one execution from its services.</param>
/// <param name="resolvers">Binds the method that opens the stream.</param>
internal sealed class SubscriptionExecution(
    Func<IServiceProvider, OperationContext> createContext, ResolverFactory resolvers)
{
    /// <summary>One result for each event. Spec: "MapSourceToResponseEvent".</summary>
    /// <param name="services">The services of the request, which live as long as the stream.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public async IAsyncEnumerable<OperationResult> ExecuteAsync(
        IServiceProvider services, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var opening = createContext(services);
        var (source, failure) = await TryAsync(opening, () => OpenAsync(opening));
        if (source is null)
        {
            yield return failure!;
            yield break;
        }

        await using var events = source.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var (next, broken) = await TryAsync(opening, async () => await events.MoveNextAsync() ? events : null);
            if (broken is not null)
            {
                yield return broken;
            }

            if (next is null)
            {
                yield break;
            }

            yield return await ExecuteEventAsync(services, events.Current);
        }
    }

    /// <summary>Spec: "ExecuteSubscriptionEvent".</summary>
    private async ValueTask<OperationResult> ExecuteEventAsync(IServiceProvider services, object root)
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var operation = createContext(scope.ServiceProvider);
        using var execution = operation.RequestContext is { } context
            ? operation.DiagnosticEvents?.ExecuteOperation(context)
            : null;
        return await OperationExecution.ExecuteAsync(operation, root);
    }

    /// <summary>Spec: "CreateSourceEventStream", "ResolveFieldEventStream".</summary>
    private async ValueTask<IAsyncEnumerable<object>?> OpenAsync(OperationContext operation)
    {
        var opening = operation.Scheduler.Run(
            static call => call.self.OpenInSchedulerAsync(call.operation), (self: this, operation));
        await operation.Scheduler.RunToEndAsync(operation.RequestAborted);
        return await opening;
    }

    private async Task<IAsyncEnumerable<object>> OpenInSchedulerAsync(OperationContext operation)
    {
        var field = FieldOf(operation);
        operation.Scheduler.BeginWait();
        try
        {
            return await resolvers.SourceOf(field.Field)
                .OpenAsync(new ResolverCall(OperationExecution.Root, field, new Strand(operation)));
        }
        finally
        {
            operation.Scheduler.EndWait();
        }
    }

    /// <summary>What fails outside of any event is a request error, and the last thing that the stream says.</summary>
    private static async ValueTask<(T? Value, OperationResult? Failure)> TryAsync<T>(
        OperationContext operation, Func<ValueTask<T?>> action) where T : class
    {
        try
        {
            return (await action(), null);
        }
        catch (Exception exception) when (!operation.RequestAborted.IsCancellationRequested)
        {
            var field = FieldOf(operation);
            IError[] errors =
                [.. operation.ErrorFactory.Create(exception, field, Path.FromName(field.ResponseName), operation)];
            if (operation.RequestContext is { } context)
            {
                Array.ForEach(errors, error => operation.DiagnosticEvents?.RequestError(context, error));
            }

            return (null, OperationResult.FromErrors(errors));
        }
    }

    /// <summary>The one root field; validation sees to it that there is no other.</summary>
    private static FieldPlan FieldOf(OperationContext operation) => operation.Plan.SelectionSet.Fields[0];
}
