using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>The envelopes of both API families (upstream.md 1.2); the HTTP status is 200 in any case.</summary>
internal static class Answers
{
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>CJK text goes out as it is; emoji, outside the encoder's plane, as escaped surrogate pairs.</summary>
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void WriteRefusal(IBufferWriter<byte> body, SandboxApi api, Refusal refusal)
    {
        using var json = new Utf8JsonWriter(body, WriterOptions);
        json.WriteStartObject();
        json.WriteNumber("code"u8, refusal.Code);
        if (api.IsQChat())
        {
            json.WriteString("desc"u8, refusal.Message);
        }
        else
        {
            json.WriteString("msg"u8, refusal.Message);
            json.WriteStartObject("data"u8);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>
    /// IM: <c>total</c>, <c>timestamp</c> and <c>messages</c> beside <c>thread_root</c> (upstream.md 3.4).
    /// </summary>
    /// <remarks>
    /// What is given of a thread whose root is gone is not documented [?]: its replies, and no <c>thread_root</c>
    /// (Thread_without_its_root_still_gives_its_replies).
    /// </remarks>
    public static void WriteMessages(
        IBufferWriter<byte> body, ThreadSnapshot thread, ReplyPage page, string? nextToken, bool isV21)
    {
        using var json = new Utf8JsonWriter(body, WriterOptions);
        json.WriteStartObject();
        json.WriteNumber("code"u8, Codes.Success);
        json.WriteString("msg"u8, "success"u8);
        json.WriteStartObject("data"u8);
        json.WriteBoolean("has_more"u8, nextToken is not null);
        if (nextToken is not null)
        {
            json.WriteString("next_token"u8, nextToken);
        }

        if (thread.Root is { } root)
        {
            json.WritePropertyName("thread_root"u8);
            json.WriteRawValue(isV21 ? root.V21 : root.V2, skipInputValidation: true);
        }

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

    /// <summary>QChat: everything at the top level (upstream.md 5.3); without a root as in IM.</summary>
    public static void WriteThreadTalk(IBufferWriter<byte> body, ThreadSnapshot thread, ReplyPage page)
    {
        using var json = new Utf8JsonWriter(body, WriterOptions);
        json.WriteStartObject();
        json.WriteNumber("code"u8, Codes.Success);
        if (thread.Root is { } root)
        {
            json.WritePropertyName("threadMsg"u8);
            json.WriteRawValue(root.QChat, skipInputValidation: true);
        }

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

    /// <summary>QChat: IDs and times are strings here, <c>total</c> is a number (upstream.md 11).</summary>
    public static void WriteThreadTalkMeta(IBufferWriter<byte> body, IEnumerable<SandboxThread> threads)
    {
        using var json = new Utf8JsonWriter(body, WriterOptions);
        json.WriteStartObject();
        json.WriteNumber("code"u8, Codes.Success);
        json.WriteStartArray("data"u8);
        foreach (var thread in threads)
        {
            var snapshot = thread.Snapshot;
            json.WriteStartObject();
            json.WriteString("msgIdServer"u8, Digits(thread.Root.ServerId));
            json.WriteString("msgTime"u8, Digits(thread.Root.TimeMs));
            json.WriteNumber("total"u8, snapshot.Replies.Length);
            json.WriteString("timestamp"u8, Digits(snapshot.LastReplyTimeMs));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>IM: one message is the whole of <c>data</c> (upstream.md 10).</summary>
    public static void WriteMessage(IBufferWriter<byte> body, StoredMessage message, bool isV21)
    {
        using var json = new Utf8JsonWriter(body, WriterOptions);
        json.WriteStartObject();
        json.WriteNumber("code"u8, Codes.Success);
        json.WriteString("msg"u8, "success"u8);
        json.WritePropertyName("data"u8);
        json.WriteRawValue(isV21 ? message.V21 : message.V2, skipInputValidation: true);
        json.WriteEndObject();
    }

    /// <summary>IM: a page of objects under a name of its own (upstream.md 10).</summary>
    public static void WriteList<T>(
        IBufferWriter<byte> body,
        ReadOnlySpan<byte> name,
        string? nextToken,
        IReadOnlyList<T> items,
        Action<Utf8JsonWriter, T> writeFields)
    {
        using var json = new Utf8JsonWriter(body, WriterOptions);
        json.WriteStartObject();
        json.WriteNumber("code"u8, Codes.Success);
        json.WriteString("msg"u8, "success"u8);
        json.WriteStartObject("data"u8);
        json.WriteBoolean("has_more"u8, nextToken is not null);
        if (nextToken is not null)
        {
            json.WriteString("next_token"u8, nextToken);
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeFields(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>QChat: the page's place beside its members (upstream.md 11).</summary>
    public static void WriteServerMembers(
        IBufferWriter<byte> body, long serverId, IReadOnlyList<SandboxMember> members, bool hasMore)
    {
        using var json = new Utf8JsonWriter(body, WriterOptions);
        json.WriteStartObject();
        json.WriteNumber("code"u8, Codes.Success);
        json.WriteStartObject("pageInfo"u8);
        json.WriteBoolean("hasMore"u8, hasMore);
        json.WriteNumber("nextTimetag"u8, members.Count == 0 ? 0 : members[^1].JoinTimeMs);
        json.WriteEndObject();
        json.WriteStartArray("serverMembers"u8);
        foreach (var member in members)
        {
            json.WriteStartObject();
            json.WriteNumber("serverId"u8, serverId);
            json.WriteString("accid"u8, member.AccountId);
            json.WriteNumber("type"u8, member.Role == MemberRole.Owner ? 1 : 0);
            json.WriteNumber("joinTime"u8, member.JoinTimeMs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
