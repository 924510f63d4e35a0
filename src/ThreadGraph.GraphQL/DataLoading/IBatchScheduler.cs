namespace ThreadGraph.GraphQL.DataLoading;

/// <summary>Decides when a data loader's batch goes out.</summary>
public interface IBatchScheduler
{
    /// <summary>Asks for <paramref name="dispatch"/> to be called once no resolver can go on.</summary>
    void Schedule(Func<ValueTask> dispatch);

    /// <summary>Waits until no resolver can go on and no batch is waiting or under way.</summary>
    Task SettledAsync();

    /// <summary>Who is told of the batches; <see langword="null"/> where nobody listens.</summary>
    IDataLoaderDiagnosticEvents? DiagnosticEvents => null;
}
