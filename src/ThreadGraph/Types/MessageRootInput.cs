using ThreadGraph.Threads;

namespace ThreadGraph.Types;

/// <summary>
/// Root message of a thread in a one-to-one, team or super-team conversation (IM v2 API). All values are part of the
/// message's identity.
/// </summary>
public sealed record MessageRootInput
{
    /// <summary>The kind of conversation.</summary>
    public required ConversationType ConversationType { get; init; }

    /// <summary>The account that sent it.</summary>
    [GraphQLType<IdType>]
    public required string SenderId { get; init; }

    /// <summary>The other account (P2P), or the team's ID.</summary>
    [GraphQLType<IdType>]
    public required string ReceiverId { get; init; }

    /// <summary>Given by the server: a 64-bit integer, written as a string.</summary>
    [GraphQLType<IdType>]
    public required string MessageId { get; init; }

    /// <summary>Given by the client that sent it.</summary>
    [GraphQLType<IdType>]
    public required string ClientMessageId { get; init; }

    /// <summary>Exact to the millisecond: it is part of the message's identity.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
