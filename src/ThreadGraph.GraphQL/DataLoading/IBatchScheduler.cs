namespace ThreadGraph.GraphQL.DataLoading;

/// <summary>Decides when a data loader's batch goes out.</summary>
public interface IBatchScheduler
{
    /// <summary>Asks for <paramref name="dispatch"/> to be called once no resolver can go on.</summary>
    void Schedule(Func<ValueTask> dispatch);
}
