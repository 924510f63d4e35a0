using System.Globalization;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Access.Model;

/// <summary>A world in the sandbox. Each has accounts, places and messages of its own, which no other has had.</summary>
internal sealed class PlacedWorld : IDisposable
{
    private const long MessagesEach = 100;

    private readonly SandboxStore _store;
    private readonly int _number;

    public PlacedWorld(SandboxStore store, World world, int number)
    {
        (_store, World, _number) = (store, world, number);
        for (var account = 0; account < World.Accounts; account++)
        {
            store.AddAccount(NameOf(account));
        }

        for (var i = 0; i < world.Threads.Count; i++)
        {
            Place(world.Threads[i], i);
        }
    }

    public World World { get; }

    public string NameOf(int account) => $"{"abc"[account]}{_number}";

    public long RootIdOf(int thread) => 158_844_553_000_000_000 + (((_number * 8L) + thread) * MessagesEach);

    public long ReplyIdOf(int thread, int reply) => RootIdOf(thread) + 1 + reply;

    public object RootOf(int thread) => _store.FindThread(RootIdOf(thread))!.Root();

    /// <summary>Names a thread beside an existing one that is not there.</summary>
    public object TwinOf(int thread)
    {
        var sandboxed = _store.FindThread(RootIdOf(thread))!;
        return new SandboxStore(TimeProvider.System)
            .AddThread(sandboxed.Conversation, sandboxed.Root with { ServerId = RootIdOf(thread) + MessagesEach - 1 }).Root();
    }

    /// <summary>What every message says.</summary>
    public static string TextOf(long messageId) => string.Create(CultureInfo.InvariantCulture, $"S{messageId}E");

    public void Dispose()
    {
        for (var i = 0; i < World.Threads.Count; i++)
        {
            _store.RemoveThread(RootIdOf(i));
        }
    }

    private void Place(WorldThread thread, int index)
    {
        // A team and a QChat server of one number are different places.
        var place = (_number * 8L) + index + 1;
        var members = Accounts(thread.Members).Select(a => new SandboxMember(a, 1)).ToArray();
        var conversation = thread.Place switch
        {
            Model.Place.P2P => SandboxConversation.P2P(members[0].AccountId, members[1].AccountId),
            Model.Place.Team => SandboxConversation.Team(place),
            Model.Place.SuperTeam => SandboxConversation.SuperTeam(place),
            _ => SandboxConversation.Channel(place, 1),
        };
        switch (thread.Place)
        {
            case Model.Place.Team or Model.Place.SuperTeam:
                _store.AddTeam(conversation, members).Remove("nobody");
                break;
            case Model.Place.Channel:
                _store.AddQChatServer(place, members).Remove("nobody");
                _store.AddChannel(place, 1, Accounts(thread.Readers));
                break;
        }

        var placed = _store.AddThread(conversation, Message(thread, thread.Root, RootIdOf(index), null));
        List<SandboxMessage> replies = [];
        for (var i = 0; i < thread.Replies.Count; i++)
        {
            var parent = thread.Replies[i].Parent is var at && at < 0 ? placed.Root : replies[at];
            replies.Add(Message(thread, thread.Replies[i], ReplyIdOf(index, i), parent));
        }

        placed.AddReplies(replies);
        foreach (var (reply, message) in thread.Replies.Zip(replies))
        {
            if (!thread.IsThere(reply))
            {
                _store.Purge(message.ServerId);
            }
        }

        if (thread.IsRootGone)
        {
            _store.Purge(RootIdOf(index));
        }
    }

    private SandboxMessage Message(WorldThread thread, WorldMessage message, long id, SandboxMessage? parent)
    {
        var isDirected = thread.Place is Model.Place.Team or Model.Place.SuperTeam;
        return new SandboxMessage
        {
            ServerId = id,
            ClientId = $"c{id}",
            SenderId = NameOf(message.Sender),
            TimeMs = Chat.StartMs + (id % MessagesEach),
            Text = TextOf(id),
            Extension = TextOf(id),
            Parent = parent?.ToReference(),
            Status = message.Status,
            ReceiverAccountIds = isDirected && message.Receivers is { } receivers ? [.. Accounts(receivers)] : null,
            Inclusive = isDirected && message.Receivers is not null ? message.Inclusive : null,
        };
    }

    private IEnumerable<string> Accounts(int bits) =>
        Enumerable.Range(0, World.Accounts).Where(a => (bits >> a & 1) == 1).Select(NameOf);
}
