namespace ThreadGraph.Tests.Model;

/// <summary>Compares what operations cost with the fewest calls; the one place where more is allowed, and why.</summary>
internal sealed class CostLedger
{
    private readonly SortedDictionary<string, (int Count, long Over)> _exceptions = [];
    private readonly SortedDictionary<string, (int Count, int Size, string Smallest)> _findings = [];
    private int _exact;

    public void Enter(Asked asked, ReadRows read, Session session, Func<string> describe)
    {
        if (session.Costs.FewestCalls(asked) is not { } fewest)
        {
            Allow("too many ways to read it, to try them all", 0);
        }
        else if (read.Calls == fewest)
        {
            _exact++;
        }
        else if (read.Calls > fewest && ReasonFor(asked, read, session) is { } reason)
        {
            Allow(reason, read.Calls - fewest);
        }
        else
        {
            Find(KindOf(asked, read.Calls - fewest), session.Tree.All.Count, () => $"{read.Calls} calls where {fewest} will do: {describe()}");
        }
    }

    public IEnumerable<string> Lines() => _exact == 0 ? [] :
    [
        $"cost exactly the fewest calls: {_exact} queries",
        .. _exceptions.Select(e => $"allowed more: {e.Key}: {e.Value.Count} queries, {e.Value.Over} calls above the fewest"),
    ];

    /// <summary>Nothing cost more, or less, than it may.</summary>
    public void Close() => string.Join("\n", _findings.Select(f => $"{f.Key}: {f.Value.Count} queries, the smallest: {f.Value.Smallest}"))
        .ShouldBeEmpty();

    /// <summary>Why nobody who does not know the thread beforehand can do with the fewest calls.</summary>
    private static string? ReasonFor(Asked asked, ReadRows read, Session session) => asked switch
    {
        // IM's windows are of time, and only a page's end has a token; QChat goes on behind a message.
        _ when session.Thread.Place != Place.Channel && (IsCrowded(asked, session.Tree)
            || (asked.Lists.Any(IsInside) && read.Calls == session.Costs.FewestCallsByTime(asked)))
            => "the replies of a cursor's millisecond come again",

        // A page is asked for as big as it is wanted; what of it the viewer may not see is missing.
        _ when read.HasHidden && read.Calls - session.Costs.FewestCalls(asked) <= asked.Lists.Count(static l => l.Field is MessagesField)
            => "replies that the viewer may not see on a page of the exact size",

        // Behind a message QChat gives no root, whether or not it is there.
        { Source: ThreadOperation } when session.Thread is { IsRootGone: true, Place: Place.Channel }
            && asked.Lists.Any(IsInside) && read.Calls - session.Costs.FewestCalls(asked) == 1 => "whether the root is gone",

        // The cursor's own message may be gone by now, and those who answer it orphans.
        { Node: null, Lists: [{ Field: RepliesField, Cursor: { } cursor, Forward: true }] }
            when session.Tree.Visible.Any(r => session.Tree.NamedBy(r) == cursor.Id) && read.Calls - session.Costs.FewestCalls(asked) == 1
            => "replies to the cursor's own message",

        // Which of several places to begin at serves the others, too, is known only when they have been read.
        { Lists.Count: > 1 } when asked.Lists.Any(IsInside) => "several lists, one of them inside the thread",

        // Parents in front of the cursor come with a page from the beginning, or need one more than the cursor's own.
        { Node: null, Lists: [{ Field: RepliesField, Cursor: not null }] }
            when read.Calls == session.Costs.FewestCallsFromBeginning(asked) => "direct replies beside a cursor in the first page",

        // A parent is sought page by page; the thread's other end may be nearer.
        { Node: null, Lists: [{ Field: RepliesField, Cursor: null, Forward: false }] }
            when read.Calls == session.Costs.FewestCallsFromEnd(asked) => "parents nearer to the thread's beginning",

        // The message is sought from its own time, its last replies from the end; one page may hold both, or neither.
        { Node: not null, Lists: [{ Forward: false, Cursor: null }] } => "a message and the last of its replies",
        _ => null,
    };

    private static bool IsCrowded(Asked asked, Tree tree) => asked.Lists.Select(static l => l.Cursor ?? l.Around).Append(asked.Node)
        .Any(place => place is not null && tree.All.Count(r => r.At == place.At) > 1);

    private static bool IsInside(AskedList list) => list is not { Cursor: null, Around: null, Window: null, Far: null };

    private void Allow(string reason, long over)
    {
        var (count, sum) = _exceptions.GetValueOrDefault(reason);
        _exceptions[reason] = (count + 1, sum + over);
    }

    private void Find(string kind, int size, Func<string> describe)
    {
        var (count, smallest, text) = _findings.GetValueOrDefault(kind, (0, int.MaxValue, ""));
        _findings[kind] = size < smallest ? (count + 1, size, describe()) : (count + 1, smallest, text);
    }

    private static string KindOf(Asked asked, int over) =>
        $"{(over > 0 ? "above" : "BELOW")} {(asked.Node is null ? "" : "node ")}{string.Join(", ", asked.Lists.Select(KindOf))}";

    private static string KindOf(AskedList list) =>
        $"{list.Field.GetType().Name} {(list.Forward ? "first" : "last")}{(list.Cursor is null ? "" : " cursor")}"
        + $"{(list.Far is null ? "" : " far")}{(list.Window is null ? "" : " window")}{(list.Around is null ? "" : " around")}"
        + (list.Nested is null ? "" : " nested");
}
