using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.ThreadTalkHistory;

/// <summary>Reads QChat message objects (upstream.md 6).</summary>
/// <param name="pageBytes">The length of the page.</param>
internal ref struct QChatMessageReader(int pageBytes)
{
    private static readonly PropertyNames<MessageField> Names = new(
        ("msgIdServer", MessageField.ServerId),
        ("msgIdClient", MessageField.ClientId),
        ("fromAccount", MessageField.SenderId),
        ("fromNick", MessageField.SenderNick),
        ("fromClientType", MessageField.SenderClient),
        ("time", MessageField.CreateTime),
        ("updateTime", MessageField.ModifyTime),
        ("status", MessageField.Status),
        ("type", MessageField.Type),
        ("body", MessageField.Text),
        ("attach", MessageField.Attachment),
        ("ext", MessageField.Extension),
        ("replyMsgIdServer", MessageField.ReplyServerId),
        ("replyMsgIdClient", MessageField.ReplyClientId),
        ("replyMsgFromAccount", MessageField.ReplySenderId),
        ("replyMsgTime", MessageField.ReplyTime),
        ("threadMsgIdServer", MessageField.RootServerId),
        ("threadMsgIdClient", MessageField.RootClientId),
        ("threadMsgFromAccount", MessageField.RootSenderId),
        ("threadMsgTime", MessageField.RootTime));

    private readonly PageStrings _strings = new(pageBytes);
    private readonly PageTexts _texts = new();
    private PropertyTrail<MessageField> _message = new(Names);

    /// <summary>Reads the root; null if there is no message.</summary>
    internal YunxinMessage? ReadRoot(ref JsonScanner json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var root = ReadMessage(ref json);
        return root.Fields.HasId ? root : null;
    }

    /// <summary>Reads the replies.</summary>
    internal List<YunxinMessage>? ReadMessages(ref JsonScanner json)
    {
        if (!json.BeginArray())
        {
            return null;
        }

        var messages = new List<YunxinMessage>(ThreadFields.CountIn(json.Left));
        while (json.NextItem())
        {
            if (json.BeginObject())
            {
                messages.Add(ReadMessage(ref json));
            }
        }

        return messages;
    }

    private YunxinMessage ReadMessage(ref JsonScanner json)
    {
        var message = YunxinMessage.Empty();
        ref var fields = ref message.Fields;
        var reply = new ReferenceFields();
        var root = new ReferenceFields();
        while (_message.Next(ref json, out var field))
        {
            if (field >= MessageField.RootServerId)
            {
                root.Read(ReferenceFieldOf(field - MessageField.RootServerId), ref json, _strings, _texts);
            }
            else if (field >= MessageField.ReplyServerId)
            {
                reply.Read(ReferenceFieldOf(field - MessageField.ReplyServerId), ref json, _strings, _texts);
            }
            else
            {
                fields.Read(field, ref json, _strings, _texts);
            }
        }

        fields.ThreadRoot = _strings.Root = root.ToReference(_strings.Root);
        fields.Parent = reply.ToReference(_strings.Root);

        // A message that was never updated repeats its time (upstream.md 6, S).
        fields.ModifyTimeMs = fields.ModifyTimeMs == fields.CreateTimeMs ? 0 : fields.ModifyTimeMs;
        return message;
    }

    // The four of a reference stand in the same order everywhere.
    private static ReferenceField ReferenceFieldOf(int index) => ReferenceField.ServerId + index;
}
