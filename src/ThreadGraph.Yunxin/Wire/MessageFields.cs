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

    /// <summary>Reads the value of a property; of one that is not a message's own it is passed over.</summary>
    internal void Read(MessageField field, ref JsonScanner json, PageStrings strings, PageTexts texts)
    {
        switch (field)
        {
            case MessageField.ServerId:
                ServerId = json.ReadInt64();
                break;
            case MessageField.ClientId:
                ClientId = json.ReadJsonText(texts);
                break;
            case MessageField.SenderId:
                SenderId = strings.Read(ref json);
                break;
            case MessageField.SenderNick:
                SenderNick = json.ReadText();
                break;
            case MessageField.SenderClient:
                SenderClientCode = ClientTypes.Read(ref json);
                break;
            case MessageField.ReceiverId:
                ReceiverId = strings.Read(ref json);
                break;
            case MessageField.TeamId:
                TeamId = json.ReadInt64();
                break;
            case MessageField.ConversationType:
                ConversationType = json.ReadInt32();
                break;
            case MessageField.CreateTime:
                CreateTimeMs = json.ReadInt64();
                break;
            case MessageField.ModifyTime:
                ModifyTimeMs = json.ReadInt64();
                break;
            case MessageField.ModifyAccountId:
                ModifyAccountId = strings.Read(ref json);
                break;
            case MessageField.Type:
                TypeCode = json.ReadInt32();
                break;
            case MessageField.SubType:
                SubType = json.ReadInt32();
                break;
            case MessageField.Status:
                StatusCode = json.ReadInt32();
                break;
            case MessageField.Text:
                Text = json.ReadJsonText(texts);
                break;
            case MessageField.Attachment:
                Attachment = AttachmentReader.Read(ref json);
                break;
            case MessageField.Extension:
                Extension = json.ReadJsonText(texts);
                break;
            case MessageField.ReceiverAccountIds:
                ReceiverAccountIds = json.ReadTexts(strings);
                break;
            case MessageField.Inclusive:
                Inclusive = json.ReadFlag();
                break;
            case MessageField.NewMemberVisible:
                NewMemberVisible = json.ReadFlag();
                break;
            default:
                json.SkipValue();
                break;
        }
    }

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
