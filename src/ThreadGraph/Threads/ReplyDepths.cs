namespace ThreadGraph.Threads;

/// <summary>A message's distance from the root, as found out when the timeline had a certain version.</summary>
/// <param name="Value">The distance; none below a parent that was not read.</param>
/// <param name="Version">The version; 0 where it was never found out.</param>
internal readonly record struct ReplyDepth(int? Value, int Version)
{
    /// <summary>What is known stays known; what is not may become so with the next page.</summary>
    public bool IsValid(int version) => Value is not null || Version == version;
}

/// <summary>Finds out how far messages are from the root, each once.</summary>
internal static class ReplyDepths
{
    /// <summary>0 for the root, 1 for a reply to it, and so on; none below a parent that was not read.</summary>
    public static int? Of(Message message)
    {
        var timeline = message.Timeline;
        var open = new Stack<Message>();
        for (var next = message; next is not null && !next.Depth.IsValid(timeline.Version); next = ParentOf(next))
        {
            open.Push(next);
        }

        while (open.TryPop(out var below))
        {
            var depth = below.IsRoot ? 0 : ParentOf(below)?.Depth.Value + 1;
            below.Depth = new ReplyDepth(depth, timeline.Version);
        }

        return message.Depth.Value;
    }

    private static Message? ParentOf(Message message) =>
        message.IsRoot || message.IsOrphan ? null : message.Timeline.FindParent(message);
}
