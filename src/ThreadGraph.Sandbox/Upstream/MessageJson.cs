using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>The IM message object (upstream.md 4) in its two versions.</summary>
/// <remarks>
/// v2 lacks <c>conversation_type</c> and the fields of directed messages, and writes the server IDs in
/// <c>thread_config</c> as strings. v2.1 gives <c>conversation_type</c> on the root alone, as the vendor's sample does.
/// </remarks>
internal static class MessageJson
{
    public static byte[] Write(StoredMessage stored, bool isV21)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Answers.WriterOptions))
        {
            json.WriteStartObject();
            WriteIdentity(json, stored, isV21);
            WriteContent(json, stored.Message);
            if (isV21)
            {
                WriteDirection(json, stored.Message);
            }

            if (stored.Root is { } root)
            {
                json.WriteStartObject("thread_config"u8);
                WriteReference(json, "thread_root"u8, root, stored.Conversation, isV21);
                WriteReference(json, "thread_reply"u8, stored.Message.Parent!, stored.Conversation, isV21);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteIdentity(Utf8JsonWriter json, StoredMessage stored, bool isV21)
    {
        var message = stored.Message;
        json.WriteNumber("message_server_id"u8, message.ServerId);
        json.WriteString("message_client_id"u8, message.ClientId);
        json.WriteString("sender_id"u8, message.SenderId);
        if (stored.Conversation.Kind == ConversationKind.P2P)
        {
            json.WriteString("receiver_id"u8, stored.Conversation.ReceiverOf(message.SenderId));
        }
        else
        {
            json.WriteNumber("team_id"u8, stored.Conversation.TeamId);
        }

        if (isV21 && stored.Root is null)
        {
            json.WriteNumber("conversation_type"u8, (int)stored.Conversation.Kind);
        }
    }

    private static void WriteContent(Utf8JsonWriter json, SandboxMessage message)
    {
        json.WriteNumber("message_type"u8, message.Type);
        if (message.SubType is { } subType)
        {
            json.WriteNumber("sub_type"u8, subType);
        }

        if (message.Text is { } text)
        {
            json.WriteString("text"u8, text);
        }

        if (message.Attachment is { } attachment)
        {
            json.WritePropertyName("attachment"u8);
            WriteAttachment(json, attachment);
        }

        if (message.Extension is { } extension)
        {
            json.WriteString("extension"u8, extension);
        }

        json.WriteNumber("create_time"u8, message.TimeMs);
        json.WriteNumber("sender_client_type"u8, message.ClientType);
        if (message.ModifiedBy is { } modifiedBy)
        {
            json.WriteString("modify_account_id"u8, modifiedBy);
            json.WriteNumber("modify_time"u8, message.ModifiedTimeMs ?? message.TimeMs);
        }
    }

    /// <summary>JSON as it stands; a custom attachment that is none, as a string (upstream.md 7.3).</summary>
    private static void WriteAttachment(Utf8JsonWriter json, string attachment)
    {
        try
        {
            json.WriteRawValue(attachment);
        }
        catch (Exception notJson) when (notJson is JsonException or ArgumentException)
        {
            json.WriteStringValue(attachment);
        }
    }

    private static void WriteDirection(Utf8JsonWriter json, SandboxMessage message)
    {
        if (message.ReceiverAccountIds is { } accounts)
        {
            json.WriteStartArray("receiver_account_ids"u8);
            foreach (var account in accounts)
            {
                json.WriteStringValue(account);
            }

            json.WriteEndArray();
        }

        if (message.Inclusive is { } inclusive)
        {
            json.WriteBoolean("inclusive"u8, inclusive);
        }

        if (message.NewMemberVisible is { } newMemberVisible)
        {
            json.WriteBoolean("new_member_visible"u8, newMemberVisible);
        }
    }

    private static void WriteReference(
        Utf8JsonWriter json,
        ReadOnlySpan<byte> name,
        MessageReference reference,
        SandboxConversation conversation,
        bool isV21)
    {
        json.WriteStartObject(name);
        json.WriteString("sender_id"u8, reference.SenderId);
        json.WriteString("receiver_id"u8, conversation.ReceiverOf(reference.SenderId));
        json.WriteNumber("create_time"u8, reference.TimeMs);
        if (isV21 && !reference.OmitsServerId)
        {
            json.WriteNumber("message_server_id"u8, reference.ServerId);
        }
        else if (!reference.OmitsServerId)
        {
            json.WriteString("message_server_id"u8, reference.ServerId.ToString(CultureInfo.InvariantCulture));
        }

        json.WriteString("message_client_id"u8, reference.ClientId);
        json.WriteEndObject();
    }
}
