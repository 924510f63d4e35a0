using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Demo;

/// <summary>Fills a store with the threads that <see cref="DemoThreads"/> names.</summary>
public static class DemoData
{
    private static readonly string[] Colleagues = ["alice", "bob", "carol", "dave", "erin", "张伟"];

    /// <summary>A new store with all demo threads.</summary>
    /// <param name="time">The store's clock; the demo threads' times do not depend on it.</param>
    public static SandboxStore CreateStore(TimeProvider time)
    {
        var store = new SandboxStore(time);
        AddTo(store);
        return store;
    }

    /// <summary>Adds all demo threads.</summary>
    /// <exception cref="ArgumentException">One of their server IDs is taken.</exception>
    public static void AddTo(SandboxStore store)
    {
        DemoMembers.AddTo(store);
        SevenLevels().AddTo(store);
        Grown(DemoThreads.Tree250, "What should the next release contain?", maxDepth: 8).AddTo(store);
        Grown(DemoThreads.Tree5000, "The never-ending thread.", maxDepth: 9).AddTo(store);
        DemoGaps.Write().AddTo(store);
        SameMillisecond(DemoThreads.SameMillisecond).AddTo(store);
        DemoContents.Attachments().AddTo(store);
        DemoContents.UnknownTypes().AddTo(store);
        DemoContents.Unicode().AddTo(store);
        new ThreadScript(DemoThreads.NoReplies, "Is anybody there?").AddTo(store);
        Grown(DemoThreads.BobAndCarol, "Between the two of us.", maxDepth: 3).AddTo(store);
        DemoTeams.Team().AddTo(store);
        Grown(DemoThreads.SuperTeam, "Town hall: ask your questions here.", maxDepth: 6, Colleagues).AddTo(store);
        DemoChannels.Nested().AddTo(store);
        Grown(DemoThreads.Channel300, "Release notes, please comment.", maxDepth: 7, Colleagues).AddTo(store);
        SameMillisecond(DemoThreads.ChannelSameMillisecond, Colleagues).AddTo(store);
        new ThreadScript(DemoThreads.ChannelNoReplies, "First!", Colleagues).AddTo(store);
        Grown(DemoThreads.PrivateChannel, "For our eyes only.", maxDepth: 3, "bob", "carol").AddTo(store);
        foreach (var thread in DemoThreads.Inbox)
        {
            Grown(thread, $"Small talk, {thread.Name}.", maxDepth: 4).AddTo(store);
        }

        Grown(DemoThreads.OthersTeam, "Not for everybody.", maxDepth: 3, "bob", "carol").AddTo(store);
        Grown(DemoThreads.OthersServer, "A community of its own.", maxDepth: 3, "bob", "dave").AddTo(store);
    }

    private static ThreadScript Grown(DemoThread thread, string rootText, int maxDepth, params string[] senders)
    {
        var script = new ThreadScript(thread, rootText, senders);
        script.Grow(thread.ReplyCount, maxDepth);
        return script;
    }

    private static ThreadScript SevenLevels()
    {
        var script = new ThreadScript(DemoThreads.SevenLevels, "How deep can we go?");
        var parent = script.Root;
        for (var level = 1; level <= 7; level++)
        {
            script.Say(parent, "bob", $"Level {level}, a first thought.");
            var next = script.Say(parent, level % 2 == 0 ? "alice" : "bob", $"Level {level}, and on it goes.");
            script.Say(parent, "alice", $"Level {level}, an afterthought.");
            parent = next;
        }

        return script;
    }

    /// <summary>Five replies, then 150 in one millisecond that also answer one another, then five more.</summary>
    private static ThreadScript SameMillisecond(DemoThread thread, params string[] senders)
    {
        var script = new ThreadScript(thread, "Everyone at once, please: now!", senders);
        var parent = script.Root;
        for (var index = 0; index < 5; index++)
        {
            parent = script.Say(parent, text: $"Ready {index + 1}.", afterMs: 1_000);
        }

        for (var index = 0; index < 150; index++)
        {
            var reply = script.Say(parent, text: $"Now! ({index + 1})", afterMs: index == 0 ? 1_000 : 0);
            parent = index % 4 == 3 ? script.Root : reply;
        }

        for (var index = 0; index < 5; index++)
        {
            script.Say(parent, text: $"Late {index + 1}.", afterMs: 1_000);
        }

        return script;
    }
}
