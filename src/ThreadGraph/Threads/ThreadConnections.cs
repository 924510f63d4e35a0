using ThreadGraph.Types;

namespace ThreadGraph.Threads;

/// <summary>Turns the arguments of connection fields into demands, and what was read into connections.</summary>
internal sealed class ThreadConnections(CursorSerializer cursors, INodeIdSerializer nodeIds)
{
    /// <summary>What <c>Thread.messages</c> asks for.</summary>
    /// <exception cref="GraphQLException">An argument is wrong, or a cursor is not ours, or belongs elsewhere.</exception>
    public PageDemand Messages(ThreadKey thread, PagingArguments paging, string? around, TimeWindow? window)
    {
        var time = RangeOf(window);
        var range = Parse(paging, HasCursor(paging) ? CursorScope.Messages(thread, time) : null) with { Window = time };
        return around is null || HasCursor(paging)
            || MessageIn(thread, around, "around") is not { IsRoot: false } message
            ? new FlatDemand(range)
            : new AroundDemand(message, range with { Forward = true });
    }

    /// <summary>What <c>Thread.replies</c> and <c>Message.replies</c> ask for.</summary>
    /// <exception cref="GraphQLException">A cursor is not ours, or belongs elsewhere.</exception>
    public ChildrenDemand Replies(MessageKey parent, PagingArguments paging) =>
        new(parent, Parse(paging, HasCursor(paging) ? CursorScope.Replies(parent) : null));

    /// <summary>What <c>Thread.outline</c> asks for.</summary>
    /// <exception cref="GraphQLException">An argument is wrong, or a cursor is not ours, or belongs elsewhere.</exception>
    public OutlineDemand Outline(ThreadKey thread, PagingArguments paging, string? under, int? maxDepth)
    {
        if (maxDepth < 1)
        {
            throw Failures.BadInput("maxDepth", $"\"maxDepth\" must be 1 or more, for the rows begin at depth 1, but is {maxDepth}.");
        }

        // Under the root stands the whole thread, and the cursors of both are the same.
        var top = under is not null && MessageIn(thread, under, "under") is { IsRoot: false } message ? message : null;
        var after = paging.After is null
            ? null
            : cursors.ParseOutline(paging.After, CursorScope.Outline(thread, top, maxDepth), "after");
        return new OutlineDemand(paging.First!.Value, after, top, maxDepth);
    }

    /// <summary>A page of messages. One that a failure cut short is answered as far as it goes, and the failure reported.</summary>
    public Connection<Message> Page(PageDemand demand, Timeline timeline, IResolverContext context)
    {
        var page = demand.PageIn(timeline);
        Report(page.Failure, context);
        return new MessageConnection(demand, page, timeline, cursors);
    }

    /// <summary>The page of an outline.</summary>
    public OutlineConnection OutlinePage(OutlineDemand demand, Timeline timeline, IResolverContext context)
    {
        var (page, scope) = (demand.PageIn(timeline), CursorScope.Outline(timeline.Key, demand.Under, demand.MaxDepth));
        Report(page.Failure, context);
        var edges = page.Rows.Select(r => new OutlineEdge(r.Row, r.HiddenChildren, TextOf(r.Cursor)));
        return new OutlineConnection(
            [.. edges],
            new ConnectionPageInfo(
                page.HasNext,
                demand.After is not null,
                page.Rows.Count == 0 ? null : TextOf(page.Rows[0].Cursor),
                page.End is null ? null : TextOf(page.End)));

        OutlineCursorText TextOf(OutlineCursor cursor) => new(cursor, scope, cursors);
    }

    private static TimeRange RangeOf(TimeWindow? window)
    {
        var range = new TimeRange(window?.From?.ToUnixTimeMilliseconds(), window?.Until?.ToUnixTimeMilliseconds());
        return range.FromMs > range.UntilMs
            ? throw Failures.BadInput("window", "\"window\" ends before it begins: \"from\" must not be later than \"until\".")
            : range;
    }

    private MessageKey MessageIn(ThreadKey thread, string id, string argument) =>
        !nodeIds.TryParse(id, out var node) || node.InternalId is not MessageKey message ? throw Failures.IdInvalid(argument)
        : message.Thread != thread ? throw Failures.BadInput(argument, $"\"{argument}\" names a message of another thread.")
        : message;

    private static bool HasCursor(PagingArguments paging) => paging.After is not null || paging.Before is not null;

    /// <param name="paging">The arguments.</param>
    /// <param name="scope">What their cursors must belong to; it may be left out where they have none.</param>
    private PageRange Parse(PagingArguments paging, CursorScope? scope) => new(
        paging.First ?? paging.Last!.Value,
        paging.First is not null,
        paging.After is null ? null : cursors.Parse(paging.After, scope!, "after"),
        paging.Before is null ? null : cursors.Parse(paging.Before, scope!, "before"));

    private static void Report(Exception? failure, IResolverContext context)
    {
        if (failure is not null)
        {
            context.ReportError(failure);
        }
    }
}
