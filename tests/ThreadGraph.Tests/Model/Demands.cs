namespace ThreadGraph.Tests.Model;

/// <summary>Whether what was read is enough for an operation's exact answer.</summary>
/// <param name="tree">The thread.</param>
/// <param name="place">Its kind: IM says with every page whether there is more, QChat does not (upstream.md 3.4 and 5.2).</param>
internal sealed class Demands(Tree tree, Place place)
{
    private readonly Dictionary<int, int> _indexes = tree.All.Select((r, i) => (r.Id, i)).ToDictionary(p => p.Id, p => p.i);

    /// <summary>A page as big as the upstream's own cannot hold one more to tell by; what the upstream says is taken for true.</summary>
    private const int MostOnPage = 100;

    public Dictionary<int, int> Indexes => _indexes;

    public bool AreMet(Asked asked, Knowledge known)
    {
        if (asked.Node is { } node)
        {
            return known.Has(node) && asked.Lists.All(l => IsMet(l, node, known));
        }

        var needsAny = asked.Source is ThreadOperation { Head: true } || asked.Lists.Count > 0;
        return (!needsAny || !known.IsEmpty) && asked.Lists.All(l => IsMet(l, null, known));
    }

    private bool IsMet(AskedList list, Reply? parent, Knowledge known)
    {
        if (list.Field is OutlineField)
        {
            return known.IsWhole;
        }

        var page = Pages.Of(list, tree, parent);
        var isCertain = list switch
        {
            { Field: MessagesField, Around: { } center, Cursor: null, Far: null } => IsCertainAround(list, center, page, known),
            { Field: MessagesField, Forward: true } => IsCertainAhead(list, page, known),
            { Field: MessagesField } => IsCertainBehind(list, page, known),
            { Forward: true } => AreChildrenCertainAhead(list, parent, known),
            _ => AreChildrenCertainBehind(list, parent, known),
        };
        return isCertain && (list.Nested is null
            || page.Items.All(item => IsMet(new AskedList(list.Nested, ""), item, known)));
    }

    /// <summary>What lies on either side of it tells only who looks there.</summary>
    private bool IsCertainAround(AskedList list, Reply center, Page<Reply> page, Knowledge known) =>
        known.From(center.Position) is { } stretch
        && stretch.From.CompareTo(center.Position) < 0
        && stretch.To.CompareTo(center.Position) > 0
        && page.Items.All(item => IsIn(stretch, item))
        && IsNextCertain(page, stretch, Stretch.End)
        && IsPreviousCertain(page, stretch, Stretch.Beginning)
        && (list.Size >= page.Items.Count);

    private bool IsCertainAhead(AskedList list, Page<Reply> page, Knowledge known)
    {
        var from = list.Cursor?.Position ?? (list.Window is { } w ? (w.From, int.MinValue) : (0, int.MinValue));
        return known.From(from) is { } stretch
            && page.Items.All(item => IsIn(stretch, item))
            && IsNextCertain(page, stretch, list.Window is { } window ? (window.Until, int.MinValue) : Stretch.End, list.Far is not null);
    }

    private bool IsCertainBehind(AskedList list, Page<Reply> page, Knowledge known)
    {
        var until = list.Cursor?.Position ?? (list.Window is { } w ? (w.Until, int.MinValue) : Stretch.End);
        return known.From(until) is { } stretch
            && page.Items.All(item => IsIn(stretch, item))
            && IsPreviousCertain(page, stretch, list.Window is { } window ? (window.From, int.MinValue) : Stretch.Beginning, list.Far is not null);
    }

