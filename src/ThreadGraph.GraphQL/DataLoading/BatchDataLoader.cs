namespace ThreadGraph.GraphQL.DataLoading;

/// <summary>A data loader whose batch answers with a dictionary; a key that it lacks has the default value.</summary>
public abstract class BatchDataLoader<TKey, TValue>(IBatchScheduler batchScheduler)
    : DataLoaderBase<TKey, TValue>(batchScheduler) where TKey : notnull
{
    /// <inheritdoc />
    protected internal sealed override async ValueTask FetchAsync(
        IReadOnlyList<TKey> keys, Memory<Result<TValue>> results, CancellationToken cancellationToken)
    {
        var values = await LoadBatchAsync(keys, cancellationToken);
        for (var i = 0; i < keys.Count; i++)
        {
            results.Span[i] = Result<TValue>.Resolve(values.GetValueOrDefault(keys[i])!);
        }
    }

    /// <summary>Loads the values of one batch of distinct keys.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(
        IReadOnlyList<TKey> keys, CancellationToken cancellationToken);
}
