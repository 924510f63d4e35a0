using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>A message of a thread: its root or a reply.</summary>
public sealed class Message
{
    private Attachment? _attachment;
    private ReplyList? _replies;

    internal Message(Timeline timeline, YunxinMessage source) => (Timeline, Source) = (timeline, source);

    /// <summary>The global, opaque ID.</summary>
    public MessageKey Id => MessageKey.Of(Timeline.Key, Source.ServerId, Source.ClientId, Source.CreateTimeMs);

    /// <summary>
    /// Given by the server: a 64-bit integer, hence a string. Null only on a tombstone whose reference lacks it.
    /// </summary>
    [GraphQLType<IdType>]
    public MessageNumber? MessageId => Codes.MessageId(Source.ServerId);

    /// <summary>Given by the client that sent it.</summary>
    [GraphQLType<IdType>]
    public MessageText? ClientMessageId => MessageText.Of(Source.ClientId);

    /// <summary>Who sent it.</summary>
    public Account Sender => new(Source.SenderId);

    /// <summary>The sender's display name when the message was sent, where the upstream gives it (QChat).</summary>
    public string? SenderName => Source.SenderNick;

    /// <summary>The kind of client that it was sent from.</summary>
    public ClientType? SenderClient => Source.SenderClientCode is { } code ? Codes.ClientType(code) : null;

    /// <summary>The upstream's number for that kind of client.</summary>
    public int? SenderClientCode => Source.SenderClientCode;

    /// <summary>When it was sent.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds(Source.CreateTimeMs);

    /// <summary>When it was last edited; null if it never was.</summary>
    public DateTimeOffset? ModifiedAt =>
        Source.ModifyTimeMs is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;

    /// <summary>Who edited it last, where the upstream gives it (IM).</summary>
    public Account? ModifiedBy => Source.ModifyAccountId is { } account ? new Account(account) : null;

    /// <summary>What has become of it.</summary>
    public MessageStatus Status => Codes.Status(Source.StatusCode);

    /// <summary>The upstream's number for that status.</summary>
    public int StatusCode => Source.StatusCode;

    /// <summary>What it carries.</summary>
    public MessageType Type => Codes.MessageType(Source.TypeCode);

    /// <summary>The upstream's number for that type.</summary>
    public int TypeCode => Source.TypeCode;

    /// <summary>The app's own sub-type.</summary>
    public int? SubTypeCode => Source.SubType;

    /// <summary>The text. Null when recalled or deleted, whatever the upstream still sends.</summary>
    [GraphQLType<StringType>]
    public MessageText? Text => HasContent ? MessageText.Of(Source.Text) : null;

    /// <summary>What it carries beside the text. Null when recalled or deleted.</summary>
    public Attachment? Attachment => HasContent ? _attachment ??= Attachment.Of(Source.Attachment, Type) : null;

    /// <summary>The sender's extension field as sent: a string, often JSON. Null when recalled or deleted.</summary>
    [GraphQLType<StringType>]
    public MessageText? Extension => HasContent ? MessageText.Of(Source.Extension) : null;

    /// <summary>False for a tombstone: known only by a reply's reference to it.</summary>
    public bool IsAvailable { get; private init; } = true;

    internal Timeline Timeline { get; }

    /// <summary>What the upstream sent.</summary>
    internal YunxinMessage Source { get; }

    internal ReplyPosition Position => new(Source.CreateTimeMs, Source.ServerId);

    internal bool IsRoot => Source.ServerId == Timeline.Key.MessageId;

    /// <summary>The message that it answers: where it names none, the root.</summary>
    internal MessageKey? ParentKey => IsRoot ? null
        : Timeline.Messages.FindParent(this) is { } parent ? parent.Id
        : MessageKey.Of(Timeline.Key, Source.Parent!.ServerId, Source.Parent.ClientId, Source.Parent.CreateTimeMs);

    /// <summary>Whether it is certain not to stand under the message that it says it answers.</summary>
    internal bool IsOrphan { get; set; }

    /// <summary>What it stands under, as far as that is known: its parent, or the root where it is an orphan.</summary>
    internal Message? Above
    {
        // The root may have come after the replies to it.
        get => field is { IsRoot: true } ? Timeline.Root : field;
        set;
    }

    /// <summary>The message that it answers and stands under; none of the root, of orphans, and before it is known.</summary>
    internal Message? KnownParent => IsOrphan ? null : Above;

    /// <summary>The known direct replies to it; those to the root are the tree's (<see cref="ReplyTree"/>).</summary>
    internal ReplyList Replies => _replies ?? ReplyList.Empty;

    /// <summary>How many replies are below it, as last counted (<see cref="ReplyTallies"/>).</summary>
    internal int Descendants { get; set; }

    /// <summary>Its distance from the root, once that has been found out (<see cref="ReplyDepths"/>).</summary>
    internal ReplyDepth Depth { get; set; }

    internal void AddReply(Message reply) => (_replies ??= []).Add(reply);

    /// <summary>upstream.md 6: recalled (1) and deleted (2) QChat messages still carry their old content.</summary>
    private bool HasContent => Source.StatusCode is not (1 or 2);

    /// <summary>Stands for a root that the upstream no longer gives, by what its thread's ID and a reply say of it.</summary>
    internal static Message Tombstone(Timeline timeline, Message? reply)
    {
        var (key, reference) = (timeline.Key as MessageThreadKey, reply?.Source.ThreadRoot);
        return new Message(timeline, new YunxinMessage
        {
            ServerId = timeline.Key.MessageId,
            ClientId = key is null ? reference?.ClientId : key.ClientMessageId,
            SenderId = key?.SenderId ?? reference?.SenderId ?? "",
            CreateTimeMs = timeline.Key.CreatedAtMs,
            TypeCode = -1,
        })
        {
            IsAvailable = false,
        };
    }
}
