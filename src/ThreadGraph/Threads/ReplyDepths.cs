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
        var version = message.Timeline.Version;
        if (!message.Depth.IsValid(version) && message.KnownParent is { } parent && !parent.Depth.IsValid(version))
        {
            FindAbove(parent, version);
        }

        return Find(message, version);
    }

    /// <summary>Goes up to where the distance is known, and down again: threads may be deeper than the stack.</summary>
    private static void FindAbove(Message message, int version)
    {
        var open = new Stack<Message>();
        for (var next = message; next is not null && !next.Depth.IsValid(version); next = next.KnownParent)
        {
            open.Push(next);
        }

        while (open.TryPop(out var below))
        {
            Find(below, version);
        }
    }

    private static int? Find(Message message, int version)
    {
        if (!message.Depth.IsValid(version))
        {
            message.Depth = new ReplyDepth(message.IsRoot ? 0 : message.KnownParent?.Depth.Value + 1, version);
        }

        return message.Depth.Value;
    }
}
