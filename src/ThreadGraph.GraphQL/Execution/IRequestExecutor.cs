using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Takes a request through all its stages: parse, validate, compile, coerce variables, execute.</summary>
public interface IRequestExecutor
{
    /// <summary>The schema that requests are executed against.</summary>
    Schema Schema { get; }

    /// <summary>Executes a request. Errors of every kind are in the result.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    ValueTask<OperationResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Executes a request of any kind: a subscription has one result for each event, a query or mutation has one alone. What
    /// fails outside of any event is a last result with <see cref="OperationResultKind.RequestError"/>. Each result is the
    /// caller's to dispose of; the next event is read when the next result is asked for.
    /// </summary>
    /// <remarks>Spec: Execution, "Subscription". The request must stay valid until the stream has ended.</remarks>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    IAsyncEnumerable<OperationResult> ExecuteStreamAsync(OperationRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("This executor has no streams.");
}
