namespace ThreadGraph.Tests.Model;

/// <summary>What a connection is to answer with.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, bool HasNext, bool HasPrevious);

/// <summary>Cuts pages from whole lists.</summary>
internal static class Pages
{
    /// <summary>A page of replies in order: of all, of a window, or of those to one message.</summary>
    public static Page<Reply> Of(AskedList asked, Tree tree, Reply? parent, Func<Reply, bool>? filter = null)
    {
        var whole = asked.Field is MessagesField
            ? tree.Visible.Where(r => asked.Window is not { } w || (r.At >= w.From && r.At < w.Until))
            : tree.ChildrenOf(parent);
        var all = whole.Where(r => filter is null || filter(r)).ToArray();
        if (asked is { Around: { } center, Cursor: null, Far: null })
        {
            var place = all.Count(r => r.Position.CompareTo(center.Position) < 0);
            var from = place - Math.Min(place, (asked.Size - 1) / 2);
            return Cut(all, from, Math.Min(all.Length, from + asked.Size));
        }

        var (after, before) = asked.Forward ? (asked.Cursor, asked.Far) : (asked.Far, asked.Cursor);
        var front = after is null ? 0 : all.Count(r => r.Position.CompareTo(after.Position) <= 0);
        var back = before is null ? all.Length : all.Count(r => r.Position.CompareTo(before.Position) < 0);
        return Cut(all, asked, front, Math.Max(front, back));
    }

    /// <summary>A page of the outline.</summary>
    public static Page<Row> OfOutline(AskedList asked, Tree tree)
    {
        var all = tree.Outline(asked.Under, ((OutlineField)asked.Field).MaxDepth).ToArray();
        var front = asked.Cursor is null ? 0 : Array.FindIndex(all, r => r.Reply == asked.Cursor) + 1;
        return Cut(all, asked, front, all.Length);
    }

    private static Page<T> Cut<T>(T[] all, AskedList asked, int front, int back) => asked.Forward
        ? Cut(all, front, Math.Min(back, front + asked.Size))
        : Cut(all, Math.Max(front, back - asked.Size), back);

    private static Page<T> Cut<T>(T[] all, int from, int to) => new(all[from..to], to < all.Length, from > 0);
}
