namespace ThreadGraph.Types;

/// <summary>Names a thread: by an ID given out by this API, or by its root message in the upstream's own terms.</summary>
[OneOf]
public sealed record ThreadRootInput
{
    /// <summary>The ID of a Thread, or of any Message in it.</summary>
    [GraphQLType<IdType>]
    public string? Id { get; init; }

    /// <summary>The root in a one-to-one, team or super-team conversation.</summary>
    public MessageRootInput? Message { get; init; }

    /// <summary>The root in a QChat channel.</summary>
    public ChannelMessageRootInput? ChannelMessage { get; init; }
}
