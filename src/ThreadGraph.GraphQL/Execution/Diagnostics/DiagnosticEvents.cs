namespace ThreadGraph.GraphQL.Execution;

/// <summary>Tells several listeners.</summary>
internal sealed class DiagnosticEvents : ExecutionDiagnosticEventListener
{
    private readonly ExecutionDiagnosticEventListener[] _listeners;

    private DiagnosticEvents(ExecutionDiagnosticEventListener[] listeners) => _listeners = listeners;

    /// <summary>One listener for all of them; <see langword="null"/> where there is none, so that nothing is told.</summary>
    public static ExecutionDiagnosticEventListener? Of(IEnumerable<ExecutionDiagnosticEventListener> listeners) =>
        listeners.ToArray() switch
        {
            [] => null,
            [var only] => only,
            var several => new DiagnosticEvents(several),
        };

    public override IDisposable ExecuteRequest(RequestContext context) =>
        Scopes(listener => listener.ExecuteRequest(context));

    public override IDisposable ParseDocument(RequestContext context) =>
        Scopes(listener => listener.ParseDocument(context));

    public override IDisposable ValidateDocument(RequestContext context) =>
        Scopes(listener => listener.ValidateDocument(context));

    public override IDisposable CompileOperation(RequestContext context) =>
        Scopes(listener => listener.CompileOperation(context));

    public override IDisposable ExecuteOperation(RequestContext context) =>
        Scopes(listener => listener.ExecuteOperation(context));

    public override void RequestError(RequestContext context, IError error) =>
        Array.ForEach(_listeners, listener => listener.RequestError(context, error));

    public override void ResolverError(RequestContext context, IError error) =>
        Array.ForEach(_listeners, listener => listener.ResolverError(context, error));

    public override IDisposable ExecuteBatch<TKey>(object dataLoader, IReadOnlyList<TKey> keys) =>
        Scopes(listener => listener.ExecuteBatch(dataLoader, keys));

    public override void BatchError<TKey>(object dataLoader, IReadOnlyList<TKey> keys, Exception error) =>
        Array.ForEach(_listeners, listener => listener.BatchError(dataLoader, keys, error));

    private ScopeList Scopes(Func<ExecutionDiagnosticEventListener, IDisposable> begin) =>
        new(Array.ConvertAll(_listeners, listener => begin(listener)));

    /// <summary>Scopes that end in the reverse order of their beginning.</summary>
    private sealed class ScopeList(IDisposable[] scopes) : IDisposable
    {
        public void Dispose()
        {
            for (var i = scopes.Length - 1; i >= 0; i--)
            {
                scopes[i].Dispose();
            }
        }
    }
}