    /// <summary>There is a next one where one was read, or where the upstream has said so of one that everybody sees.</summary>
    private bool IsNextCertain(Page<Reply> page, Stretch stretch, (int At, int Id) until, bool isBounded = false)
    {
        if (!page.HasNext)
        {
            return stretch.To.CompareTo(until) >= 0;
        }

        var last = page.Items.Count == 0 ? stretch.Low - 1 : _indexes[page.Items[^1].Id];
        return isBounded || tree.All.Take(stretch.High).Skip(last + 1).Any(Tree.IsVisible) || place switch
        {
            Place.P2P => true,

            // The count of the whole thread, or the time of its last reply, tells of more.
            Place.Channel => until == Stretch.End
                && (stretch.ReachesBeginning || stretch.High == 0 || tree.All[stretch.High - 1].At < tree.All[^1].At),
            Place.Team or Place.SuperTeam => page.Items.Count == MostOnPage,
            _ => false,
        };
    }

    private bool IsPreviousCertain(Page<Reply> page, Stretch stretch, (int At, int Id) from, bool isBounded = false)
    {
        if (!page.HasPrevious)
        {
            return stretch.From.CompareTo(from) <= 0;
        }

        var first = page.Items.Count == 0 ? stretch.High : _indexes[page.Items[0].Id];
        return isBounded || tree.All.Take(first).Skip(stretch.Low).Any(Tree.IsVisible) || place switch
        {
            Place.P2P => true,
            Place.Channel => from == Stretch.Beginning && stretch.ReachesEnd,
            Place.Team or Place.SuperTeam => page.Items.Count == MostOnPage,
            _ => false,
        };
    }

    private bool AreChildrenCertainAhead(AskedList list, Reply? parent, Knowledge known)
    {
        var from = list.Cursor?.Position ?? parent?.Position ?? (0, int.MinValue);
        if (known.From(from) is not { } stretch)
        {
            return false;
        }

        var rows = known.RowsOf(stretch).Where(Tree.IsVisible).Where(r => r.Position.CompareTo(from) > 0)
            .TakeWhile(r => list.Far is null || r.Position.CompareTo(list.Far.Position) < 0).ToArray();
        var isAll = list.Far is { } far ? stretch.To.CompareTo(far.Position) >= 0 : stretch.ReachesEnd;
        return AreCertain(rows, list, parent, known, isAll);
    }

    private bool AreChildrenCertainBehind(AskedList list, Reply? parent, Knowledge known)
    {
        var until = list.Cursor?.Position ?? Stretch.End;
        if (known.From(until) is not { } stretch)
        {
            return false;
        }

        var limit = Max(parent?.Position ?? Stretch.Beginning, list.Far?.Position ?? Stretch.Beginning);
        var rows = known.RowsOf(stretch).Where(Tree.IsVisible).Where(r => r.Position.CompareTo(until) < 0).Reverse()
            .TakeWhile(r => list.Far is null || r.Position.CompareTo(list.Far.Position) > 0).ToArray();
        return AreCertain(rows, list, parent, known, stretch.ReachesBeginning || stretch.From.CompareTo(limit) <= 0);
    }

    /// <summary>Enough direct replies are known, and nothing in front of the last of the page is open; or all is known.</summary>
    private bool AreCertain(Reply[] rows, AskedList list, Reply? parent, Knowledge known, bool isAll)
    {
        var found = 0;
        var isOpen = false;
        foreach (var row in rows)
        {
            if (known.IsSettled(row))
            {
                found += tree.ParentOf(row) == parent ? 1 : 0;
                if (found == list.Size && isOpen)
                {
                    return false;
                }

                if (found > list.Size)
                {
                    return true;
                }
            }
            else if (parent is null || tree.NamedBy(row) == parent.Id)
            {
                if (found < list.Size)
                {
                    isOpen = true;
                }
                else if (isAll)
                {
                    return false;
                }
            }
        }

        return isAll && !isOpen;
    }

    private static (int, int) Max((int, int) one, (int, int) other) => one.CompareTo(other) > 0 ? one : other;

    private bool IsIn(Stretch stretch, Reply reply) => _indexes[reply.Id] is var index && index >= stretch.Low && index < stretch.High;
}
