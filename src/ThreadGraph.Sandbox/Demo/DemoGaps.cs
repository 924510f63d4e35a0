namespace ThreadGraph.Sandbox.Demo;

/// <summary>What recalls, deletions and edits leave behind in an IM thread.</summary>
internal static class DemoGaps
{
    public static ThreadScript Write()
    {
        var script = new ThreadScript(DemoThreads.Gaps, "Minutes of the meeting");
        var first = script.Say(script.Root, "dave", "Point one is missing.");
        var recalled = script.Next(script.Root, "alice", "Recalled a minute later.");
        var orphan = script.Say(recalled, "dave", "Why was that recalled?");
        script.Say(orphan, "alice", "It named the wrong customer.");

        var deleted = script.Next(first, "alice", "Deleted by the retention rule.");
        script.Say(deleted, "dave", "An answer to what was deleted.");
        script.Say(deleted, "alice", "Another answer to what was deleted.");

        var edited = script.Next(first, "dave", "Point one, now with the right date.");
        edited = script.Keep(edited with { ModifiedBy = "dave", ModifiedTimeMs = edited.TimeMs + 61_000 });
        var editedByOther = script.Next(edited, "alice", "Looks right (redacted by an operator).");
        script.Keep(editedByOther with { ModifiedBy = "erin", ModifiedTimeMs = editedByOther.TimeMs + 3_600_000 });

        // Two that were recalled in a row: the lower one's parent is as gone as its own child's.
        var gone = script.Next(first, "dave", "Gone.");
        var goneToo = script.Next(gone, "alice", "Gone too.");
        script.Say(goneToo, "dave", "The last of this branch.");

        script.Say(first, "alice", "Point two stands.");
        script.Say(script.Root, "dave", "I will send the corrected version.");
        script.Say(script.Root, "alice", "Thank you.");
        script.Say(edited, "alice", "Fine with me.");
        return script;
    }
}
