using System.Text.Json;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.ThreadMessages;

/// <summary>Reads IM message objects: the union of the fields of v2 and v2.1 (upstream.md 4).</summary>
internal readonly ref struct ImMessageReader(ReadOnlyMemory<byte> body)
{
    private readonly ReadOnlyMemory<byte> _body = body;
    private readonly PageStrings _strings = new();

    // A page of a list as clients usually ask for it.
    private const int UsualCount = 20;

    /// <summary>Reads the root and the fields that some answers nest in it; null if there is no message.</summary>
    internal YunxinMessage? ReadRoot(ref Utf8JsonReader reader, ref ThreadFields within)
    {
        if (!reader.BeginObject())
        {
            return null;
        }

        var fields = new MessageFields();
        while (reader.NextProperty(out var name))
        {
            if (!TryReadField(name, ref reader, ref fields) && !TryReadThreadField(name, ref reader, ref within))
            {
                reader.SkipValue();
            }
        }

        return fields.HasId ? fields.ToMessage() : null;
    }

    /// <summary>Reads <c>total</c>, <c>timestamp</c> or <c>messages</c> if the reader stands at one of them.</summary>
    internal bool TryReadThreadField(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader, ref ThreadFields fields)
    {
        if (name.SequenceEqual("total"u8))
        {
            fields.Total = reader.ReadInt64();
        }
        else if (name.SequenceEqual("timestamp"u8))
        {
            fields.Timestamp = reader.ReadInt64();
        }
        else if (name.SequenceEqual("messages"u8))
        {
            fields.Messages = ReadMessages(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private List<YunxinMessage>? ReadMessages(ref Utf8JsonReader reader)
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
                messages.Add(ReadMessage(ref reader));
            }
            else
            {
                reader.Skip();
            }
        }

        return messages;
    }

    private YunxinMessage ReadMessage(ref Utf8JsonReader reader)
    {
        var fields = new MessageFields();
        while (reader.NextProperty(out var name))
        {
            if (!TryReadField(name, ref reader, ref fields))
            {
                reader.SkipValue();
            }
        }

        return fields.ToMessage();
    }

    private bool TryReadField(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader, ref MessageFields fields)
    {
        if (name.SequenceEqual("message_server_id"u8))
        {
            fields.ServerId = reader.ReadInt64();
        }
        else if (name.SequenceEqual("message_client_id"u8))
        {
            fields.ClientId = reader.ReadText();
        }
        else if (name.SequenceEqual("sender_id"u8))
        {
            fields.SenderId = _strings.Read(ref reader);
        }
        else if (name.SequenceEqual("create_time"u8))
        {
            fields.CreateTimeMs = reader.ReadInt64();
        }
        else if (name.SequenceEqual("message_type"u8))
        {
            fields.TypeCode = reader.ReadInt32();
        }
        else if (name.SequenceEqual("text"u8))
        {
            fields.Text = reader.ReadJsonText(_body);
        }
        else if (name.SequenceEqual("sender_client_type"u8))
        {
            fields.SenderClientCode = ClientTypes.Read(ref reader);
        }
        else if (name.SequenceEqual("thread_config"u8))
        {
            ReadThreadConfig(ref reader, ref fields);
        }
        else
        {
            return TryReadOptionalField(name, ref reader, ref fields);
        }

        return true;
    }

    private bool TryReadOptionalField(
        scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader, ref MessageFields fields)
    {
        if (name.SequenceEqual("conversation_type"u8))
        {
            fields.ConversationType = reader.ReadInt32();
        }
        else if (name.SequenceEqual("receiver_id"u8))
        {
            fields.ReceiverId = _strings.Read(ref reader);
        }
        else if (name.SequenceEqual("team_id"u8))
        {
            fields.TeamId = reader.ReadInt64();
        }
        else if (name.SequenceEqual("sub_type"u8))
        {
            fields.SubType = reader.ReadInt32();
        }
        else if (name.SequenceEqual("attachment"u8))
        {
            fields.Attachment = AttachmentReader.Read(ref reader, _body.Span);
        }
        else if (name.SequenceEqual("extension"u8))
        {
            fields.Extension = reader.ReadJsonText(_body);
        }
        else if (name.SequenceEqual("modify_account_id"u8))
        {
            fields.ModifyAccountId = _strings.Read(ref reader);
        }
        else if (name.SequenceEqual("modify_time"u8))
        {
            fields.ModifyTimeMs = reader.ReadInt64();
        }
        else
        {
            return TryReadDirectedField(name, ref reader, ref fields);
        }

        return true;
    }

    private bool TryReadDirectedField(
        scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader, ref MessageFields fields)
    {
        if (name.SequenceEqual("receiver_account_ids"u8))
        {
            fields.ReceiverAccountIds = reader.ReadTexts(_strings);
        }
        else if (name.SequenceEqual("inclusive"u8))
        {
            fields.Inclusive = reader.ReadFlag();
        }
        else if (name.SequenceEqual("new_member_visible"u8))
        {
            fields.NewMemberVisible = reader.ReadFlag();
        }
        else
        {
            return false;
        }

        return true;
    }

    private void ReadThreadConfig(ref Utf8JsonReader reader, ref MessageFields fields)
    {
        if (!reader.BeginObject())
        {
            return;
        }

        while (reader.NextProperty(out var name))
        {
            if (name.SequenceEqual("thread_root"u8))
            {
                fields.ThreadRoot = _strings.ShareRoot(ReadReference(ref reader));
            }
            else if (name.SequenceEqual("thread_reply"u8))
            {
                fields.Parent = _strings.ShareParent(ReadReference(ref reader));
            }
            else
            {
                reader.SkipValue();
            }
        }
    }

    private MessageReference? ReadReference(ref Utf8JsonReader reader)
    {
        if (!reader.BeginObject())
        {
            return null;
        }

        var fields = new ReferenceFields();
        while (reader.NextProperty(out var name))
        {
            if (name.SequenceEqual("message_server_id"u8))
            {
                fields.ServerId = reader.ReadInt64();
            }
            else if (name.SequenceEqual("message_client_id"u8))
            {
                fields.ClientId = _strings.Read(ref reader);
            }
            else if (name.SequenceEqual("sender_id"u8))
            {
                fields.SenderId = _strings.Read(ref reader);
            }
            else if (name.SequenceEqual("create_time"u8))
            {
                fields.CreateTimeMs = reader.ReadInt64();
            }
            else
            {
                reader.SkipValue();
            }
        }

        return fields.ToReference();
    }
}
