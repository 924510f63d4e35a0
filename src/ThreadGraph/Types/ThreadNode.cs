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
        (await HeadAsync(thread, timelines, cancellationToken)).Root;

    /// <summary>Replies in the whole thread, at every depth, as the upstream counts them.</summary>
    public static async ValueTask<int?> GetReplyCountAsync(
        [Parent] Thread thread, TimelineLoader timelines, CancellationToken cancellationToken) =>
        (int?)(await HeadAsync(thread, timelines, cancellationToken)).Total;

    /// <summary>When the last reply was sent; null while there is none.</summary>
    public static async ValueTask<DateTimeOffset?> GetLastReplyAtAsync(
        [Parent] Thread thread, TimelineLoader timelines, CancellationToken cancellationToken) =>
        (await HeadAsync(thread, timelines, cancellationToken)).LastReplyTimeMs is { } time
            ? DateTimeOffset.FromUnixTimeMilliseconds(time)
            : null;

    /// <summary>Direct replies to the root, oldest first.</summary>
    [UseConnection]
    public static async ValueTask<Connection<Message>> GetRepliesAsync(
        [Parent] Thread thread,
        PagingArguments paging,
        TimelineLoader timelines,
        ThreadConnections connections,
        IResolverContext context)
    {
        var demand = connections.Replies(ThreadReader.RootOf(thread.Id), paging);
        var timeline = await timelines.LoadAsync(new ThreadDemand(thread.Id, demand), context.RequestAborted);
        return connections.Connection(demand, timeline, context);
    }

    /// <summary>Every reply at every depth, flat, oldest first.</summary>
    [UseConnection]
    public static async ValueTask<Connection<Message>> GetMessagesAsync(
        [Parent] Thread thread,
        PagingArguments paging,
        TimelineLoader timelines,
        ThreadConnections connections,
        IResolverContext context)
    {
        var demand = connections.Messages(thread.Id, paging);
        var timeline = await timelines.LoadAsync(new ThreadDemand(thread.Id, demand), context.RequestAborted);
        return connections.Connection(demand, timeline, context);
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
        await threads.OpenAsync(id, context.Selection, context.RequestAborted);

    private static Task<Timeline> HeadAsync(Thread thread, TimelineLoader timelines, CancellationToken cancellationToken) =>
        timelines.LoadAsync(new ThreadDemand(thread.Id, new HeadDemand()), cancellationToken);
}
