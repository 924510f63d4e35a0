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
}
