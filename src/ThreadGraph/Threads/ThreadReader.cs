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
        foreach (var selection in context.Selection.Selections)
        {
            if (selection.DeclaringType.RuntimeType == typeof(Thread) && DemandOf(thread, selection) is { } demand)
            {
                demands.Add(demand);
            }
        }

        if (demands.Count > 0)
        {
            await ReadAsync(thread, demands, context);
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
            .Select(s => Try(() => connections.Replies(message, s.PagingArguments())))
            .OfType<TimelineDemand>();
        var timeline = await ReadAsync(message.Thread, [new MessageDemand(message), .. replies], context);
        return message.IsRoot ? timeline.Root : timeline.Messages.Find(message);
    }

    private async Task<Timeline> ReadAsync(
        ThreadKey thread, IReadOnlyList<TimelineDemand> demands, IResolverContext context)
    {
        Task<Timeline>? first = null;
        foreach (var demand in demands)
        {
            var task = timelines.LoadAsync(thread, demand, context).AsTask();
            first ??= task;
        }

        return await first!;
    }

    /// <summary>What a field of <c>Thread</c> needs of the upstream; nothing for the parts of the thread's own ID.</summary>
    private TimelineDemand? DemandOf(ThreadKey thread, ISelection selection) => selection.Field.Name switch
    {
        "root" => new HeadDemand(SeeksChildren(selection)),
        "replyCount" or "lastReplyAt" => new CountDemand(),
        "messages" => Try(() => connections.Messages(
            thread,
            selection.PagingArguments(),
            selection.ArgumentValue<string?>("around"),
            selection.ArgumentValue<TimeWindow?>("window")).For(SeeksChildren(selection))),
        "replies" => Try(() => connections.Replies(RootOf(thread), selection.PagingArguments())),
        "outline" => Try(() => connections.Outline(
            thread,
            selection.PagingArguments(),
            selection.ArgumentValue<string?>("under"),
            selection.ArgumentValue<int?>("maxDepth"))),
        _ => null,
    };

    private static bool SeeksChildren(ISelection selection)
    {
        foreach (var below in selection.Selections)
        {
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

    /// <summary>Wrong arguments are the field's own error, when it is resolved.</summary>
    private static TimelineDemand? Try(Func<TimelineDemand> demand)
    {
        try
        {
            return demand();
        }
        catch (GraphQLException)
        {
            return null;
        }
    }
}
