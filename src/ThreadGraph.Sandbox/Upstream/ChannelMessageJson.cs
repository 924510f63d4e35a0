using System.Buffers;
using System.Text.Json;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>The QChat message object (upstream.md 6). Recalled and deleted ones keep their content.</summary>
internal static class ChannelMessageJson
{
    public static byte[] Write(StoredMessage stored)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Answers.WriterOptions))
        {
            var message = stored.Message;
            json.WriteStartObject();
            json.WriteString("fromAccount"u8, message.SenderId);
            WriteOptional(json, "fromNick"u8, message.SenderNick);
            json.WriteString("fromClientType"u8, message.ClientTypeText ?? ClientTypeNames.Of(message.ClientType));
            json.WriteNumber("time"u8, message.TimeMs);
            json.WriteNumber("updateTime"u8, message.ModifiedTimeMs ?? message.TimeMs);
            json.WriteNumber("status"u8, message.Status);
            WriteOptional(json, "body"u8, message.Text);
            WriteOptional(json, "attach"u8, message.Attachment);
            WriteOptional(json, "ext"u8, message.Extension);
            json.WriteNumber("type"u8, message.Type);
            json.WriteNumber("msgIdServer"u8, message.ServerId);
            json.WriteString("msgIdClient"u8, message.ClientId);
            if (stored.Root is { } root)
            {
                WriteReferences(json, message.Parent!, root);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteReferences(Utf8JsonWriter json, MessageReference parent, MessageReference root)
    {
        json.WriteString("replyMsgIdClient"u8, parent.ClientId);
        if (!parent.OmitsServerId)
        {
            json.WriteNumber("replyMsgIdServer"u8, parent.ServerId);
        }

        json.WriteNumber("replyMsgTime"u8, parent.TimeMs);
        json.WriteString("replyMsgFromAccount"u8, parent.SenderId);
        json.WriteString("threadMsgIdClient"u8, root.ClientId);
        json.WriteNumber("threadMsgIdServer"u8, root.ServerId);
        json.WriteNumber("threadMsgTime"u8, root.TimeMs);
        json.WriteString("threadMsgFromAccount"u8, root.SenderId);
    }
}
