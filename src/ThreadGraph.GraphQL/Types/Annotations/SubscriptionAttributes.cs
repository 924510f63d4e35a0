namespace ThreadGraph.GraphQL.Types;

/// <summary>The method resolves a subscription field for each event of a source stream.</summary>
/// <remarks>Spec: Execution, "Subscription".</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    /// <summary>
    /// The name of the static method of the same class that opens the stream: it returns an
    /// <see cref="IAsyncEnumerable{T}"/>, or a task of one. Its parameters are arguments of the field too.
    /// </summary>
    public required string With { get; init; }
}

/// <summary>This parameter is the event for which a subscription field is resolved.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;
