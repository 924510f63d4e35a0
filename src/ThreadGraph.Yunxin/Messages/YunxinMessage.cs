using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin;

/// <summary>A message of either family: IM (upstream.md 4) or QChat (upstream.md 6).</summary>
public sealed class YunxinMessage
{
    private MessageFields _fields;

    /// <summary>A message that says nothing yet.</summary>
    /// <remarks>The fields are set where they stand: a value of them all would be made and copied here, reference by reference.</remarks>
    public YunxinMessage()
    {
        _fields.SenderId = "";
        _fields.TypeCode = -1;
        _fields.SenderClientCode = -1;
    }

    /// <summary>The server id; 0 if not given. May exceed 2^53.</summary>
    public required long ServerId
    {
        get => _fields.ServerId;
        init => _fields.ServerId = value;
    }

    /// <summary>The client id: a free string, unique per sender.</summary>
    public JsonText? ClientId
    {
        get => _fields.ClientId.OrNull;
        init => _fields.ClientId = value.GetValueOrDefault();
    }

    /// <summary>The account that sent it; empty if not given.</summary>
    public required string SenderId
    {
        get => _fields.SenderId;
        init => _fields.SenderId = value;
    }

    /// <summary>The sender's display name (QChat only).</summary>
    public string? SenderNick
    {
        get => _fields.SenderNick;
        init => _fields.SenderNick = value;
    }

    /// <summary>When it was sent, in Unix milliseconds; 0 if not given.</summary>
    public required long CreateTimeMs
    {
        get => _fields.CreateTimeMs;
        init => _fields.CreateTimeMs = value;
    }

    /// <summary>When it was last edited, in Unix milliseconds; null if never.</summary>
    public long? ModifyTimeMs
    {
        get => _fields.ModifyTimeMs is 0 ? null : _fields.ModifyTimeMs;
        init => _fields.ModifyTimeMs = value ?? 0;
    }

    /// <summary>Who edited it last (IM only).</summary>
    public string? ModifyAccountId
    {
        get => _fields.RareOrNull?.ModifyAccountId;
        init => _fields.Rare.ModifyAccountId = value;
    }

    /// <summary>The message type (upstream.md 7.1); -1 if not given.</summary>
    public int TypeCode
    {
        get => _fields.TypeCode;
        init => _fields.TypeCode = value;
    }

    /// <summary>The developer's own sub-type, above 0 (IM only); null if none.</summary>
    public int? SubType
    {
        get => _fields.RareOrNull?.SubType is not 0 and var code ? code : null;
        init => _fields.Rare.SubType = value;
    }

    /// <summary>
    /// 0 normal, 1 recalled, 2 deleted, from 10000 the developer's own. Only QChat has one, and there recalled and
    /// deleted messages still carry their content, which must not be shown (upstream.md 6). 0 for IM.
    /// </summary>
    public int StatusCode
    {
        get => _fields.StatusCode;
        init => _fields.StatusCode = value;
    }

    /// <summary>The kind of client it was sent from, as a number (upstream.md 7.2); null if unknown.</summary>
    public int? SenderClientCode
    {
        get => _fields.SenderClientCode is -1 ? null : _fields.SenderClientCode;
        init => _fields.SenderClientCode = value ?? -1;
    }

    /// <summary>The text, or the description of a message of another type.</summary>
    public JsonText? Text
    {
        get => _fields.Text.OrNull;
        init => _fields.Text = value.GetValueOrDefault();
    }

    /// <summary>The attachment, as received.</summary>
    public YunxinAttachment? Attachment
    {
        get => _fields.Attachment;
        init => _fields.Attachment = value;
    }

    /// <summary>The developer's own data, usually JSON.</summary>
    public JsonText? Extension
    {
        get => _fields.Extension.OrNull;
        init => _fields.Extension = value.GetValueOrDefault();
    }

    /// <summary>The kind of conversation (IM v2.1; on replies optional).</summary>
    public YunxinConversationType? ConversationType
    {
        get => _fields.ConversationType is 0 ? null : _fields.ConversationType;
        init => _fields.ConversationType = value ?? 0;
    }

    /// <summary>The account that received it (IM one-to-one).</summary>
    public string? ReceiverId
    {
        get => _fields.ReceiverId;
        init => _fields.ReceiverId = value;
    }

    /// <summary>The team that received it (IM team and super team).</summary>
    public long? TeamId
    {
        get => _fields.TeamId is 0 ? null : _fields.TeamId;
        init => _fields.TeamId = value ?? 0;
    }

    /// <summary>The accounts that a directed team message names; null if it is not directed.</summary>
    public IReadOnlyList<string>? ReceiverAccountIds
    {
        get => _fields.RareOrNull?.ReceiverAccountIds;
        init => _fields.Rare.ReceiverAccountIds = value;
    }

    /// <summary>
    /// True: only <see cref="ReceiverAccountIds"/> see a directed message, false: all others do. Null reads as true.
    /// </summary>
    public bool? Inclusive
    {
        get => _fields.RareOrNull?.Inclusive;
        init => _fields.Rare.Inclusive = value;
    }

    /// <summary>Whether later members see a directed message.</summary>
    public bool? NewMemberVisible
    {
        get => _fields.RareOrNull?.NewMemberVisible;
        init => _fields.Rare.NewMemberVisible = value;
    }

    /// <summary>The message replied to; null on a root.</summary>
    public MessageReference? Parent
    {
        get => _fields.Parent;
        init => _fields.Parent = value;
    }

    /// <summary>The root of the thread; null on a root.</summary>
    public MessageReference? ThreadRoot
    {
        get => _fields.ThreadRoot;
        init => _fields.ThreadRoot = value;
    }

    /// <summary>What the message says, to be read into.</summary>
    internal ref MessageFields Fields => ref _fields;

    /// <summary>A message that says nothing yet.</summary>
    internal static YunxinMessage Empty() => new() { ServerId = 0, SenderId = "", CreateTimeMs = 0 };
}
