using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ThreadGraph.Tests.Support;

/// <summary>
/// A thread with the upstream's pages of it, as the load run writes them (<c>tests/load/data.js</c>): texts of 30 to 99
/// words, not all of them ASCII, some with quotes and line breaks.
/// </summary>
internal sealed class WrittenThread
{
    private const long BeginningMs = 1_753_951_800_123;

    private static readonly string[] Words = (
        "the release notes say that we should look at this again after lunch because \"it depends\" on who is asking "
        + "and 线程 of replies grows faster than anybody reads it so please answer below – thanks 👍 and do not "
        + "forget the slides").Split(' ');

    // As most servers write JSON: what is missing is left out, and only what must be is escaped.
    private static readonly JsonSerializerOptions Wire = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly ConcurrentDictionary<(int Limit, bool OldestFirst), byte[]> _pages = new();
    private readonly WrittenMessage _root;
    private readonly WrittenMessage[] _replies;

    /// <param name="number">Tells threads apart, from 1.</param>
    /// <param name="replies">How many replies it has.</param>
    public WrittenThread(int number, int replies)
    {
        _root = new WrittenMessage(
            IdOf(number, 0), $"c-{number}-0", BeginningMs + (number * 97_001L), "alice", TextOf(number, 0), null);
        _replies = new WrittenMessage[replies];
        for (var index = 1; index <= replies; index++)
        {
            _replies[index - 1] = Reply(number, index);
        }
    }

    /// <summary>The root's server ID; beyond 2^53, as the upstream's are.</summary>
    public long Id => _root.Id;

    /// <summary>The root's client ID.</summary>
    public string ClientId => _root.ClientId;

    /// <summary>When the root was sent by alice to bob, in Unix milliseconds.</summary>
    public long TimeMs => _root.TimeMs;

    /// <summary>The thread as a <c>ThreadRootInput</c>, in JSON.</summary>
    public string Input => JsonSerializer.Serialize(new
    {
        message = new
        {
            conversationType = "P2P",
            senderId = _root.Sender,
            receiverId = _root.Receiver,
            messageId = $"{Id}",
            clientMessageId = ClientId,
            createdAt = DateTimeOffset.FromUnixTimeMilliseconds(TimeMs).UtcDateTime,
        },
    });

    /// <summary>The first page of the thread as one of IM (upstream.md 3.4); the same bytes every time.</summary>
    public byte[] MessagePage(int limit, bool oldestFirst = true) => _pages.GetOrAdd(
        (limit, oldestFirst), static (page, thread) => thread.WriteMessagePage(page.Limit, page.OldestFirst), this);

    /// <summary>The first page of the thread as one of a QChat channel, oldest first (upstream.md 5.3).</summary>
    public byte[] ChannelPage(int limit) => Write(new
    {
        code = 200,
        threadMsg = ChannelMessage(_root),
        total = _replies.Length,
        timestamp = LastTimeMs,
        msgs = _replies.Take(limit).Select(ChannelMessage),
    });

    private long LastTimeMs => _replies is [.., var last] ? last.TimeMs : 0;

    private byte[] WriteMessagePage(int limit, bool oldestFirst) => Write(new
    {
        code = 200,
        msg = "success",
        data = new
        {
            has_more = limit < _replies.Length,
            next_token = limit < _replies.Length ? $"behind-{limit}" : null,
            thread_root = Message(_root),
            total = _replies.Length,
            timestamp = LastTimeMs,
            messages = (oldestFirst ? _replies : _replies.Reverse()).Take(limit).Select(Message),
        },
    });

    private object Message(WrittenMessage message) => new
    {
        message_server_id = message.Id,
        message_client_id = message.ClientId,
        sender_id = message.Sender,
        receiver_id = message.Receiver,
        conversation_type = 1,
        message_type = 0,
        text = message.Text,
        create_time = message.TimeMs,
        sender_client_type = message.Sender == "alice" ? 16 : 1,
        thread_config = message.Parent is { } parent
            ? new { thread_root = Reference(_root), thread_reply = Reference(parent) }
            : null,
    };

    private static object Reference(WrittenMessage message) => new
    {
        sender_id = message.Sender,
        receiver_id = message.Receiver,
        create_time = message.TimeMs,
        message_server_id = message.Id,
        message_client_id = message.ClientId,
    };

    private object ChannelMessage(WrittenMessage message) => new
    {
        fromAccount = message.Sender,
        fromNick = message.Sender,
        fromClientType = "IOS",
        time = message.TimeMs,
        updateTime = message.TimeMs,
        status = 0,
        body = message.Text,
        attach = "",
        ext = "",
        type = 0,
        msgIdServer = message.Id,
        msgIdClient = message.ClientId,
        replyMsgIdServer = message.Parent?.Id,
        replyMsgIdClient = message.Parent?.ClientId,
        replyMsgTime = message.Parent?.TimeMs,
        replyMsgFromAccount = message.Parent?.Sender,
        threadMsgIdServer = message.Parent is null ? (long?)null : Id,
        threadMsgIdClient = message.Parent is null ? null : ClientId,
        threadMsgTime = message.Parent is null ? (long?)null : TimeMs,
        threadMsgFromAccount = message.Parent is null ? null : _root.Sender,
    };

    private static byte[] Write(object page) => JsonSerializer.SerializeToUtf8Bytes(page, Wire);

    // A third of the replies answer the root, the others one of the twelve before them.
    private WrittenMessage Reply(int number, int index)
    {
        var draw = Mix(number, index);
        var back = 1 + (int)(draw / 3 % 12);
        return new WrittenMessage(
            IdOf(number, index),
            $"{draw:x8}-{number}-{index}",
            TimeMs + (index * 7_013L),
            draw % 2 == 0 ? "alice" : "bob",
            TextOf(number, index),
            draw % 3 == 0 || index <= back ? _root : _replies[index - 1 - back]);
    }

    private static long IdOf(int number, int index) => 158_000_000_000_000_000 + (number * 1_000_000_000L) + index;

    // Now and then a text of several lines.
    private static string TextOf(int number, int index)
    {
        var draw = Mix(index, number);
        var words = Enumerable.Range(0, 30 + (int)(draw % 70)).Select(i => Words[(draw + (i * 7L)) % Words.Length]);
        return string.Join(draw % 9 == 0 ? '\n' : ' ', words);
    }

    private static uint Mix(int a, int b)
    {
        var hash = unchecked(((uint)a * 0x9e3779b1) ^ ((uint)b * 0x85ebca6b));
        hash = unchecked((hash ^ (hash >> 15)) * 0xc2b2ae35);
        return hash ^ (hash >> 13);
    }

    private sealed record WrittenMessage(
        long Id, string ClientId, long TimeMs, string Sender, string Text, WrittenMessage? Parent)
    {
        public string Receiver => Sender == "alice" ? "bob" : "alice";
    }
}
