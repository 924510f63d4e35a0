namespace ThreadGraph.Yunxin;

/// <summary>A message of either family: IM (upstream.md 4) or QChat (upstream.md 6).</summary>
public sealed class YunxinMessage
{
    /// <summary>The server id; 0 if not given. May exceed 2^53.</summary>
    public required long ServerId { get; init; }

    /// <summary>The client id: a free string, unique per sender.</summary>
    public JsonText? ClientId { get; init; }

    /// <summary>The account that sent it; empty if not given.</summary>
    public required string SenderId { get; init; }

    /// <summary>The sender's display name (QChat only).</summary>
    public string? SenderNick { get; init; }

    /// <summary>When it was sent, in Unix milliseconds; 0 if not given.</summary>
    public required long CreateTimeMs { get; init; }

    /// <summary>When it was last edited, in Unix milliseconds; null if never.</summary>
    public long? ModifyTimeMs { get; init; }

    /// <summary>Who edited it last (IM only).</summary>
    public string? ModifyAccountId { get; init; }

    /// <summary>The message type (upstream.md 7.1); -1 if not given.</summary>
    public int TypeCode { get; init; } = -1;

    /// <summary>The developer's own sub-type, above 0 (IM only); null if none.</summary>
    public int? SubType { get; init; }

    /// <summary>
    /// 0 normal, 1 recalled, 2 deleted, from 10000 the developer's own. Only QChat has one, and there recalled and
    /// deleted messages still carry their content, which must not be shown (upstream.md 6). 0 for IM.
    /// </summary>
    public int StatusCode { get; init; }

    /// <summary>The kind of client it was sent from, as a number (upstream.md 7.2); null if unknown.</summary>
    public int? SenderClientCode { get; init; }

    /// <summary>The text, or the description of a message of another type.</summary>
    public JsonText? Text { get; init; }

    /// <summary>The attachment, as received.</summary>
    public YunxinAttachment? Attachment { get; init; }

    /// <summary>The developer's own data, usually JSON.</summary>
    public JsonText? Extension { get; init; }

    /// <summary>The kind of conversation (IM v2.1; on replies optional).</summary>
    public YunxinConversationType? ConversationType { get; init; }

    /// <summary>The account that received it (IM one-to-one).</summary>
    public string? ReceiverId { get; init; }

    /// <summary>The team that received it (IM team and super team).</summary>
    public long? TeamId { get; init; }

    /// <summary>The accounts that a directed team message names; null if it is not directed.</summary>
    public IReadOnlyList<string>? ReceiverAccountIds { get; init; }

    /// <summary>
    /// True: only <see cref="ReceiverAccountIds"/> see a directed message, false: all others do. Null reads as true.
    /// </summary>
    public bool? Inclusive { get; init; }

    /// <summary>Whether later members see a directed message.</summary>
    public bool? NewMemberVisible { get; init; }

    /// <summary>The message replied to; null on a root.</summary>
    public MessageReference? Parent { get; init; }

    /// <summary>The root of the thread; null on a root.</summary>
    public MessageReference? ThreadRoot { get; init; }
}
