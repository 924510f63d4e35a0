using ThreadGraph.Threads;

namespace ThreadGraph.Types;

/// <summary>The fields of a thread that only the upstream knows.</summary>
[Node]
[ObjectType<Thread>]
internal static partial class ThreadNode
{
    /// <summary>
    /// Always there: a tombstone (isAvailable: false) where the upstream no longer gives the root but still gives replies.
    /// </summary>
    public static async ValueTask<Message> GetRootAsync(
        [Parent] Thread thread, TimelineLoader timelines, CancellationToken cancellationToken) =>
        (await timelines.LoadAsync(thread.Id, HeadDemand.Instance, cancellationToken)).Root;

    /// <summary>Replies in the whole thread, at every depth, as the upstream counts them.</summary>
    public static async ValueTask<int?> GetReplyCountAsync(
        [Parent] Thread thread, TimelineLoader timelines, CancellationToken cancellationToken) =>
        (int?)(await CountAsync(thread, timelines, cancellationToken)).Total;

    /// <summary>When the last reply was sent; null while there is none.</summary>
    public static async ValueTask<DateTimeOffset?> GetLastReplyAtAsync(
        [Parent] Thread thread, TimelineLoader timelines, CancellationToken cancellationToken) =>
        (await CountAsync(thread, timelines, cancellationToken)).LastReplyTimeMs is { } time
            ? DateTimeOffset.FromUnixTimeMilliseconds(time)
            : null;

    /// <summary>Direct replies to the root, oldest first.</summary>
    [UseConnection]
    [Recursive]
    public static async ValueTask<Connection<Message>> GetRepliesAsync(
        [Parent] Thread thread,
        PagingArguments paging,
        TimelineLoader timelines,
        ThreadConnections connections,
        IResolverContext context)
    {
        var demand = connections.Replies(ThreadReader.RootOf(thread.Id), paging);
        var timeline = await timelines.LoadAsync(thread.Id, demand, context);
        return connections.Page(demand, timeline, context);
    }

    /// <summary>Every reply at every depth, flat, oldest first.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="paging">The page.</param>
    /// <param name="around">
    /// Opens the list at one message: the page holds it in its middle. With `after` or `before` the cursor wins and this is
    /// ignored, so a client may always send it; it does not bind cursors.
    /// </param>
    /// <param name="window">Limits the list to a window of time.</param>
    /// <param name="timelines">Reads the thread.</param>
    /// <param name="connections">Makes the page.</param>
    /// <param name="context">The arguments.</param>
    [UseConnection]
    [Flattened]
    public static async ValueTask<Connection<Message>> GetMessagesAsync(
        [Parent] Thread thread,
        PagingArguments paging,
        [GraphQLType<IdType>] string? around,
        TimeWindow? window,
        TimelineLoader timelines,
        ThreadConnections connections,
        IResolverContext context)
    {
        var demand = connections.Messages(thread.Id, paging, around, window);
        var timeline = await timelines.LoadAsync(thread.Id, demand, context);
        return connections.Page(demand, timeline, context);
    }

    /// <summary>
    /// The replies in pre-order, for clients that do not know the depth; pages may end anywhere in the tree. The top (the root,
    /// or the message `under`) is not a row. A thread of more replies than one request may read comes in batches, oldest
    /// first, each in pre-order.
    /// </summary>
    /// <param name="thread">The thread.</param>
    /// <param name="paging">The page.</param>
    /// <param name="under">Only what is below this message.</param>
    /// <param name="maxDepth">Only rows of at most this depth, counted from the root; 1 or more.</param>
    /// <param name="timelines">Reads the thread.</param>
    /// <param name="connections">Makes the page.</param>
    /// <param name="context">The arguments.</param>
    [UseConnection(AllowBackwardPagination = false)]
    [Flattened]
    public static async ValueTask<OutlineConnection> GetOutlineAsync(
        [Parent] Thread thread,
        PagingArguments paging,
        [GraphQLType<IdType>] string? under,
        int? maxDepth,
        TimelineLoader timelines,
        ThreadConnections connections,
        IResolverContext context)
    {
        var demand = connections.Outline(thread.Id, paging, under, maxDepth);
        var timeline = await timelines.LoadAsync(thread.Id, demand, context);
        return connections.OutlinePage(demand, timeline, context);
    }

    /// <summary>How much of the thread was read to answer this request, and why not all of it.</summary>
    public static async ValueTask<ThreadCoverage> GetCoverageAsync([Parent] Thread thread, TimelineLoader timelines)
    {
        await timelines.SettledAsync();
        return ThreadCoverage.Of(timelines.TimelineOf(thread.Id));
    }

    /// <summary>Finds a thread by its ID.</summary>
    [NodeResolver]
    public static async ValueTask<Thread> GetThreadByIdAsync(ThreadKey id, IResolverContext context, ThreadReader threads) =>
        await threads.OpenAsync(id, context);

    private static ValueTask<Timeline> CountAsync(
        Thread thread, TimelineLoader timelines, CancellationToken cancellationToken) =>
        timelines.LoadAsync(thread.Id, CountDemand.Instance, cancellationToken);
}
