using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>A page of an outline.</summary>
/// <param name="Rows">The rows, each with its cursor and how many direct replies to it are left out.</param>
/// <param name="HasNext">Whether there is more behind them.</param>
/// <param name="End">Where to go on behind them.</param>
/// <param name="Failure">The call that kept the page from being whole.</param>
internal sealed record OutlinePage(
    IReadOnlyList<(OutlineRow Row, OutlineCursor Cursor, int HiddenChildren)> Rows,
    bool HasNext,
    OutlineCursor? End,
    YunxinException? Failure)
{
    /// <summary>A page of a thread that was read as a whole, or as far as it could be.</summary>
    public static OutlinePage OfThread(OutlineDemand demand, Timeline timeline, bool isCut, YunxinException? failure)
    {
        var top = demand.Under is null ? timeline.Root : timeline.Messages.Find(demand.Under);
        var rows = top is null ? [] : OutlineRows.Below(top, timeline);

        // What could not be read any more comes in batches.
        var rest = isCut && timeline.SegmentAt(ReplyPosition.Beginning) is { } segment
            ? new OutlineCursor([], ReplyChain.MaxPageSize, timeline.CursorOf(segment.To.Previous, oldestFirst: true))
            : null;
        return Of(demand, rows, rest, failure, new OutlineCursor([]));
    }

    /// <summary>A page of a batch.</summary>
    public static OutlinePage OfBatch(OutlineDemand demand, Timeline timeline, FlatDemand batch, YunxinException? failure)
    {
        var page = batch.PageIn(timeline);
        var rows = OutlineRows.Among(page.Messages, demand.Under);
        var rest = page.HasNext ? new OutlineCursor([], ReplyChain.MaxPageSize, page.End) : null;
        return Of(demand, rows, rest, failure, new OutlineCursor([], batch.Range.Count, batch.Range.After));
    }

    private static OutlinePage Of(
        OutlineDemand demand, List<OutlineRow> rows, OutlineCursor? rest, YunxinException? failure, OutlineCursor origin)
    {
        var first = OutlineRows.IndexBehind(rows, demand.After?.Path ?? []);
        var page = new List<(OutlineRow, OutlineCursor, int)>(demand.Count);
        var index = first;
        for (; index < rows.Count; index++)
        {
            var row = rows[index];
            if (row.Depth > demand.MaxDepth)
            {
                continue;
            }

            if (page.Count == demand.Count)
            {
                break;
            }

            var hidden = row.Depth == demand.MaxDepth ? CountChildren(rows, index) : 0;
            page.Add((row, origin with { Path = PathOf(rows, index) }, hidden));
        }

        if (index < rows.Count || rest is null)
        {
            return new OutlinePage(page, index < rows.Count, page.Count == 0 ? null : page[^1].Item2, failure);
        }

        if (page.Count > 0)
        {
            page[^1] = page[^1] with { Item2 = rest };
        }

        return new OutlinePage(page, true, rest, failure);
    }

    private static int CountChildren(List<OutlineRow> rows, int above)
    {
        var count = 0;
        for (var i = above + 1; i < rows.Count && rows[i].Level > rows[above].Level; i++)
        {
            count += rows[i].Above == above ? 1 : 0;
        }

        return count;
    }

    private static ReplyPosition[] PathOf(List<OutlineRow> rows, int index)
    {
        var path = new List<ReplyPosition>(OutlineCursor.MaxPath);
        for (; index >= 0 && path.Count < OutlineCursor.MaxPath; index = rows[index].Above)
        {
            path.Add(rows[index].Message.Position);
        }

        return [.. path];
    }
}
