namespace ThreadGraph.Tests.Model;

/// <summary>What the calls of one operation brought of a thread.</summary>
internal sealed class ReadRows
{
    private readonly HashSet<int> _ids = [];
    private readonly List<((long AtMs, long Id) From, (long AtMs, long Id) To)> _stretches = [];

    public ReadRows(IReadOnlyList<UpstreamCall> calls, PlacedThread placed, Tree tree)
    {
        foreach (var call in calls)
        {
            _ids.UnionWith(call.Rows.Select(placed.LocalId));
            AddStretch(call, placed);
        }

        HasRowsAtBounds = tree.All.Any(r => calls.Any(
            c => c.BeginMs == PlacedThread.StartMs + r.At || c.EndMs == PlacedThread.StartMs + r.At));
        Calls = calls.Count;
        Rows = calls.Sum(c => c.Rows.Length);
        IsWhole = tree.All.All(r => _ids.Contains(r.Id));
        IsSurelyWhole = IsWhole
            && calls.Any(c => c.BeginMs <= PlacedThread.StartMs)
            && calls.Any(c => tree.All.All(r => c.EndMs > PlacedThread.StartMs + r.At));
        HasHidden = tree.All.Any(r => _ids.Contains(r.Id) && !Tree.IsVisible(r));
        VisibleCount = tree.Visible.Count(r => _ids.Contains(r.Id));
    }

    public int Calls { get; }

    /// <summary>Rows served, repeated ones included.</summary>
    public int Rows { get; }

    public bool IsWhole { get; }

    /// <summary>Whether all was read from one end to the other, and not by the chance that a window held all.</summary>
    public bool IsSurelyWhole { get; }

    /// <summary>Whether some of it the viewer may not see.</summary>
    public bool HasHidden { get; }

    /// <summary>
    /// Whether replies share the millisecond that reading began or ended at: the upstream then serves some of them without
    /// need (upstream.md 14, 11), and they need not be taken up.
    /// </summary>
    public bool HasRowsAtBounds { get; }

    public int VisibleCount { get; }

    public bool Has(Reply? message) => message is null || _ids.Contains(message.Id);

    public bool Has(int id) => id == ModelThread.RootId || _ids.Contains(id);

    /// <summary>Whether a message at this place would certainly have been read, were it there.</summary>
    public bool HasPassed(Reference named) => _stretches.Any(s =>
        s.From.CompareTo((named.At, named.Id == 0 ? 0 : named.Id)) < 0
        && s.To.CompareTo((named.At, named.Id == 0 ? int.MaxValue : named.Id)) > 0
        && (named.Id != 0 || s.From.AtMs < named.At));

    private void AddStretch(UpstreamCall call, PlacedThread placed)
    {
        var rows = call.Rows.Select(id => (At: (long)placed.At(id), Id: (long)placed.LocalId(id))).ToArray();
        var isFull = call.Rows.Length == call.Limit;
        var low = (At: call.BeginMs - PlacedThread.StartMs, Id: 0L);
        var high = (At: call.EndMs - PlacedThread.StartMs, Id: long.MaxValue);
        if (rows.Length == 0)
        {
            _stretches.Add((low, high));
            return;
        }

        var (first, last) = (rows.Min(), rows.Max());
        var isFresh = call.Token.Length == 0 && call.Anchor == 0;
        _stretches.Add(call.OldestFirst
            ? (isFresh ? low : first, isFull ? last : high)
            : (isFull ? first : low, isFresh ? high : last));
    }
}
