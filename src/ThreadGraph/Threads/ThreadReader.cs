using ThreadGraph.Access;
using ThreadGraph.Types;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>Opens threads for resolvers: checks access, looks ahead, and states all demands of a wave at once.</summary>
/// <remarks>
/// A thread of which nothing is asked that only the upstream knows costs no call. Otherwise it is opened together with
/// the pages that are selected directly below it, so that the fewest calls serve them all, and so that a thread that is not
/// there is null as a whole.
/// </remarks>
internal sealed class ThreadReader(TimelineLoader timelines, ThreadConnections connections, Viewer viewer)
{
    /// <summary>Opens a thread.</summary>
    /// <exception cref="GraphQLException">The account may not read it.</exception>
    /// <exception cref="YunxinException">It could not be read.</exception>
    public async ValueTask<Thread> OpenAsync(ThreadKey thread, IResolverContext context)
    {
        ThreadAccess.Demand(viewer, thread);
        var demands = new List<TimelineDemand>();
        var selections = context.Selection.Selections;
        for (var i = 0; i < selections.Count; i++)
        {
            if (selections[i].DeclaringType.RuntimeType == typeof(Thread) && DemandOf(thread, selections[i]) is { } demand)
            {
                demands.Add(demand);
            }
        }

        if (demands.Count > 0)
        {
            await timelines.LoadAsync(thread, new SeveralDemands(demands), context);
        }

        return new Thread(thread);
    }

    /// <summary>Finds one message; none where it is not in its thread any more.</summary>
    /// <exception cref="GraphQLException">The account may not read the thread.</exception>
    /// <exception cref="YunxinException">It could not be read.</exception>
    public async ValueTask<Message?> FindAsync(MessageKey message, IResolverContext context)
    {
        ThreadAccess.Demand(viewer, message.Thread);
        var replies = context.Selection.Selections
            .Where(static s => s.DeclaringType.RuntimeType == typeof(Message) && s.Field.Name == "replies")
            .Select(s => DemandOf(message.Thread, s, message))
            .OfType<TimelineDemand>();
        var demands = new SeveralDemands([new MessageDemand(message), .. replies]);
        var timeline = await timelines.LoadAsync(message.Thread, demands, context);
        return message.IsRoot ? timeline.Root : timeline.Messages.Find(message);
    }

    /// <summary>What a field needs of the upstream; nothing for the parts of the thread's own ID.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="selection">The field.</param>
    /// <param name="parent">The message whose field it is; none where it is the thread's.</param>
    private TimelineDemand? DemandOf(ThreadKey thread, ISelection selection, MessageKey? parent = null)
    {
        try
        {
            return selection.Field.Name switch
            {
                "root" => SeeksChildren(selection) ? new HeadDemand(SeeksChildren: true) : HeadDemand.Instance,
                "replyCount" or "lastReplyAt" => CountDemand.Instance,
                "messages" => connections.Messages(
                    thread,
                    selection.PagingArguments(),
                    selection.ArgumentValue<string?>("around"),
                    selection.ArgumentValue<TimeWindow?>("window")).For(SeeksChildren(selection)),
                "replies" => connections.Replies(parent ?? RootOf(thread), selection.PagingArguments()),
                "outline" => connections.Outline(
                    thread,
                    selection.PagingArguments(),
                    selection.ArgumentValue<string?>("under"),
                    selection.ArgumentValue<int?>("maxDepth")),
                _ => null,
            };
        }
        catch (GraphQLException)
        {
            // Wrong arguments are the field's own error, when it is resolved.
            return null;
        }
    }

    private static bool SeeksChildren(ISelection selection)
    {
        var selections = selection.Selections;
        for (var i = 0; i < selections.Count; i++)
        {
            var below = selections[i];
            if ((below.DeclaringType.RuntimeType == typeof(Message)
                && below.Field.Name is "replies" or "childCount" or "descendantCount") || SeeksChildren(below))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The root as a message.</summary>
    public static MessageKey RootOf(ThreadKey thread) => new(thread, thread.MessageId, null, thread.CreatedAtMs);
}
