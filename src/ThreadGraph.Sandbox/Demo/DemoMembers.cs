using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Demo;

/// <summary>Who belongs to the demo's teams, QChat servers and channels.</summary>
internal static class DemoMembers
{
    /// <summary>2025-05-01T00:00:00Z, a month before the first thread.</summary>
    private const long FoundedMs = 1_746_057_600_000;

    private const long HourMs = 3_600_000;

    public static void AddTo(SandboxStore store)
    {
        store.AddTeam(DemoThreads.Team.Conversation, Members("alice", "bob", "carol", "dave"))
            .Add(new SandboxMember("张伟", DemoThreads.Team.CreateTimeMs + HourMs));
        store.AddTeam(DemoThreads.SuperTeam.Conversation, Members("bob", "alice", "carol", "dave", "erin", "张伟"));
        store.AddTeam(DemoThreads.OthersTeam.Conversation, Members("bob", "carol"));
        store.AddQChatServer(1_513_535, Members("carol", "alice", "bob", "dave", "erin", "张伟"));
        store.AddQChatServer(1_513_536, Members("dave", "bob"));
        store.AddChannel(1_513_535, 303, members: ["bob", "carol"]);
    }

    /// <summary>The first is the owner; they join an hour apart.</summary>
    private static IEnumerable<SandboxMember> Members(params string[] accounts) => accounts.Select((account, index) =>
        new SandboxMember(
            account, FoundedMs + (index * HourMs), index == 0 ? MemberRole.Owner : MemberRole.Ordinary));
}
