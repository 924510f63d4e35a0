using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Demo;

/// <summary>The QChat thread that has everything a channel message can carry (upstream.md 6).</summary>
internal static class DemoChannels
{
    public static ThreadScript Nested()
    {
        var script = new ThreadScript(
            DemoThreads.ChannelNested, "Where do we meet next week?", "alice", "bob", "carol", "dave", "张伟");
        var one = script.Say(script.Root, "bob", "Level 1: in the garden?");
        var two = script.Say(one, "alice", "Level 2: if it does not rain.");
        var three = script.Say(two, "张伟", "Level 3: 周三会下雨 ☔");
        var four = script.Say(three, "carol", "Level 4: then the library.");
        script.Say(four, "dave", "Level 5: agreed.");

        var recalled = script.Keep(Changed(script.Next(one, "dave", "Recalled, yet its text still arrives."), 1));
        script.Say(recalled, "alice", "An answer to the recalled one.");
        var deleted = script.Keep(Changed(script.Next(one, "bob", "Deleted, yet its picture still arrives."), 2) with
        {
            Type = 1,
            Attachment = DemoContents.Kinds[0].Attachment,
        });
        script.Say(deleted, "carol", "An answer to the deleted one.");
        script.Keep(Changed(script.Next(script.Root, "carol", "Pinned by the developer's own status."), 10_001));
        script.Keep(Changed(script.Next(script.Root, "bob", "A status that nobody knows."), 7));
        script.Keep(Changed(script.Next(script.Root, "alice", "Edited: nine o'clock, not eight."), 0) with
        {
            Extension = """{"edited":true}""",
        });
        script.Keep(script.Next(script.Root, "dave", "Sent from something new.") with
        {
            ClientType = 999,
            Type = 1000,
            SenderNick = null,
        });
        script.Keep(script.Next(script.Root, "bob", "The client type as digits.") with { ClientTypeText = "2" });
        foreach (var index in (int[])[1, 2, 5, 6, 9, 11, 13, 15, 16])
        {
            var (type, attachment) = DemoContents.Kinds[index];
            script.Keep(script.Next(two) with { Type = type, Attachment = attachment });
        }

        script.Keep(script.Next(two) with { Type = 100, Attachment = "" });
        script.Keep(script.Next(four, "alice", "") with { Extension = "plain text" });
        script.Say(script.Root, "carol", "See you there.");
        return script;
    }

    private static SandboxMessage Changed(SandboxMessage message, int status) =>
        message with { Status = status, ModifiedTimeMs = message.TimeMs + 30_000 };
}
