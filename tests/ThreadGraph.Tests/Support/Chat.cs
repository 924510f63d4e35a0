using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Tests.Support;

/// <summary>
/// A small thread written by hand. The root is sent at 2026-01-01T00:00:00Z by alice to bob and has server ID
/// 7100000000000000000; a reply's text is its name, and its server ID counts on from there.
/// </summary>
internal sealed class Chat
{
    public const long RootId = 7_100_000_000_000_000_000;
    public const long StartMs = 1_767_225_600_000;

    private readonly Dictionary<string, SandboxMessage> _messages = [];

    public Chat(SandboxStore store, SandboxConversation? conversation = null, long rootId = RootId)
    {
        _messages["root"] = Message("root", rootId, 0, null);
        Thread = store.AddThread(conversation ?? SandboxConversation.P2P("alice", "bob"), _messages["root"]);
    }

    public SandboxThread Thread { get; }

    public object Variables => Thread.Variables();

    public static SandboxConversation Channel => SandboxConversation.Channel(11, 22);

    /// <summary>Adds a reply.</summary>
    /// <param name="name">Its name and text.</param>
    /// <param name="to">The name of what it answers.</param>
    /// <param name="at">Milliseconds behind the root; one more than the reply before when left out.</param>
    /// <param name="change">Changes the message before it is added.</param>
    public Chat Reply(
        string name, string to = "root", int? at = null, Func<SandboxMessage, SandboxMessage>? change = null)
    {
        var message = Next(name, to, at, change);
        Thread.AddReply(message);
        return this;
    }

    /// <summary>A reply that others may answer but that is not there any more.</summary>
    public Chat Gone(string name, string to = "root", int? at = null)
    {
        Next(name, to, at, null);
        return this;
    }

    /// <summary>Adds replies to the root named from a number to another.</summary>
    public Chat Replies(int from, int to)
    {
        Thread.AddReplies([.. Enumerable.Range(from, to - from + 1).Select(i => Next($"{i}", "root", null, null))]);
        return this;
    }

    private SandboxMessage Next(string name, string to, int? at, Func<SandboxMessage, SandboxMessage>? change)
    {
        var last = _messages.Values.Last();
        var message = Message(
            name,
            _messages["root"].ServerId + _messages.Count,
            at ?? (int)(last.TimeMs - StartMs) + 1,
            _messages[to].ToReference());
        message = change?.Invoke(message) ?? message;
        _messages.Add(name, message);
        return message;
    }

    private static SandboxMessage Message(string name, long serverId, int at, MessageReference? parent) => new()
    {
        ServerId = serverId,
        ClientId = $"c-{name}",
        SenderId = "alice",
        TimeMs = StartMs + at,
        Text = name,
        Parent = parent,
    };
}
