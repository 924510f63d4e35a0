using ThreadGraph.Threads;

namespace ThreadGraph.Types;

/// <summary>The fields of a message that depend on what else of its thread was read.</summary>
[Node]
[ObjectType<Message>]
internal static partial class MessageNode
{
    /// <summary>The thread that it belongs to.</summary>
    public static Thread GetThread([Parent] Message message) => new(message.Timeline.Key);

    /// <summary>The message that this one answers. Null for the root, and only for the root.</summary>
    public static ParentReference? GetParent([Parent] Message message) => ParentReference.Of(message);

    /// <summary>
    /// Global ID of that message, good for node(id:) even where it was not read; null for the root, and only for the root.
    /// </summary>
    [ID("Message")]
    public static MessageKey? GetParentId([Parent] Message message) => message.ParentKey;

    /// <summary>0 for the root, 1 for a reply to it, and so on; null below a parent that was not read.</summary>
    public static int? GetDepth([Parent] Message message) => ReplyDepths.Of(message);

    /// <summary>From the root down to the parent, as far as read.</summary>
    [ListSize(IsBoundedByTree = true)]
    public static IReadOnlyList<Message> GetAncestors([Parent] Message message)
    {
        var ancestors = new List<Message>();
        while (message.KnownParent is { } parent)
        {
            ancestors.Add(parent);
            message = parent;
        }

        ancestors.Reverse();
        return ancestors;
    }

    /// <summary>Direct replies to this message.</summary>
    public static async ValueTask<ReplyTally> GetChildCountAsync([Parent] Message message, TimelineLoader timelines)
    {
        await timelines.SettledAsync();
        var timeline = message.Timeline;
        return new ReplyTally(timeline.Tree.ChildrenOf(message).Count, timeline.IsWhole);
    }

    /// <summary>Replies below this message, at every depth.</summary>
    public static async ValueTask<ReplyTally> GetDescendantCountAsync([Parent] Message message, TimelineLoader timelines)
    {
        await timelines.SettledAsync();
        var timeline = message.Timeline;
        return new ReplyTally(timeline.Tallies.Of(message), timeline.IsWhole);
    }

    /// <summary>Direct replies to this message, oldest first. Nest it as deep as the tree goes.</summary>
    [UseConnection]
    [Recursive]
    public static async ValueTask<Connection<Message>> GetRepliesAsync(
        [Parent] Message message,
        PagingArguments paging,
        TimelineLoader timelines,
        ThreadConnections connections,
        IResolverContext context)
    {
        var demand = connections.Replies(message.Id, paging);
        var timeline = await timelines.LoadAsync(message.Timeline, demand, context);
        return connections.Page(demand, timeline, context);
    }

    /// <summary>Finds a message by its ID.</summary>
    [NodeResolver]
    public static async ValueTask<Message?> GetMessageByIdAsync(
        MessageKey id, IResolverContext context, ThreadReader threads) =>
        await threads.FindAsync(id, context);
}
