namespace ThreadGraph.Threads;

/// <summary>Turns paging arguments into demands, and what was read into connections.</summary>
internal sealed class ThreadConnections(CursorSerializer cursors)
{
    /// <summary>What <c>Thread.messages</c> asks for.</summary>
    /// <exception cref="GraphQLException">A cursor is not ours, or belongs elsewhere.</exception>
    public FlatDemand Messages(ThreadKey thread, PagingArguments paging)
    {
        var (count, forward, from) = Parse(paging, MessagesScope(thread));
        return new FlatDemand(count, forward, from);
    }

    /// <summary>What <c>Thread.replies</c> and <c>Message.replies</c> ask for.</summary>
    /// <exception cref="GraphQLException">A cursor is not ours, or belongs elsewhere.</exception>
    public ChildrenDemand Replies(MessageKey parent, PagingArguments paging)
    {
        var (count, forward, from) = Parse(paging, RepliesScope(parent));
        return new ChildrenDemand(parent, count, forward, from);
    }

    /// <summary>The page of all replies.</summary>
    public Connection<Message> Connection(FlatDemand demand, Timeline timeline, IResolverContext context) =>
        Connection(demand.PageIn(timeline), MessagesScope(timeline.Key), context);

    /// <summary>The page of direct replies.</summary>
    public Connection<Message> Connection(ChildrenDemand demand, Timeline timeline, IResolverContext context) =>
        Connection(demand.PageIn(timeline), RepliesScope(demand.Parent), context);

    private static CursorScope MessagesScope(ThreadKey thread) => new(thread, "messages");

    private static CursorScope RepliesScope(MessageKey parent) => new(parent.Thread, "replies", parent.MessageId);

    private (int Count, bool Forward, Cursor? From) Parse(PagingArguments paging, CursorScope scope)
    {
        if (paging.First is { } first)
        {
            RefuseMixed(paging.Before, "before", "first");
            return (first, true, paging.After is null ? null : cursors.Parse(paging.After, scope, "after"));
        }

        RefuseMixed(paging.After, "after", "last");
        return (paging.Last!.Value, false, paging.Before is null ? null : cursors.Parse(paging.Before, scope, "before"));
    }

    private static void RefuseMixed(string? cursor, string argument, string count)
    {
        if (cursor is not null)
        {
            throw Failures.BadInput(
                argument,
                $"\"{argument}\" does not go with \"{count}\": count \"first\" from \"after\", or \"last\" from \"before\".");
        }
    }

    /// <summary>A page that a failure cut short is answered as far as it goes, with the failure reported beside it.</summary>
    private Connection<Message> Connection(ReplyPage page, CursorScope scope, IResolverContext context)
    {
        if (page.Failure is not null)
        {
            context.ReportError(page.Failure);
        }

        var chain = page.Chain;
        string CursorOf(Edge<Message> edge) => cursors.Format(chain.CursorOf(edge.Node), scope);
        return new Connection<Message>(
            [.. page.Messages.Select(m => new Edge<Message>(m, CursorOf))],
            new ConnectionPageInfo(
                page.HasNext,
                page.HasPrevious,
                page.Start is null ? null : cursors.Format(page.Start, scope),
                page.End is null ? null : cursors.Format(page.End, scope)));
    }
}
