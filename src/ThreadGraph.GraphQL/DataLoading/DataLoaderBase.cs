namespace ThreadGraph.GraphQL.DataLoading;

/// <summary>Loads values by key, many at a time, each key once per request.</summary>
/// <typeparam name="TKey">The type of the keys; its equality decides what is the same key.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
public interface IDataLoader<in TKey, TValue> where TKey : notnull
{
    /// <summary>Asks for one value. The call returns at once; the batch goes out when no resolver can go on.</summary>
    Task<TValue> LoadAsync(TKey key, CancellationToken cancellationToken = default);
}

/// <summary>The common part of data loaders: collecting, deduplicating, remembering, dispatching.</summary>
/// <remarks>
/// One instance serves one request, so what it remembers cannot grow stale or leak to another account. All calls come
/// from the request's own scheduler, one at a time.
/// </remarks>
public abstract class DataLoaderBase<TKey, TValue>(IBatchScheduler batchScheduler) : IDataLoader<TKey, TValue>
    where TKey : notnull
{
    private readonly Dictionary<TKey, TaskCompletionSource<TValue>> _promises = [];
    private List<(TKey Key, TaskCompletionSource<TValue> Promise)> _batch = [];
    private CancellationToken _cancellationToken;

    /// <inheritdoc />
    public Task<TValue> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        if (_promises.TryGetValue(key, out var promise))
        {
            return promise.Task;
        }

        promise = new TaskCompletionSource<TValue>();
        _promises.Add(key, promise);
        if (cancellationToken.CanBeCanceled)
        {
            _cancellationToken = cancellationToken;
        }

        _batch.Add((key, promise));
        if (_batch.Count == 1)
        {
            batchScheduler.Schedule(DispatchAsync);
        }

        return promise.Task;
    }

    /// <summary>Asks for several values; the task fails with the first key that fails.</summary>
    public async Task<IReadOnlyList<TValue>> LoadAsync(
        IReadOnlyList<TKey> keys, CancellationToken cancellationToken = default) =>
        await Task.WhenAll(keys.Select(key => LoadAsync(key, cancellationToken)));

    /// <summary>
    /// Waits until nothing is left to load, by this loader or another one of the request, whose values could lead to more.
    /// </summary>
    public Task SettledAsync() => batchScheduler.SettledAsync();

    /// <summary>Forgets a key, so that the next one who asks for it loads it anew.</summary>
    public void RemoveCacheEntry(TKey key)
    {
        // What has not been sent yet will be loaded anew anyway, and a batch holds each key once.
        if (_promises.TryGetValue(key, out var promise) && !_batch.Exists(entry => entry.Promise == promise))
        {
            _promises.Remove(key);
        }
    }

    /// <summary>Finds the values of one batch.</summary>
    /// <param name="keys">The keys, each once, in the order in which they were first asked for.</param>
    /// <param name="results">Takes one result per key, at the key's index. What is left as it was counts as not found.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    protected internal abstract ValueTask FetchAsync(
        IReadOnlyList<TKey> keys, Memory<Result<TValue>> results, CancellationToken cancellationToken);

    private async ValueTask DispatchAsync()
    {
        var batch = _batch;
        _batch = [];
        var keys = batch.ConvertAll(static entry => entry.Key);
        var results = new Result<TValue>[batch.Count];
        using (batchScheduler.DiagnosticEvents?.ExecuteBatch(this, keys))
        {
            try
            {
                await FetchAsync(keys, results, _cancellationToken);
            }
            catch (Exception error)
            {
                // The batch as a whole failed, so each of its keys did.
                Array.Fill(results, Result<TValue>.Reject(error));
                batchScheduler.DiagnosticEvents?.BatchError(this, keys, error);
            }
        }

        for (var i = 0; i < results.Length; i++)
        {
            Settle(batch[i].Promise, results[i]);
        }
    }

    private static void Settle(TaskCompletionSource<TValue> promise, Result<TValue> result)
    {
        if (result.Error is OperationCanceledException)
        {
            promise.TrySetCanceled();
        }
        else if (result.Error is { } error)
        {
            promise.TrySetException(error);
        }
        else
        {
            promise.TrySetResult(result.Value!);
        }
    }
}
