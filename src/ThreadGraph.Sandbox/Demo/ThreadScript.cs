using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Demo;

/// <summary>
/// Writes one demo thread down, reply by reply; numbers, IDs and times come from the root's server ID.
/// </summary>
internal sealed class ThreadScript
{
    private static readonly string[] Sentences =
    [
        "Agreed, let us do it that way.", "Could you send the figures again?", "I looked into it: the cache was cold.",
        "Thursday suits me better.", "Here is what the customer wrote.", "That is done, please check.",
        "Who owns this part?", "One more question about the rollout.", "Good catch!",
        "I would rather wait for the review.",
        "下周三可以。", "收到,谢谢!", "Works on my side 👍", "See the note above.", "No objection from us.",
    ];

    private readonly DemoRandom _random;
    private readonly List<SandboxMessage> _replies = [];
    private readonly DemoThread _thread;
    private readonly string[] _senders;
    private long _serverId;
    private long _timeMs;

    /// <param name="thread">The catalogue's entry.</param>
    /// <param name="rootText">What the root says.</param>
    /// <param name="senders">Who takes part; a conversation of two takes part as it is.</param>
    public ThreadScript(DemoThread thread, string rootText, params string[] senders)
    {
        _thread = thread;
        _random = new DemoRandom(thread.ServerId);
        _senders = senders.Length > 0 ? senders : [thread.SenderId, thread.ReceiverId!];
        (_serverId, _timeMs) = (thread.ServerId, thread.CreateTimeMs);
        Root = new SandboxMessage
        {
            ServerId = thread.ServerId,
            ClientId = thread.ClientId,
            SenderId = thread.SenderId,
            TimeMs = thread.CreateTimeMs,
            Text = rootText,
            SenderNick = Nick(thread.SenderId),
            ClientType = 32,
        };
    }

    public SandboxMessage Root { get; set; }

    /// <summary>The next reply: a little later, or in the same millisecond now and then.</summary>
    /// <param name="parent">What it answers.</param>
    /// <param name="sender">Who writes it; someone who takes part.</param>
    /// <param name="text">What it says; some sentence.</param>
    /// <param name="afterMs">How long after the reply before.</param>
    public SandboxMessage Next(SandboxMessage parent, string? sender = null, string? text = null, int? afterMs = null)
    {
        sender ??= _random.Pick(_senders);
        _timeMs += afterMs ?? (_random.Below(12) == 0 ? 0 : 1 + _random.Below(20_000));
        _serverId += _thread.ServerId < 1_000_000 ? 1 : 1 + _random.Below(97);
        return new SandboxMessage
        {
            ServerId = _serverId,
            ClientId = _random.ClientId(),
            SenderId = sender,
            TimeMs = _timeMs,
            Parent = parent.ToReference(),
            Text = text ?? _random.Pick(Sentences),
            SenderNick = Nick(sender),
            ClientType = _random.Pick((int[])[1, 2, 4, 16, 64, 65]),
        };
    }

    /// <summary>Keeps a reply. One that is not kept was there once: others may answer it.</summary>
    public SandboxMessage Keep(SandboxMessage reply)
    {
        _replies.Add(reply);
        return reply;
    }

    public SandboxMessage Say(
        SandboxMessage parent, string? sender = null, string? text = null, int? afterMs = null) =>
        Keep(Next(parent, sender, text, afterMs));

    /// <summary>Lets a tree grow: a third answers the root, the rest something said lately.</summary>
    public void Grow(int count, int maxDepth)
    {
        var open = new List<(SandboxMessage Message, int Depth)>();
        for (var index = 0; index < count; index++)
        {
            var (parent, depth) = open.Count == 0 || _random.Below(3) == 0
                ? (Root, 0)
                : open[^(1 + _random.Below(Math.Min(open.Count, 12)))];
            var reply = Say(parent);
            if (depth + 1 < maxDepth)
            {
                open.Add((reply, depth + 1));
            }
        }
    }

    public void AddTo(SandboxStore store) => store.AddThread(_thread.Conversation, Root).AddReplies(_replies);

    private static string Nick(string account) => account switch
    {
        "alice" => "Alice 🌱",
        "bob" => "Bob",
        "carol" => "Carol (on call)",
        "dave" => "Dave",
        "张伟" => "张伟",
        _ => account,
    };
}
