using System.Runtime.CompilerServices;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Opens the source stream of a subscription field. Spec: Execution, "Source Stream".</summary>
internal abstract class EventSource
{
    /// <summary>Calls the method that makes the stream; its events are the root values of the field's resolver.</summary>
    public abstract ValueTask<IAsyncEnumerable<object>> OpenAsync(ResolverCall call);
}

/// <summary>A source of events of one .NET type.</summary>
internal sealed class EventSource<TEvent>(Resolver<ValueTask<IAsyncEnumerable<TEvent>>> open) : EventSource
{
    public override async ValueTask<IAsyncEnumerable<object>> OpenAsync(ResolverCall call) => Box(await open(call));

    private static async IAsyncEnumerable<object> Box(
        IAsyncEnumerable<TEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in events.WithCancellation(cancellationToken))
        {
            yield return item ?? throw new InvalidOperationException("A source stream has no null events.");
        }
    }
}
