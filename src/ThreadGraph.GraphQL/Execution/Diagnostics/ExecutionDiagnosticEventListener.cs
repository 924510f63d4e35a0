using ThreadGraph.GraphQL.DataLoading;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Listens to what the executor does; derive from it and override what is of interest.</summary>
/// <remarks>
/// <para>
/// The methods that return a scope mark a stretch of time: the scope is disposed of when the stage is over, however it
/// ended. A stage that is passed over, such as parsing a known document, is not told of.
/// </para>
/// <para>One listener serves all requests at once. It is called in the middle of the work, so it should be quick.</para>
/// </remarks>
public abstract class ExecutionDiagnosticEventListener : IDataLoaderDiagnosticEvents
{
    /// <summary>A scope whose end is of no interest.</summary>
    protected static IDisposable EmptyScope { get; } = new Nothing();

    /// <summary>A request, from its arrival until its result is ready; a subscription until its stream has ended.</summary>
    public virtual IDisposable ExecuteRequest(RequestContext context) => EmptyScope;

    /// <summary>The document is being parsed.</summary>
    public virtual IDisposable ParseDocument(RequestContext context) => EmptyScope;

    /// <summary>The document is being validated.</summary>
    public virtual IDisposable ValidateDocument(RequestContext context) => EmptyScope;

    /// <summary>The operation's plan is being made, variables already coerced.</summary>
    public virtual IDisposable CompileOperation(RequestContext context) => EmptyScope;

    /// <summary>The operation is being executed; for a subscription, once for each event.</summary>
    public virtual IDisposable ExecuteOperation(RequestContext context) => EmptyScope;

    /// <summary>The request was refused before execution, or its source stream failed; once for each error.</summary>
    public virtual void RequestError(RequestContext context, IError error)
    {
    }

    /// <summary>A field failed or reported an error, filters already applied; <see cref="IError.Exception"/> has what was thrown.</summary>
    public virtual void ResolverError(RequestContext context, IError error)
    {
    }

    /// <inheritdoc />
    public virtual IDisposable ExecuteBatch<TKey>(object dataLoader, IReadOnlyList<TKey> keys) where TKey : notnull =>
        EmptyScope;

    /// <inheritdoc />
    public virtual void BatchError<TKey>(object dataLoader, IReadOnlyList<TKey> keys, Exception error) where TKey : notnull
    {
    }

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
