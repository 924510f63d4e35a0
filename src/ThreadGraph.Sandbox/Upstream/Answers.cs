using System.Text.Encodings.Web;
using System.Text.Json;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>The envelopes of both API families (upstream.md 1.2); the HTTP status is 200 in any case.</summary>
/// <remarks>Written into the response's own buffer; the server sends it when the handler returns.</remarks>
internal static class Answers
{
    /// <summary>CJK text goes out as it is; emoji, outside the encoder's plane, as escaped surrogate pairs.</summary>
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void RefuseMessages(HttpResponse response, Refusal refusal)
    {
        using var json = Begin(response);
        json.WriteStartObject();
        json.WriteNumber("code"u8, refusal.Code);
        json.WriteString("msg"u8, refusal.Message);
        json.WriteStartObject("data"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void RefuseThreadTalk(HttpResponse response, Refusal refusal)
    {
        using var json = Begin(response);
        json.WriteStartObject();
        json.WriteNumber("code"u8, refusal.Code);
        json.WriteString("desc"u8, refusal.Message);
        json.WriteEndObject();
    }

    /// <summary>
    /// IM: <c>total</c>, <c>timestamp</c> and <c>messages</c> beside <c>thread_root</c> (upstream.md 3.4).
    /// </summary>
    public static void WriteMessages(
        HttpResponse response, ThreadSnapshot thread, StoredMessage root, ReplyPage page, string? nextToken, bool isV21)
    {
        using var json = Begin(response);
        json.WriteStartObject();
        json.WriteNumber("code"u8, Codes.Success);
        json.WriteString("msg"u8, "success"u8);
        json.WriteStartObject("data"u8);
        json.WriteBoolean("has_more"u8, page.HasMore);
        if (nextToken is not null)
        {
            json.WriteString("next_token"u8, nextToken);
        }

        json.WritePropertyName("thread_root"u8);
        json.WriteRawValue(isV21 ? root.V21 : root.V2, skipInputValidation: true);
        json.WriteNumber("total"u8, thread.Replies.Length);
        json.WriteNumber("timestamp"u8, thread.LastReplyTimeMs);
        json.WriteStartArray("messages"u8);
        foreach (var reply in page.Replies)
        {
            json.WriteRawValue(isV21 ? reply.V21 : reply.V2, skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>QChat: everything at the top level (upstream.md 5.3).</summary>
    public static void WriteThreadTalk(
        HttpResponse response, ThreadSnapshot thread, StoredMessage root, ReplyPage page)
    {
        using var json = Begin(response);
        json.WriteStartObject();
        json.WriteNumber("code"u8, Codes.Success);
        json.WritePropertyName("threadMsg"u8);
        json.WriteRawValue(root.QChat, skipInputValidation: true);
        json.WriteNumber("total"u8, thread.Replies.Length);
        json.WriteNumber("timestamp"u8, thread.LastReplyTimeMs);
        json.WriteStartArray("msgs"u8);
        foreach (var reply in page.Replies)
        {
            json.WriteRawValue(reply.QChat, skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Utf8JsonWriter Begin(HttpResponse response)
    {
        response.ContentType = "application/json; charset=utf-8";
        return new Utf8JsonWriter(response.BodyWriter, WriterOptions);
    }
}
