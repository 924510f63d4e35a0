using System.Globalization;
using System.Text.Json;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Control;

/// <summary>Reads the body of <c>POST /sandbox/messages</c> and adds the reply it describes.</summary>
/// <remarks>
/// <c>thread</c> (the root's server ID) is required. Optional: <c>parent</c> (server ID; the root), <c>sender</c> (the
/// root's sender), <c>text</c>, <c>time</c> (epoch ms; now), <c>serverId</c>, <c>clientId</c>, <c>type</c>,
/// <c>subType</c>, <c>clientType</c>, <c>attachment</c> (string or any JSON), <c>extension</c>, <c>nick</c>,
/// <c>status</c>. Server IDs are strings or numbers.
/// </remarks>
internal sealed class NewMessage
{
    private static readonly HashSet<string> Names =
    [
        "thread", "parent", "sender", "text", "time", "serverId", "clientId", "type", "subType", "clientType",
        "attachment", "extension", "nick", "status",
    ];

    private readonly JsonElement _body;

    private NewMessage(JsonElement body) => _body = body;

    /// <exception cref="ArgumentException">Something in the body is wrong; the message says what.</exception>
    public static SandboxMessage Add(SandboxStore store, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException("The body must be a JSON object.");
        }

        foreach (var property in body.EnumerateObject())
        {
            if (!Names.Contains(property.Name))
            {
                throw new ArgumentException($"Unknown field \"{property.Name}\"; known: {string.Join(", ", Names)}.");
            }
        }

        return new NewMessage(body).Add(store);
    }

    private SandboxMessage Add(SandboxStore store)
    {
        var rootId = Id("thread") ?? throw new ArgumentException("\"thread\" is required: the root's server ID.");
        var thread = store.FindThread(rootId)
            ?? throw new ArgumentException($"There is no thread with the root \"{rootId}\".");
        var serverId = Id("serverId") ?? store.NextServerId();
        var timeMs = Number("time") ?? store.NowMs;
        if (timeMs < thread.Root.TimeMs)
        {
            throw new ArgumentException($"\"time\" must not be before the root's, {thread.Root.TimeMs}.");
        }

        return thread.AddReply(new SandboxMessage
        {
            ServerId = serverId,
            ClientId = Text("clientId") ?? $"sandbox-{serverId.ToString(CultureInfo.InvariantCulture)}",
            SenderId = Sender(store, thread),
            TimeMs = timeMs,
            Parent = Parent(thread),
            Type = Int("type") ?? 0,
            SubType = Int("subType"),
            ClientType = Int("clientType") ?? 16,
            SenderNick = Text("nick"),
            Text = Text("text"),
            Attachment = Attachment(),
            Extension = Text("extension"),
            Status = Int("status") ?? 0,
        });
    }

    private MessageReference? Parent(SandboxThread thread)
    {
        if (Id("parent") is not { } parentId || parentId == thread.Root.ServerId)
        {
            return null;
        }

        return thread.Replies.FirstOrDefault(reply => reply.ServerId == parentId)?.ToReference()
            ?? throw new ArgumentException($"\"parent\" is \"{parentId}\", which is not in this thread.");
    }

    private string Sender(SandboxStore store, SandboxThread thread)
    {
        var sender = AccountId.Normalize(Text("sender") ?? thread.Root.SenderId);
        var (one, other) = thread.Conversation.Accounts;
        if (thread.Conversation.Kind == ConversationKind.P2P && sender != one && sender != other)
        {
            throw new ArgumentException($"\"sender\" must be \"{one}\" or \"{other}\" in this conversation.");
        }

        return store.HasAccount(sender)
            ? sender
            : throw new ArgumentException($"\"sender\" is \"{sender}\", which is no known account.");
    }

    private string? Attachment() => Value("attachment") switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } json => json.GetRawText(),
    };

    private string? Text(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new ArgumentException($"\"{name}\" must be a string."),
    };

    private long? Id(string name)
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        var digits = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new ArgumentException($"\"{name}\" must be a server ID: a 64-bit integer, as string or number.");
    }

    private long? Number(string name)
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0
            ? number
            : throw new ArgumentException($"\"{name}\" must be a whole number from 0.");
    }

    private int? Int(string name) => Number(name) switch
    {
        null => null,
        { } number and <= int.MaxValue => (int)number,
        _ => throw new ArgumentException($"\"{name}\" must be at most {int.MaxValue}."),
    };

    /// <returns>The field; null when it is absent or null.</returns>
    private JsonElement? Value(string name) =>
        _body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
