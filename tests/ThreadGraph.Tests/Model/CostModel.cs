namespace ThreadGraph.Tests.Model;

/// <summary>Where reading may begin, and in which direction.</summary>
/// <param name="Index">The row it begins at (ahead), or in front of (behind).</param>
/// <param name="At">The place it begins at.</param>
/// <param name="Ahead">Oldest first, or newest first.</param>
internal sealed record Entrance(int Index, (int At, int Id) At, bool Ahead);

/// <summary>
/// The fewest upstream calls from which an operation can be answered exactly, whatever they are: pages of 100 are put together
/// in every way, one more at a time, until what they tell is enough.
/// </summary>
/// <remarks>
/// Reading may begin at the thread's ends and at the places that the operation itself names (cursors, messages, windows), as
/// nobody can know another place worth beginning at.
/// </remarks>
internal sealed class CostModel(Tree tree, Place place)
{
    private const int PageSize = 100;
    private const long MostTries = 20_000;

    private readonly Demands _demands = new(tree, place);

    /// <returns>The number; null where there are too many ways to try them all.</returns>
    public int? FewestCalls(Asked asked) => FewestCalls(asked, [.. EntrancesOf(asked).Distinct()]);

    /// <summary>The same where reading begins at the thread's beginning.</summary>
    public int? FewestCallsFromBeginning(Asked asked) => FewestCalls(asked, [AheadFrom(0)]);

    /// <summary>The same where reading begins at the thread's end.</summary>
    public int? FewestCallsFromEnd(Asked asked) => FewestCalls(asked, [Behind(Stretch.End)]);

    /// <summary>The same where reading begins at times: all that shares the millisecond of a place comes again.</summary>
    public int? FewestCallsByTime(Asked asked) => FewestCalls(asked, [.. EntrancesOf(asked).Select(ByTime).Distinct()]);

    private int? FewestCalls(Asked asked, Entrance[] entrances)
    {
        var tries = 0L;
        for (var calls = 0; ; calls++)
        {
            foreach (var pages in Ways(calls, entrances.Length))
            {
                if (++tries > MostTries / (1 + (tree.All.Count / 200)))
                {
                    return null;
                }

                var stretches = entrances.Zip(pages).Where(p => p.Second > 0).Select(p => Read(p.First, p.Second));
                if (_demands.AreMet(asked, new Knowledge(tree, _demands.Indexes, stretches)))
                {
                    return calls;
                }
            }
        }
    }

    private IEnumerable<Entrance> EntrancesOf(Asked asked)
    {
        if (asked.Node is { } node)
        {
            yield return AheadFrom(node.At);
            if (asked.Lists is [{ Forward: false, Cursor: null }])
            {
                yield return Behind(Stretch.End);
            }
        }

        foreach (var list in asked.Lists)
        {
            var places = list switch
            {
                { Cursor: { } cursor } => [cursor.Position],
                { Around: { } around } => [around.Position],
                { Window: { } window } => [list.Forward ? (window.From, int.MinValue) : (window.Until, int.MinValue)],
                _ => Array.Empty<(int, int)>(),
            };
            foreach (var at in places)
            {
                yield return Ahead(at);
                yield return Behind(at);
            }

            // How many lie in front of a cursor, the cursor may know; up to a page of them come with what is behind it.
            if (list is { Field: RepliesField, Cursor: { } after } && asked.Node is null
                && tree.All.Count(r => r.Position.CompareTo(after.Position) <= 0) <= PageSize)
            {
                yield return AheadFrom(0);
            }
        }

        if (asked.Lists.Any(l => l.Field is OutlineField || (l.Cursor is null && l.Around is null && l.Window is null)) && asked.Node is null
            || asked.Source is ThreadOperation { Head: true } && asked.Lists.Count == 0)
        {
            yield return AheadFrom(0);
            if (asked.Lists.Any(NeedsEnd))
            {
                yield return Behind(Stretch.End);
            }
        }
    }

    private static bool NeedsEnd(AskedList list) => (list is { Cursor: null, Window: null, Forward: false }) || NestsLast(list.Nested);

    private static bool NestsLast(RepliesField? nested) => nested is not null && (!nested.Paging.Forward || NestsLast(nested.Node.Replies));

    private Entrance ByTime(Entrance entrance) => entrance.At == Stretch.End ? entrance
        : entrance.Ahead ? AheadFrom(entrance.At.At)
        : Behind((entrance.At.At, int.MaxValue));

    private Entrance AheadFrom(int at) => Ahead((at, int.MinValue));

    private Entrance Ahead((int At, int Id) place) => new(tree.All.Count(r => r.Position.CompareTo(place) < 0), place, true);

    private Entrance Behind((int At, int Id) place) => new(tree.All.Count(r => r.Position.CompareTo(place) < 0), place, false);

    private Stretch Read(Entrance entrance, int pages)
    {
        var count = tree.All.Count;
        if (entrance.Ahead)
        {
            // What a cursor names is known.
            var index = entrance.Index < count && tree.All[entrance.Index].Position == entrance.At ? entrance.Index + 1 : entrance.Index;
            var high = Math.Min(count, index + (pages * PageSize));
            var isWhole = entrance.At.CompareTo((0, int.MinValue)) <= 0;
            var isEnd = high == count && IsToldOfEnd(isWhole || index + (pages * PageSize) > count);
            var to = isEnd ? Stretch.End : high == entrance.Index ? entrance.At : tree.All[high - 1].Position;
            return new Stretch(entrance.Index, high, isWhole ? Stretch.Beginning : entrance.At, to);
        }

        var low = Math.Max(0, entrance.Index - (pages * PageSize));
        var isBeginning = low == 0 && IsToldOfEnd(entrance.At == Stretch.End || entrance.Index < pages * PageSize);
        var from = isBeginning ? Stretch.Beginning : low == entrance.Index ? entrance.At : tree.All[low].Position;
        return new Stretch(low, entrance.Index, from, entrance.At);
    }

    /// <summary>
    /// IM says whether there is more; QChat's last page says it by not being full, or, with all the others from an end of
    /// the thread on, by the count of the whole (upstream.md 5.2).
    /// </summary>
    private bool IsToldOfEnd(bool isShortOrWhole) => place != Place.Channel || isShortOrWhole;

    /// <summary>Every way to deal out so many pages.</summary>
    private static IEnumerable<int[]> Ways(int pages, int entrances)
    {
        if (entrances == 0)
        {
            return pages == 0 ? [[]] : [];
        }

        return entrances == 1
            ? [[pages]]
            : Enumerable.Range(0, pages + 1).SelectMany(
                first => Ways(pages - first, entrances - 1).Select(rest => (int[])[first, .. rest]));
    }
}
