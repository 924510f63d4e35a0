namespace ThreadGraph.Yunxin.Wire;

/// <summary>The fields of a message of either family, as far as they came.</summary>
/// <remarks>
/// A thread has thousands, so they are kept small: what is missing is a value that cannot come instead of a null with its flag.
/// <see cref="YunxinMessage"/> sets those that are not 0.
/// </remarks>
internal struct MessageFields
{
    /// <summary>0 for none, as with all IDs and times here.</summary>
    internal long ServerId;
    internal long CreateTimeMs;
    internal long ModifyTimeMs;
    internal long TeamId;
    internal JsonText ClientId;
    internal JsonText Text;
    internal JsonText Extension;
    internal string SenderId;
    internal string? SenderNick;
    internal string? ReceiverId;
    internal YunxinAttachment? Attachment;
    internal MessageReference? Parent;
    internal MessageReference? ThreadRoot;

    /// <summary>-1 for none, as with the client.</summary>
    internal int TypeCode;
    internal int StatusCode;
    internal int SenderClientCode;

    /// <summary>0 for none.</summary>
    internal YunxinConversationType ConversationType;

    private RareFields? _rare;

    /// <summary>The fields that few messages have, to be set.</summary>
    internal RareFields Rare => _rare ??= new RareFields();

    /// <summary>The same, if any of them came.</summary>
    internal readonly RareFields? RareOrNull => _rare;

    /// <summary>Whether the object can be a message at all; the data of a refusal is an empty object.</summary>
    internal readonly bool HasId => ServerId is not 0 || !ClientId.IsEmpty;

    /// <summary>Reads the value of a property; of one that is not a message's own it is passed over.</summary>
    internal void Read(MessageField field, ref JsonScanner json, PageStrings strings, PageTexts texts)
    {
        switch (field)
        {
            case MessageField.ServerId:
                ServerId = json.ReadInt64() ?? 0;
                break;
            case MessageField.ClientId:
                ClientId = json.ReadJsonText(texts);
                break;
            case MessageField.SenderId:
                SenderId = strings.Read(ref json) ?? "";
                break;
            case MessageField.SenderNick:
                SenderNick = strings.Read(ref json);
                break;
            case MessageField.SenderClient:
                SenderClientCode = ClientTypes.Read(ref json) ?? -1;
                break;
            case MessageField.ReceiverId:
                ReceiverId = strings.Read(ref json);
                break;
            case MessageField.TeamId:
                TeamId = json.ReadInt64() ?? 0;
                break;
            case MessageField.ConversationType:
                ConversationType = json.ReadInt32() is >= 1 and <= 3 and var kind ? (YunxinConversationType)kind : 0;
                break;
            case MessageField.CreateTime:
                CreateTimeMs = json.ReadInt64() ?? 0;
                break;
            case MessageField.ModifyTime:
                ModifyTimeMs = json.ReadInt64() ?? 0;
                break;
            case MessageField.ModifyAccountId:
                Rare.ModifyAccountId = strings.Read(ref json);
                break;
            case MessageField.Type:
                TypeCode = json.ReadInt32() ?? -1;
                break;
            case MessageField.SubType:
                Rare.SubType = json.ReadInt32();
                break;
            case MessageField.Status:
                StatusCode = json.ReadInt32() ?? 0;
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
                Rare.ReceiverAccountIds = json.ReadTexts(strings);
                break;
            case MessageField.Inclusive:
                Rare.Inclusive = json.ReadFlag();
                break;
            case MessageField.NewMemberVisible:
                Rare.NewMemberVisible = json.ReadFlag();
                break;
            default:
                json.SkipValue();
                break;
        }
    }
}
