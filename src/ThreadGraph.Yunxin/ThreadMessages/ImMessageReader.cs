using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.ThreadMessages;

/// <summary>Reads IM message objects: the union of the fields of v2 and v2.1 (upstream.md 4).</summary>
/// <param name="pageBytes">The length of the page.</param>
internal ref struct ImMessageReader(int pageBytes)
{
    private static readonly PropertyNames<MessageField> MessageNames = new(
        ("message_server_id", MessageField.ServerId),
        ("message_client_id", MessageField.ClientId),
        ("sender_id", MessageField.SenderId),
        ("sender_client_type", MessageField.SenderClient),
        ("receiver_id", MessageField.ReceiverId),
        ("team_id", MessageField.TeamId),
        ("conversation_type", MessageField.ConversationType),
        ("create_time", MessageField.CreateTime),
        ("modify_time", MessageField.ModifyTime),
        ("modify_account_id", MessageField.ModifyAccountId),
        ("message_type", MessageField.Type),
        ("sub_type", MessageField.SubType),
        ("text", MessageField.Text),
        ("attachment", MessageField.Attachment),
        ("extension", MessageField.Extension),
        ("thread_config", MessageField.ThreadConfig),
        ("receiver_account_ids", MessageField.ReceiverAccountIds),
        ("inclusive", MessageField.Inclusive),
        ("new_member_visible", MessageField.NewMemberVisible));

    private static readonly PropertyNames<ReferenceField> ReferenceNames = new(
        ("message_server_id", ReferenceField.ServerId),
        ("message_client_id", ReferenceField.ClientId),
        ("sender_id", ReferenceField.SenderId),
        ("create_time", ReferenceField.CreateTime));

    private readonly PageStrings _strings = new(pageBytes);
    private readonly PageTexts _texts = new();
    private PropertyTrail<MessageField> _message = new(MessageNames);
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

        var root = YunxinMessage.Empty();
        while (json.NextProperty(out var name))
        {
            if (!TryReadThreadField(name, ref json, ref within))
            {
                ReadField(MessageNames.Find(name), ref json, ref root.Fields);
            }
        }

        return root.Fields.HasId ? root : null;
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
        while (_message.Next(ref json, out var field))
        {
            ReadField(field, ref json, ref message.Fields);
        }

        return message;
    }

    private void ReadField(MessageField field, ref JsonScanner json, ref MessageFields fields)
    {
        if (field == MessageField.ThreadConfig)
        {
            ReadThreadConfig(ref json, ref fields);
        }
        else
        {
            fields.Read(field, ref json, _strings, _texts);
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
                fields.Parent = json.TryRepeat(_rootJson) ? _strings.Root : ReadReference(ref json);
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
        return _strings.Root = ReadReference(ref json);
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

        return fields.ToReference(_strings.Root);
    }
}
