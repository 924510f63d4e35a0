namespace ThreadGraph.Types;

/// <summary>Root message of a thread in a QChat channel.</summary>
public sealed record ChannelMessageRootInput
{
    /// <summary>The QChat server that the channel belongs to: a community, not a machine.</summary>
    [GraphQLType<IdType>]
    public required string QchatServerId { get; init; }

    /// <summary>The channel.</summary>
    [GraphQLType<IdType>]
    public required string ChannelId { get; init; }

    /// <summary>Given by the server: a 64-bit integer, written as a string.</summary>
    [GraphQLType<IdType>]
    public required string MessageId { get; init; }

    /// <summary>Exact to the millisecond: it is part of the message's identity.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
