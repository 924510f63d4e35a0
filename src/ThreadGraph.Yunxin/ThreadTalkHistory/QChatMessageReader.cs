using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.ThreadTalkHistory;

/// <summary>Reads QChat message objects (upstream.md 6).</summary>
internal readonly ref struct QChatMessageReader()
{
    private readonly PageStrings _strings = new();
    private readonly PageTexts _texts = new();

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
        while (json.NextProperty(out var name))
        {
            if (!TryReadField(name, ref json, ref fields)
                && !TryReadReply(name, ref json, ref reply)
                && !TryReadThread(name, ref json, ref root))
            {
                json.SkipValue();
            }
        }

        fields.ThreadRoot = _strings.ShareRoot(root.ToReference());
        fields.Parent = _strings.ShareParent(reply.ToReference());

        // A message that was never updated repeats its time (upstream.md 6, S).
        fields.ModifyTimeMs = fields.ModifyTimeMs == fields.CreateTimeMs ? null : fields.ModifyTimeMs;
        return fields;
    }

    private bool TryReadField(scoped ReadOnlySpan<byte> name, ref JsonScanner json, ref MessageFields fields)
    {
        if (name.SequenceEqual("fromAccount"u8))
        {
            fields.SenderId = _strings.Read(ref json);
        }
        else if (name.SequenceEqual("fromNick"u8))
        {
            fields.SenderNick = json.ReadText();
        }
        else if (name.SequenceEqual("fromClientType"u8))
        {
            fields.SenderClientCode = ClientTypes.Read(ref json);
        }
        else if (name.SequenceEqual("time"u8))
        {
            fields.CreateTimeMs = json.ReadInt64();
        }
        else if (name.SequenceEqual("updateTime"u8))
        {
            fields.ModifyTimeMs = json.ReadInt64();
        }
        else if (name.SequenceEqual("msgIdServer"u8))
        {
            fields.ServerId = json.ReadInt64();
        }
        else if (name.SequenceEqual("msgIdClient"u8))
        {
            fields.ClientId = json.ReadJsonText(_texts);
        }
        else
        {
            return TryReadContent(name, ref json, ref fields);
        }

        return true;
    }

    private bool TryReadContent(scoped ReadOnlySpan<byte> name, ref JsonScanner json, ref MessageFields fields)
    {
        if (name.SequenceEqual("status"u8))
        {
            fields.StatusCode = json.ReadInt32();
        }
        else if (name.SequenceEqual("type"u8))
        {
            fields.TypeCode = json.ReadInt32();
        }
        else if (name.SequenceEqual("body"u8))
        {
            fields.Text = json.ReadJsonText(_texts);
        }
        else if (name.SequenceEqual("attach"u8))
        {
            fields.Attachment = AttachmentReader.Read(ref json);
        }
        else if (name.SequenceEqual("ext"u8))
        {
            fields.Extension = json.ReadJsonText(_texts);
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool TryReadReply(scoped ReadOnlySpan<byte> name, ref JsonScanner json, ref ReferenceFields reply)
    {
        if (name.SequenceEqual("replyMsgIdServer"u8))
        {
            reply.ServerId = json.ReadInt64();
        }
        else if (name.SequenceEqual("replyMsgIdClient"u8))
        {
            reply.ClientId = json.ReadJsonText(_texts);
        }
        else if (name.SequenceEqual("replyMsgFromAccount"u8))
        {
            reply.SenderId = _strings.Read(ref json);
        }
        else if (name.SequenceEqual("replyMsgTime"u8))
        {
            reply.CreateTimeMs = json.ReadInt64();
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool TryReadThread(scoped ReadOnlySpan<byte> name, ref JsonScanner json, ref ReferenceFields root)
    {
        if (name.SequenceEqual("threadMsgIdServer"u8))
        {
            root.ServerId = json.ReadInt64();
        }
        else if (name.SequenceEqual("threadMsgIdClient"u8))
        {
            root.ClientId = json.ReadJsonText(_texts);
        }
        else if (name.SequenceEqual("threadMsgFromAccount"u8))
        {
            root.SenderId = _strings.Read(ref json);
        }
        else if (name.SequenceEqual("threadMsgTime"u8))
        {
            root.CreateTimeMs = json.ReadInt64();
        }
        else
        {
            return false;
        }

        return true;
    }
}
