using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.ThreadMessages;

/// <summary>Reads IM message objects: the union of the fields of v2 and v2.1 (upstream.md 4).</summary>
internal ref struct ImMessageReader()
{
    private readonly PageStrings _strings = new();
    private readonly PageTexts _texts = new();

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
            if (!TryReadField(name, ref json, ref fields) && !TryReadThreadField(name, ref json, ref within))
            {
                json.SkipValue();
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
        while (json.NextProperty(out var name))
        {
            if (!TryReadField(name, ref json, ref fields))
            {
                json.SkipValue();
            }
        }

        return fields.ToMessage();
    }

    private bool TryReadField(scoped ReadOnlySpan<byte> name, ref JsonScanner json, ref MessageFields fields)
    {
        if (name.SequenceEqual("message_server_id"u8))
        {
            fields.ServerId = json.ReadInt64();
        }
        else if (name.SequenceEqual("message_client_id"u8))
        {
            fields.ClientId = json.ReadJsonText(_texts);
        }
        else if (name.SequenceEqual("sender_id"u8))
        {
            fields.SenderId = _strings.Read(ref json);
        }
        else if (name.SequenceEqual("create_time"u8))
        {
            fields.CreateTimeMs = json.ReadInt64();
        }
        else if (name.SequenceEqual("message_type"u8))
        {
            fields.TypeCode = json.ReadInt32();
        }
        else if (name.SequenceEqual("text"u8))
        {
            fields.Text = json.ReadJsonText(_texts);
        }
        else if (name.SequenceEqual("sender_client_type"u8))
        {
            fields.SenderClientCode = ClientTypes.Read(ref json);
        }
        else if (name.SequenceEqual("thread_config"u8))
        {
            ReadThreadConfig(ref json, ref fields);
        }
        else
        {
            return TryReadOptionalField(name, ref json, ref fields);
        }

        return true;
    }

    private bool TryReadOptionalField(
        scoped ReadOnlySpan<byte> name, ref JsonScanner json, ref MessageFields fields)
    {
        if (name.SequenceEqual("conversation_type"u8))
        {
            fields.ConversationType = json.ReadInt32();
        }
        else if (name.SequenceEqual("receiver_id"u8))
        {
            fields.ReceiverId = _strings.Read(ref json);
        }
        else if (name.SequenceEqual("team_id"u8))
        {
            fields.TeamId = json.ReadInt64();
        }
        else if (name.SequenceEqual("sub_type"u8))
        {
            fields.SubType = json.ReadInt32();
        }
        else if (name.SequenceEqual("attachment"u8))
        {
            fields.Attachment = AttachmentReader.Read(ref json);
        }
        else if (name.SequenceEqual("extension"u8))
        {
            fields.Extension = json.ReadJsonText(_texts);
        }
        else if (name.SequenceEqual("modify_account_id"u8))
        {
            fields.ModifyAccountId = _strings.Read(ref json);
        }
        else if (name.SequenceEqual("modify_time"u8))
        {
            fields.ModifyTimeMs = json.ReadInt64();
        }
        else
        {
            return TryReadDirectedField(name, ref json, ref fields);
        }

        return true;
    }

    private bool TryReadDirectedField(
        scoped ReadOnlySpan<byte> name, ref JsonScanner json, ref MessageFields fields)
    {
        if (name.SequenceEqual("receiver_account_ids"u8))
        {
            fields.ReceiverAccountIds = json.ReadTexts(_strings);
        }
        else if (name.SequenceEqual("inclusive"u8))
        {
            fields.Inclusive = json.ReadFlag();
        }
        else if (name.SequenceEqual("new_member_visible"u8))
        {
            fields.NewMemberVisible = json.ReadFlag();
        }
        else
        {
            return false;
        }

        return true;
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
                fields.Parent = json.TryRepeat(_rootJson)
                    ? _strings.Root
                    : _strings.ShareParent(ReadReference(ref json));
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
        while (json.NextProperty(out var name))
        {
            if (name.SequenceEqual("message_server_id"u8))
            {
                fields.ServerId = json.ReadInt64();
            }
            else if (name.SequenceEqual("message_client_id"u8))
            {
                fields.ClientId = json.ReadJsonText(_texts);
            }
            else if (name.SequenceEqual("sender_id"u8))
            {
                fields.SenderId = _strings.Read(ref json);
            }
            else if (name.SequenceEqual("create_time"u8))
            {
                fields.CreateTimeMs = json.ReadInt64();
            }
            else
            {
                json.SkipValue();
            }
        }

        return fields.ToReference();
    }
}
