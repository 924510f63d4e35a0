namespace ThreadGraph.GraphQL.DataLoading;

/// <summary>What data loaders tell whoever listens.</summary>
public interface IDataLoaderDiagnosticEvents
{
    /// <summary>A batch goes out; what is returned is disposed of when its keys have their outcome.</summary>
    /// <param name="dataLoader">The loader.</param>
    /// <param name="keys">The keys, each once.</param>
    IDisposable ExecuteBatch<TKey>(object dataLoader, IReadOnlyList<TKey> keys) where TKey : notnull;

    /// <summary>A batch failed as a whole.</summary>
    /// <param name="dataLoader">The loader.</param>
    /// <param name="keys">The keys, all of which failed.</param>
    /// <param name="error">What was thrown.</param>
    void BatchError<TKey>(object dataLoader, IReadOnlyList<TKey> keys, Exception error) where TKey : notnull;
}
