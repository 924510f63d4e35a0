using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.ThreadMessages;

/// <summary>Reads IM message objects: the union of the fields of v2 and v2.1 (upstream.md 4).</summary>
internal ref struct ImMessageReader()
{
    private static readonly PropertyNames<ImField> MessageNames = new(
        ("message_server_id", ImField.ServerId),
        ("message_client_id", ImField.ClientId),
        ("sender_id", ImField.SenderId),
        ("sender_client_type", ImField.SenderClient),
        ("receiver_id", ImField.ReceiverId),
        ("team_id", ImField.TeamId),
        ("conversation_type", ImField.ConversationType),
        ("create_time", ImField.CreateTime),
        ("modify_time", ImField.ModifyTime),
        ("modify_account_id", ImField.ModifyAccountId),
        ("message_type", ImField.Type),
        ("sub_type", ImField.SubType),
        ("text", ImField.Text),
        ("attachment", ImField.Attachment),
        ("extension", ImField.Extension),
        ("thread_config", ImField.ThreadConfig),
        ("receiver_account_ids", ImField.ReceiverAccountIds),
        ("inclusive", ImField.Inclusive),
        ("new_member_visible", ImField.NewMemberVisible));

    private static readonly PropertyNames<ReferenceField> ReferenceNames = new(
        ("message_server_id", ReferenceField.ServerId),
        ("message_client_id", ReferenceField.ClientId),
        ("sender_id", ReferenceField.SenderId),
        ("create_time", ReferenceField.CreateTime));

    private readonly PageStrings _strings = new();
    private readonly PageTexts _texts = new();
    private PropertyTrail<ImField> _message = new(MessageNames);
    private PropertyTrail<ReferenceField> _reference = new(ReferenceNames);

    // The reference to the root that was read last, as it stood on the page; nothing if it was no object.
    private ReadOnlySpan<byte> _rootJson;

    /// <summary>Reads the root and the fields that some answers nest in it; null if there is no message.</summary>
    internal YunxinMessage? ReadRoot(ref JsonScanner json, ref ThreadFields within)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var fields = new MessageFields();
        while (json.NextProperty(out var name))
        {
            if (!TryReadThreadField(name, ref json, ref within))
            {
                ReadField(MessageNames.Find(name), ref json, ref fields);
            }
        }

        return fields.HasId ? fields.ToMessage() : null;
    }

    /// <summary>Reads <c>total</c>, <c>timestamp</c> or <c>messages</c> if the reader stands at one of them.</summary>
    internal bool TryReadThreadField(scoped ReadOnlySpan<byte> name, ref JsonScanner json, ref ThreadFields fields)
    {
        if (name.SequenceEqual("total"u8))
        {
            fields.Total = json.ReadInt64();
        }
        else if (name.SequenceEqual("timestamp"u8))
        {
            fields.Timestamp = json.ReadInt64();
        }
        else if (name.SequenceEqual("messages"u8))
        {
            fields.Messages = ReadMessages(ref json);
        }
        else
        {
            return false;
        }

        return true;
    }

    private List<YunxinMessage>? ReadMessages(ref JsonScanner json)
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
                messages.Add(ReadMessage(ref json));
            }
        }

        return messages;
    }

    private YunxinMessage ReadMessage(ref JsonScanner json)
    {
        var fields = new MessageFields();
        while (_message.Next(ref json, out var field))
        {
            ReadField(field, ref json, ref fields);
        }

        return fields.ToMessage();
    }

    private void ReadField(ImField field, ref JsonScanner json, ref MessageFields fields)
    {
        switch (field)
        {
            case ImField.ServerId:
                fields.ServerId = json.ReadInt64();
                break;
            case ImField.ClientId:
                fields.ClientId = json.ReadJsonText(_texts);
                break;
            case ImField.SenderId:
                fields.SenderId = _strings.Read(ref json);
                break;
            case ImField.SenderClient:
                fields.SenderClientCode = ClientTypes.Read(ref json);
                break;
            case ImField.ReceiverId:
                fields.ReceiverId = _strings.Read(ref json);
                break;
            case ImField.TeamId:
                fields.TeamId = json.ReadInt64();
                break;
            case ImField.ConversationType:
                fields.ConversationType = json.ReadInt32();
                break;
            case ImField.CreateTime:
                fields.CreateTimeMs = json.ReadInt64();
                break;
            case ImField.Type:
                fields.TypeCode = json.ReadInt32();
                break;
            case ImField.Text:
                fields.Text = json.ReadJsonText(_texts);
                break;
            case ImField.ThreadConfig:
                ReadThreadConfig(ref json, ref fields);
                break;
            default:
                ReadOptionalField(field, ref json, ref fields);
                break;
        }
    }

    // What few messages have.
    private readonly void ReadOptionalField(ImField field, ref JsonScanner json, ref MessageFields fields)
    {
        switch (field)
        {
            case ImField.ModifyTime:
                fields.ModifyTimeMs = json.ReadInt64();
                break;
            case ImField.ModifyAccountId:
                fields.ModifyAccountId = _strings.Read(ref json);
                break;
            case ImField.SubType:
                fields.SubType = json.ReadInt32();
                break;
            case ImField.Attachment:
                fields.Attachment = AttachmentReader.Read(ref json);
                break;
            case ImField.Extension:
                fields.Extension = json.ReadJsonText(_texts);
                break;
            case ImField.ReceiverAccountIds:
                fields.ReceiverAccountIds = json.ReadTexts(_strings);
                break;
            case ImField.Inclusive:
                fields.Inclusive = json.ReadFlag();
                break;
            case ImField.NewMemberVisible:
                fields.NewMemberVisible = json.ReadFlag();
                break;
            default:
                json.SkipValue();
                break;
        }
    }

    private void ReadThreadConfig(ref JsonScanner json, ref MessageFields fields)
    {
        if (!json.BeginObject())
        {
            return;
        }

        while (json.NextProperty(out var name))
        {
            if (name.SequenceEqual("thread_root"u8))
            {
                fields.ThreadRoot = ReadRootReference(ref json);
            }
            else if (name.SequenceEqual("thread_reply"u8))
            {
                fields.Parent = json.TryRepeat(_rootJson) ? _strings.Root : _strings.ShareParent(ReadReference(ref json));
            }
            else
            {
                json.SkipValue();
            }
        }
    }

    // All replies of a page name the same root, and nearly always in the same bytes.
    private MessageReference? ReadRootReference(ref JsonScanner json)
    {
        if (json.TryRepeat(_rootJson))
        {
            return _strings.Root;
        }

        var ahead = json;
        var raw = ahead.Raw();
        _rootJson = raw is [(byte)'{', ..] ? raw : default;
        return _strings.ShareRoot(ReadReference(ref json));
    }

    private MessageReference? ReadReference(ref JsonScanner json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var fields = new ReferenceFields();
        while (_reference.Next(ref json, out var field))
        {
            fields.Read(field, ref json, _strings, _texts);
        }

        return fields.ToReference();
    }
}
