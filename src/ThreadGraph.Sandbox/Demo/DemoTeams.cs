namespace ThreadGraph.Sandbox.Demo;

/// <summary>The advanced team's thread, with two directed messages (upstream.md 4).</summary>
internal static class DemoTeams
{
    public static ThreadScript Team()
    {
        var script = new ThreadScript(
            DemoThreads.Team, "Sprint planning: what do we take in?", "alice", "bob", "carol", "dave", "张伟");
        script.Grow(16, maxDepth: 4);
        script.Keep(script.Next(script.Root, "alice", "Only bob and carol may read this.") with
        {
            ReceiverAccountIds = ["bob", "carol"],
            Inclusive = true,
            NewMemberVisible = false,
        });
        script.Keep(script.Next(script.Root, "bob", "All but dave may read this.") with
        {
            ReceiverAccountIds = ["dave"],
            Inclusive = false,
            NewMemberVisible = true,
        });
        return script;
    }
}
