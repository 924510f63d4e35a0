using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Resilience;

/// <summary>24 threads of both kinds, from nothing to four pages, each a tree grown by a fixed seed.</summary>
internal static class SoakThreads
{
    private const int Count = 24;
    private const int MaxReplies = 350;

    public static List<ExpectedThread> AddTo(SandboxStore store)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, Count).Select(index => new ExpectedThread(Grow(store, index, random)))];
    }

    private static SandboxThread Grow(SandboxStore store, int index, Random random)
    {
        var conversation = index % 2 is 0 ? SandboxConversation.P2P("alice", "bob") : Chat.Channel;
        var chat = new Chat(store, conversation, Chat.RootId + (index * 1_000_000L));
        List<string> names = ["root"];
        for (var reply = 1; reply <= index * MaxReplies / (Count - 1); reply++)
        {
            var parent = random.Next(3) is 0 ? "root" : names[random.Next(Math.Max(0, names.Count - 20), names.Count)];
            chat.Reply($"{reply}", parent, at: reply / 3);
            names.Add($"{reply}");
        }

        return chat.Thread;
    }
}
