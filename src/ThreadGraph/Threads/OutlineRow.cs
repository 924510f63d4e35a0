namespace ThreadGraph.Threads;

/// <summary>A message's place in an outline.</summary>
/// <param name="Message">The message.</param>
/// <param name="Depth">How far it is from the root; an orphan is at 1.</param>
/// <param name="Level">How far it is from the top of the rows at hand.</param>
/// <param name="Above">The row that it is under; -1 at the top.</param>
internal readonly record struct OutlineRow(Message Message, int Depth, int Level, int Above);

/// <summary>Puts messages into pre-order.</summary>
internal static class OutlineRows
{
    /// <summary>Everything below a message, as far as read.</summary>
    public static List<OutlineRow> Below(Message top, Timeline timeline)
    {
        var rows = new List<OutlineRow>(top.IsRoot ? timeline.ReadCount : 0);
        var depth = DepthOf(top) + 1;
        Append(rows, [.. timeline.Tree.ChildrenOf(top).Select(child => new OutlineRow(child, depth, 0, -1))], timeline.Tree.ChildrenOf);
        return rows;
    }

    /// <summary>The messages of a batch among themselves.</summary>
    /// <param name="batch">The messages.</param>
    /// <param name="under">The message whose replies begin the rows; none for all that answer nothing in the batch.</param>
    public static List<OutlineRow> Among(IReadOnlyList<Message> batch, MessageKey? under)
    {
        var members = batch.ToHashSet();
        var children = batch.ToLookup(m => m.KnownParent is { } parent && members.Contains(parent) ? parent : null);
        var tops = under is null ? children[null] : batch.Where(m => !m.IsOrphan && m.ParentKey == under);
        var rows = new List<OutlineRow>();
        Append(rows, [.. tops.Select(top => new OutlineRow(top, TopDepth(top), 0, -1))], m => [.. children[m]]);
        return rows;
    }

    /// <summary>The row behind a place, by its index; where the place's own row is gone, what would follow it.</summary>
    public static int IndexBehind(List<OutlineRow> rows, IReadOnlyList<ReplyPosition> path)
    {
        for (var i = 0; i < path.Count; i++)
        {
            var index = rows.FindIndex(r => r.Message.Position == path[i]);
            if (index >= 0)
            {
                return i == 0 ? index + 1 : IndexAmong(rows, index, path[i - 1]);
            }
        }

        return path.Count == 0 ? 0 : IndexAmong(rows, -1, path[^1]);
    }

    /// <summary>The first row under another one that stands behind a place, or the first that is not under that one any more.</summary>
    private static int IndexAmong(List<OutlineRow> rows, int above, ReplyPosition place)
    {
        var level = above < 0 ? 0 : rows[above].Level + 1;
        var index = above + 1;
        while (index < rows.Count && rows[index].Level >= level
            && (rows[index].Level > level || rows[index].Message.Position <= place))
        {
            index++;
        }

        return index;
    }

    private static void Append(
        List<OutlineRow> rows, OutlineRow[] tops, Func<Message, IReadOnlyList<Message>> childrenOf)
    {
        var open = new Stack<OutlineRow>(tops.Reverse());
        while (open.TryPop(out var row))
        {
            rows.Add(row);
            var above = rows.Count - 1;
            var children = childrenOf(row.Message);
            for (var i = children.Count - 1; i >= 0; i--)
            {
                open.Push(new OutlineRow(children[i], row.Depth + 1, row.Level + 1, above));
            }
        }
    }

    /// <summary>The depth of a batch's top row: a parent that came in an earlier batch is a reply itself.</summary>
    private static int TopDepth(Message message) => message.IsOrphan ? 1
        : message.Above is { } parent ? DepthOf(parent) + 1
        : 2;

    /// <summary>The distance from the root, or one more than that from the orphan that a message is under.</summary>
    private static int DepthOf(Message message)
    {
        var depth = 0;
        while (!message.IsRoot)
        {
            depth++;
            if (message.KnownParent is not { } parent)
            {
                return message.IsOrphan ? depth : depth + 1;
            }

            message = parent;
        }

        return depth;
    }
}
