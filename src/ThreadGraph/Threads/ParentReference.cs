namespace ThreadGraph.Threads;

/// <summary>What a reply says of the message that it answers, whether or not that message itself could be read.</summary>
[GraphQLName("MessageReference")]
public sealed class ParentReference
{
    private readonly Yunxin.MessageReference _source;

    private ParentReference(Yunxin.MessageReference source, ReferenceState state, Message? message)
    {
        _source = source;
        State = state;
        Message = message;
    }

    /// <summary>Given by the server: a 64-bit integer, hence a string.</summary>
    [GraphQLType<IdType>]
    public MessageNumber? MessageId => Codes.MessageId(_source.ServerId);

    /// <summary>Given by the client that sent it.</summary>
    [GraphQLType<IdType>]
    public MessageText? ClientMessageId => MessageText.Of(_source.ClientId);

    /// <summary>Who sent it.</summary>
    public Account Sender => new(_source.SenderId);

    /// <summary>When it was sent.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds(_source.CreateTimeMs);

    /// <summary>What is known of the message itself.</summary>
    public ReferenceState State { get; }

    /// <summary>The message; there when state is READ.</summary>
    public Message? Message { get; }

    /// <summary>The reference of a reply; none of the root.</summary>
    internal static ParentReference? Of(Message message)
    {
        if (message.IsRoot)
        {
            return null;
        }

        var timeline = message.Timeline;
        var parent = timeline.Messages.FindParent(message);

        // Where it names nobody else, the root is meant.
        var source = message.Source.Parent is { } named && !(parent is { IsRoot: true } && named.ServerId == message.Source.ServerId)
            ? named
            : new Yunxin.MessageReference(
                timeline.Key.MessageId, timeline.Root.Source.ClientId, timeline.Root.Source.SenderId, timeline.Key.CreatedAtMs);
        var state = parent is { IsAvailable: true } ? ReferenceState.Read
            : timeline.Messages.IsHidden(source) ? ReferenceState.NotVisible
            : parent is not null || timeline.HasPassed(source) ? ReferenceState.Missing
            : ReferenceState.NotRead;
        return new ParentReference(source, state, state == ReferenceState.Read ? parent : null);
    }
}
