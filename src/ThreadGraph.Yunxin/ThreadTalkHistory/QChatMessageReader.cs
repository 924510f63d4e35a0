using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.ThreadTalkHistory;

/// <summary>Reads QChat message objects (upstream.md 6).</summary>
internal ref struct QChatMessageReader()
{
    private static readonly PropertyNames<QChatField> Names = new(
        ("msgIdServer", QChatField.ServerId),
        ("msgIdClient", QChatField.ClientId),
        ("fromAccount", QChatField.SenderId),
        ("fromNick", QChatField.SenderNick),
        ("fromClientType", QChatField.SenderClient),
        ("time", QChatField.Time),
        ("updateTime", QChatField.UpdateTime),
        ("status", QChatField.Status),
        ("type", QChatField.Type),
        ("body", QChatField.Body),
        ("attach", QChatField.Attachment),
        ("ext", QChatField.Extension),
        ("replyMsgIdServer", QChatField.ReplyServerId),
        ("replyMsgIdClient", QChatField.ReplyClientId),
        ("replyMsgFromAccount", QChatField.ReplySenderId),
        ("replyMsgTime", QChatField.ReplyTime),
        ("threadMsgIdServer", QChatField.ThreadServerId),
        ("threadMsgIdClient", QChatField.ThreadClientId),
        ("threadMsgFromAccount", QChatField.ThreadSenderId),
        ("threadMsgTime", QChatField.ThreadTime));

    private readonly PageStrings _strings = new();
    private readonly PageTexts _texts = new();
    private PropertyTrail<QChatField> _message = new(Names);

    /// <summary>Reads the root; null if there is no message.</summary>
    internal YunxinMessage? ReadRoot(ref JsonScanner json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var fields = ReadFields(ref json);
        return fields.HasId ? fields.ToMessage() : null;
    }

    /// <summary>Reads the replies.</summary>
    internal List<YunxinMessage>? ReadMessages(ref JsonScanner json)
    {
        if (!json.BeginArray())
        {
            return null;
        }

        var messages = new List<YunxinMessage>(ThreadFields.UsualCount);
        while (json.NextItem())
        {
            if (json.BeginObject())
            {
                messages.Add(ReadFields(ref json).ToMessage());
            }
        }

        return messages;
    }

    private MessageFields ReadFields(ref JsonScanner json)
    {
        var fields = new MessageFields();
        var reply = new ReferenceFields();
        var root = new ReferenceFields();
        while (_message.Next(ref json, out var field))
        {
            if (field < QChatField.ReplyServerId)
            {
                ReadField(field, ref json, ref fields);
            }
            else if (field < QChatField.ThreadServerId)
            {
                reply.Read(ReferenceFieldOf(field - QChatField.ReplyServerId), ref json, _strings, _texts);
            }
            else
            {
                root.Read(ReferenceFieldOf(field - QChatField.ThreadServerId), ref json, _strings, _texts);
            }
        }

        fields.ThreadRoot = _strings.ShareRoot(root.ToReference());
        fields.Parent = _strings.ShareParent(reply.ToReference());

        // A message that was never updated repeats its time (upstream.md 6, S).
        fields.ModifyTimeMs = fields.ModifyTimeMs == fields.CreateTimeMs ? null : fields.ModifyTimeMs;
        return fields;
    }

    // The four of a reference stand in the same order everywhere.
    private static ReferenceField ReferenceFieldOf(int index) => ReferenceField.ServerId + index;

    private readonly void ReadField(QChatField field, ref JsonScanner json, ref MessageFields fields)
    {
        switch (field)
        {
            case QChatField.ServerId:
                fields.ServerId = json.ReadInt64();
                break;
            case QChatField.ClientId:
                fields.ClientId = json.ReadJsonText(_texts);
                break;
            case QChatField.SenderId:
                fields.SenderId = _strings.Read(ref json);
                break;
            case QChatField.SenderNick:
                fields.SenderNick = json.ReadText();
                break;
            case QChatField.SenderClient:
                fields.SenderClientCode = ClientTypes.Read(ref json);
                break;
            case QChatField.Time:
                fields.CreateTimeMs = json.ReadInt64();
                break;
            case QChatField.UpdateTime:
                fields.ModifyTimeMs = json.ReadInt64();
                break;
            default:
                ReadContent(field, ref json, ref fields);
                break;
        }
    }

    private readonly void ReadContent(QChatField field, ref JsonScanner json, ref MessageFields fields)
    {
        switch (field)
        {
            case QChatField.Status:
                fields.StatusCode = json.ReadInt32();
                break;
            case QChatField.Type:
                fields.TypeCode = json.ReadInt32();
                break;
            case QChatField.Body:
                fields.Text = json.ReadJsonText(_texts);
                break;
            case QChatField.Attachment:
                fields.Attachment = AttachmentReader.Read(ref json);
                break;
            case QChatField.Extension:
                fields.Extension = json.ReadJsonText(_texts);
                break;
            default:
                json.SkipValue();
                break;
        }
    }
}
