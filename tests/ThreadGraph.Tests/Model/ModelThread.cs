using System.Text;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Tests.Model;

/// <summary>Where a thread of the model lives.</summary>
internal enum Place
{
    P2P,
    Team,
    SuperTeam,
    Channel,
}

/// <summary>What a reply says of the message that it answers. ID 0 stands for "not given".</summary>
internal sealed record Reference(int Id, string ClientId, string Sender, int At);

/// <summary>A reply as the upstream holds it. IDs count from the thread's base, times from the root's, in milliseconds.</summary>
internal sealed record Reply(int Id, string ClientId, string Sender, int At, Reference? Parent)
{
    public int Status { get; init; }

    /// <summary>Directed messages: the accounts that are named.</summary>
    public string[]? Receivers { get; init; }

    public bool? Inclusive { get; init; }

    public (int At, int Id) Position => (At, Id);

    public Reference ToReference() => new(Id, ClientId, Sender, At);

    public override string ToString()
    {
        var text = new StringBuilder($"{Id}@{At}");
        if (ClientId != $"c{Id}")
        {
            text.Append($"'{ClientId}'");
        }

        if (Parent is { } p)
        {
            text.Append(p.Id != 0 ? $">{p.Id}@{p.At}" : $">'{p.ClientId}'{p.Sender}@{p.At}");
        }

        if (Receivers is not null)
        {
            text.Append($" {Sender}{(Inclusive == false ? "!" : "~")}{string.Join('+', Receivers)}");
        }

        return Status == 0 ? text.ToString() : text.Append($" s{Status}").ToString();
    }
}

/// <summary>A whole thread as the upstream holds it, its replies in order.</summary>
internal sealed record ModelThread(Place Place, IReadOnlyList<Reply> Replies, bool IsRootGone = false)
{
    public const int RootId = 50_000;
    public const string Viewer = "alice";
    private const int MostShown = 150;

    public static Reference Root { get; } = new(RootId, "c-root", Viewer, 0);

    public override string ToString() => $"{Place}{(IsRootGone ? " without its root" : "")}, {Replies.Count} replies: "
        + string.Join("; ", Replies.Take(MostShown)) + (Replies.Count > MostShown ? "; ..." : "");
}

/// <summary>A thread of the model in the sandbox, where every thread has a range of server IDs of its own.</summary>
internal sealed class PlacedThread
{
    public const long StartMs = 1_767_225_600_000;
    private const long FirstBase = 7_100_000_000_000_000_000;
    private const long IdsPerThread = 100_000;
    private const long TeamId = 77;

    private static long _placed;

    private readonly long _base = FirstBase + (Interlocked.Increment(ref _placed) * IdsPerThread);
    private readonly SandboxStore _store;
    private readonly Dictionary<int, int> _times = [];

    public PlacedThread(SandboxStore store, ModelThread thread)
    {
        _store = store;
        Thread = store.AddThread(Conversation(thread.Place), new SandboxMessage
        {
            ServerId = ServerId(ModelThread.RootId),
            ClientId = ModelThread.Root.ClientId,
            SenderId = ModelThread.Root.Sender,
            TimeMs = StartMs,
            Text = "root",
        });
        Add(thread.Replies);
        if (thread.IsRootGone && thread.Replies.Count > 0)
        {
            store.Purge(ServerId(ModelThread.RootId)).ShouldBeTrue();
        }
    }

    public SandboxThread Thread { get; }

    public long ServerId(int id) => id == 0 ? 0 : _base + id;

    /// <summary>The ID within the thread.</summary>
    public int LocalId(long serverId) => (int)(serverId - _base);

    /// <summary>When a reply was sent, in milliseconds behind the root.</summary>
    public int At(long serverId) => _times[LocalId(serverId)];

    public void Add(IEnumerable<Reply> replies)
    {
        foreach (var reply in replies)
        {
            _times[reply.Id] = reply.At;
        }

        Thread.AddReplies(replies.Select(Message));
    }

    public void Remove() => _store.RemoveThread(ServerId(ModelThread.RootId)).ShouldBeTrue();

    public void Recall(int id) => _store.Recall(ServerId(id)).ShouldBeTrue();

    private static SandboxConversation Conversation(Place place) => place switch
    {
        Place.P2P => SandboxConversation.P2P("alice", "bob"),
        Place.Team => SandboxConversation.Team(TeamId),
        Place.SuperTeam => SandboxConversation.SuperTeam(TeamId + 1),
        _ => SandboxConversation.Channel(11, 22),
    };

    private SandboxMessage Message(Reply reply) => new()
    {
        ServerId = ServerId(reply.Id),
        ClientId = reply.ClientId,
        SenderId = reply.Sender,
        TimeMs = StartMs + reply.At,
        Text = $"{reply.Id}",
        Status = reply.Status,
        ReceiverAccountIds = reply.Receivers,
        Inclusive = reply.Inclusive,
        Parent = reply.Parent is { } p
            ? new MessageReference(ServerId(p.Id), p.ClientId, p.Sender, StartMs + p.At)
            {
                OmitsServerId = p.Id == 0 && reply.Id % 2 == 0,
            }
            : null,
    };
}
