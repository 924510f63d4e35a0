namespace ThreadGraph.Tests.Model;

/// <summary>A stretch of a thread that was read without a gap.</summary>
/// <param name="Low">The index of its first row.</param>
/// <param name="High">The index behind its last row.</param>
/// <param name="From">The place from which on everything was read.</param>
/// <param name="To">The place up to which everything was read.</param>
internal sealed record Stretch(int Low, int High, (int At, int Id) From, (int At, int Id) To)
{
    public static readonly (int, int) Beginning = (int.MinValue, int.MinValue);
    public static readonly (int, int) End = (int.MaxValue, int.MaxValue);

    public bool ReachesEnd => To == End;

    public bool ReachesBeginning => From == Beginning;
}

/// <summary>What some pages of a thread tell for certain, and what they leave open.</summary>
internal sealed class Knowledge
{
    private readonly Tree _tree;
    private readonly Stretch[] _stretches;
    private readonly Dictionary<int, int> _indexes;

    public Knowledge(Tree tree, Dictionary<int, int> indexes, IEnumerable<Stretch> stretches)
    {
        (_tree, _indexes) = (tree, indexes);
        var merged = new List<Stretch>();
        foreach (var next in stretches.OrderBy(s => s.Low).ThenBy(s => s.High))
        {
            if (merged.Count > 0 && merged[^1] is var last && next.Low <= last.High)
            {
                merged[^1] = new Stretch(
                    last.Low, Math.Max(last.High, next.High), Min(last.From, next.From), Max(last.To, next.To));
            }
            else
            {
                merged.Add(next);
            }
        }

        _stretches = [.. merged];
    }

    public bool IsEmpty => _stretches.Length == 0;

    public bool IsWhole => _stretches is [{ ReachesBeginning: true, ReachesEnd: true }];

    /// <summary>The stretch that has read a place and goes on behind it.</summary>
    public Stretch? From((int At, int Id) place) => _stretches.FirstOrDefault(s => s.From.CompareTo(place) <= 0 && s.To.CompareTo(place) >= 0);

    public bool Has(Reply reply) => _stretches.Any(s => Holds(s, _indexes[reply.Id]));

    public IEnumerable<Reply> RowsOf(Stretch stretch) => _tree.All.Skip(stretch.Low).Take(stretch.High - stretch.Low);

    /// <summary>Whether it is certain what a reply stands under.</summary>
    public bool IsSettled(Reply reply)
    {
        var parent = _tree.NamedBy(reply, alsoHidden: true);
        if (reply.Parent is not { } named || parent == ModelThread.RootId)
        {
            return true;
        }

        // What it names comes behind it, by the place that it names; or it was read; or it was not there where it would be.
        var isBehind = named.Id == 0 ? named.At > reply.At : (named.At, named.Id).CompareTo(reply.Position) > 0;
        return isBehind || HasPassed(named) || (parent is { } id && _stretches.Any(s => Holds(s, _indexes[id])));
    }

    private bool HasPassed(Reference named)
    {
        var (low, high) = named.Id == 0 ? ((named.At, int.MinValue), (named.At, int.MaxValue)) : ((named.At, named.Id), (named.At, named.Id));
        return _stretches.Any(s => s.From.CompareTo(low) <= 0 && s.To.CompareTo(high) >= 0);
    }

    private static bool Holds(Stretch stretch, int index) => index >= stretch.Low && index < stretch.High;

    private static (int, int) Min((int, int) one, (int, int) other) => one.CompareTo(other) < 0 ? one : other;

    private static (int, int) Max((int, int) one, (int, int) other) => one.CompareTo(other) > 0 ? one : other;
}
