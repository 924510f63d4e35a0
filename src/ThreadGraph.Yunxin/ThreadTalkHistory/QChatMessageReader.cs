using System.Text.Json;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.ThreadTalkHistory;

/// <summary>Reads QChat message objects (upstream.md 6).</summary>
internal readonly ref struct QChatMessageReader(ReadOnlyMemory<byte> body)
{
    private readonly ReadOnlyMemory<byte> _body = body;
    private readonly PageStrings _strings = new();

    // A page of a list as clients usually ask for it.
    private const int UsualCount = 20;

    /// <summary>Reads the root; null if there is no message.</summary>
    internal YunxinMessage? ReadRoot(ref Utf8JsonReader reader)
    {
        if (!reader.BeginObject())
        {
            return null;
        }

        var fields = ReadFields(ref reader);
        return fields.HasId ? fields.ToMessage() : null;
    }

    /// <summary>Reads the replies.</summary>
    internal List<YunxinMessage>? ReadMessages(ref Utf8JsonReader reader)
    {
        if (!reader.BeginArray())
        {
            return null;
        }

        var messages = new List<YunxinMessage>(UsualCount);
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (reader.TokenType is JsonTokenType.StartObject)
            {
                messages.Add(ReadFields(ref reader).ToMessage());
            }
            else
            {
                reader.Skip();
            }
        }

        return messages;
    }

    private MessageFields ReadFields(ref Utf8JsonReader reader)
    {
        var fields = new MessageFields();
        var reply = new ReferenceFields();
        var root = new ReferenceFields();
        while (reader.NextProperty(out var name))
        {
            if (!TryReadField(name, ref reader, ref fields)
                && !TryReadReply(name, ref reader, ref reply)
                && !TryReadThread(name, ref reader, ref root))
            {
                reader.SkipValue();
            }
        }

        fields.ThreadRoot = _strings.ShareRoot(root.ToReference());
        fields.Parent = _strings.ShareParent(reply.ToReference());

        // A message that was never updated repeats its time (upstream.md 6, S).
        fields.ModifyTimeMs = fields.ModifyTimeMs == fields.CreateTimeMs ? null : fields.ModifyTimeMs;
        return fields;
    }

    private bool TryReadField(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader, ref MessageFields fields)
    {
        if (name.SequenceEqual("fromAccount"u8))
        {
            fields.SenderId = _strings.Read(ref reader);
        }
        else if (name.SequenceEqual("fromNick"u8))
        {
            fields.SenderNick = reader.ReadText();
        }
        else if (name.SequenceEqual("fromClientType"u8))
        {
            fields.SenderClientCode = ClientTypes.Read(ref reader);
        }
        else if (name.SequenceEqual("time"u8))
        {
            fields.CreateTimeMs = reader.ReadInt64();
        }
        else if (name.SequenceEqual("updateTime"u8))
        {
            fields.ModifyTimeMs = reader.ReadInt64();
        }
        else if (name.SequenceEqual("msgIdServer"u8))
        {
            fields.ServerId = reader.ReadInt64();
        }
        else if (name.SequenceEqual("msgIdClient"u8))
        {
            fields.ClientId = reader.ReadText();
        }
        else
        {
            return TryReadContent(name, ref reader, ref fields);
        }

        return true;
    }

    private bool TryReadContent(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader, ref MessageFields fields)
    {
        if (name.SequenceEqual("status"u8))
        {
            fields.StatusCode = reader.ReadInt32();
        }
        else if (name.SequenceEqual("type"u8))
        {
            fields.TypeCode = reader.ReadInt32();
        }
        else if (name.SequenceEqual("body"u8))
        {
            fields.Text = reader.ReadJsonText(_body);
        }
        else if (name.SequenceEqual("attach"u8))
        {
            fields.Attachment = AttachmentReader.Read(ref reader, _body.Span);
        }
        else if (name.SequenceEqual("ext"u8))
        {
            fields.Extension = reader.ReadJsonText(_body);
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool TryReadReply(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader, ref ReferenceFields reply)
    {
        if (name.SequenceEqual("replyMsgIdServer"u8))
        {
            reply.ServerId = reader.ReadInt64();
        }
        else if (name.SequenceEqual("replyMsgIdClient"u8))
        {
            reply.ClientId = _strings.Read(ref reader);
        }
        else if (name.SequenceEqual("replyMsgFromAccount"u8))
        {
            reply.SenderId = _strings.Read(ref reader);
        }
        else if (name.SequenceEqual("replyMsgTime"u8))
        {
            reply.CreateTimeMs = reader.ReadInt64();
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool TryReadThread(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader, ref ReferenceFields root)
    {
        if (name.SequenceEqual("threadMsgIdServer"u8))
        {
            root.ServerId = reader.ReadInt64();
        }
        else if (name.SequenceEqual("threadMsgIdClient"u8))
        {
            root.ClientId = _strings.Read(ref reader);
        }
        else if (name.SequenceEqual("threadMsgFromAccount"u8))
        {
            root.SenderId = _strings.Read(ref reader);
        }
        else if (name.SequenceEqual("threadMsgTime"u8))
        {
            root.CreateTimeMs = reader.ReadInt64();
        }
        else
        {
            return false;
        }

        return true;
    }
}
