namespace ThreadGraph.Yunxin.Wire;

/// <summary>The fields of a message of either family, as far as they came.</summary>
internal struct MessageFields
{
    internal long? ServerId;
    internal JsonText? ClientId;
    internal string? SenderId;
    internal string? SenderNick;
    internal long? CreateTimeMs;
    internal long? ModifyTimeMs;
    internal string? ModifyAccountId;
    internal int? TypeCode;
    internal int? SubType;
    internal int? StatusCode;
    internal int? SenderClientCode;
    internal JsonText? Text;
    internal YunxinAttachment? Attachment;
    internal JsonText? Extension;
    internal int? ConversationType;
    internal string? ReceiverId;
    internal long? TeamId;
    internal List<string>? ReceiverAccountIds;
    internal bool? Inclusive;
    internal bool? NewMemberVisible;
    internal MessageReference? Parent;
    internal MessageReference? ThreadRoot;

    /// <summary>Whether the object can be a message at all; the data of a refusal is an empty object.</summary>
    internal readonly bool HasId => ServerId is not (null or 0) || ClientId is { IsEmpty: false };

    internal readonly YunxinMessage ToMessage() => new()
    {
        ServerId = ServerId ?? 0,
        ClientId = ClientId,
        SenderId = SenderId ?? "",
        SenderNick = SenderNick,
        CreateTimeMs = CreateTimeMs ?? 0,
        ModifyTimeMs = ModifyTimeMs is 0 ? null : ModifyTimeMs,
        ModifyAccountId = ModifyAccountId,
        TypeCode = TypeCode ?? -1,
        SubType = SubType is 0 ? null : SubType,
        StatusCode = StatusCode ?? 0,
        SenderClientCode = SenderClientCode,
        Text = Text,
        Attachment = Attachment,
        Extension = Extension,
        ConversationType = ConversationType is >= 1 and <= 3 ? (YunxinConversationType)ConversationType : null,
        ReceiverId = ReceiverId,
        TeamId = TeamId is 0 ? null : TeamId,
        ReceiverAccountIds = ReceiverAccountIds,
        Inclusive = Inclusive,
        NewMemberVisible = NewMemberVisible,
        Parent = Parent,
        ThreadRoot = ThreadRoot,
    };
}
