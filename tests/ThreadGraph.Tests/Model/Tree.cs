namespace ThreadGraph.Tests.Model;

/// <summary>Why a reply stands where it stands.</summary>
internal enum Standing
{
    UnderItsParent,
    ParentMissing,
    ParentNotVisible,

    /// <summary>It stands in front of what it claims to answer.</summary>
    InFrontOfParent,
}

/// <summary>A row of the outline.</summary>
internal sealed record Row(Reply Reply, int Depth, int? ParentId, int HiddenChildren);

/// <summary>The one tree of a thread, made from the whole of it, as docs/decisions/0007 says it, rule by rule.</summary>
/// <remarks>The root is <see langword="null"/> wherever a reply could stand.</remarks>
internal sealed class Tree
{
    private readonly Dictionary<int, Standing> _standings = [];
    private readonly Dictionary<int, Reply?> _parents = [];
    private readonly Dictionary<int, Reply> _byId;
    private readonly ILookup<int, Reply> _children;
    private readonly HashSet<int> _hidden;
    private readonly Reference[] _references;
    private readonly Reference[] _visibleReferences;

    public Tree(ModelThread thread)
    {
        All = thread.Replies;

        // Who sees what.
        Visible = [.. thread.Replies.Where(IsVisible).OrderBy(r => r.At).ThenBy(r => r.Id)];
        _hidden = thread.Replies.Where(r => !IsVisible(r)).Select(r => r.Id).ToHashSet();
        _byId = Visible.ToDictionary(r => r.Id);
        _references = [ModelThread.Root, .. All.Select(r => r.ToReference())];
        _visibleReferences = [ModelThread.Root, .. Visible.Select(r => r.ToReference())];

        // Parents and orphans.
        foreach (var reply in Visible)
        {
            (_standings[reply.Id], _parents[reply.Id]) = Stand(reply);
        }

        _children = Visible.ToLookup(r => _parents[r.Id]?.Id ?? ModelThread.RootId);
    }

    public IReadOnlyList<Reply> All { get; }

    public IReadOnlyList<Reply> Visible { get; }

    public static bool IsVisible(Reply reply) =>
        reply.Receivers is not { } named
        || reply.Sender == ModelThread.Viewer
        || named.Any(a => a.Equals(ModelThread.Viewer, StringComparison.OrdinalIgnoreCase)) == (reply.Inclusive ?? true);

    public bool IsHidden(int id) => _hidden.Contains(id);

    public Reply? Find(int id) => _byId.GetValueOrDefault(id);

    public Standing StandingOf(Reply reply) => _standings[reply.Id];

    public bool IsOrphan(Reply reply) => _standings[reply.Id] != Standing.UnderItsParent;

    /// <summary>What a reply stands under; the root of orphans.</summary>
    public Reply? ParentOf(Reply reply) => _parents[reply.Id];

    public IEnumerable<Reply> ChildrenOf(Reply? message) => _children[message?.Id ?? ModelThread.RootId];

    /// <summary>From the reply below the root down to the parent.</summary>
    public IEnumerable<Reply> AncestorsOf(Reply reply) =>
        ParentOf(reply) is { } parent ? [.. AncestorsOf(parent), parent] : [];

    /// <summary>Null for orphans and all below.</summary>
    public int? DepthOf(Reply reply) => IsOrphan(reply) ? null
        : ParentOf(reply) is { } parent ? DepthOf(parent) + 1
        : 1;

    public IEnumerable<Reply> DescendantsOf(Reply? message) =>
        ChildrenOf(message).SelectMany(c => DescendantsOf(c).Prepend(c));

    /// <summary>The tree in pre-order.</summary>
    public IReadOnlyList<Row> Outline(Reply? under, int? maxDepth)
    {
        var rows = new List<Row>();
        var depth = under is null ? 0 : RowDepthOf(under);
        AddRows(rows, under, depth, maxDepth ?? int.MaxValue);
        return rows;
    }

    /// <summary>What a reply names: a message's ID, the root's included, or null where it is not there for the viewer.</summary>
    public int? NamedBy(Reply reply, bool alsoHidden = false)
    {
        if (reply.Parent is not { } named || (named.Id == 0 && named.ClientId.Length == 0))
        {
            return ModelThread.RootId;
        }

        var messages = alsoHidden ? _references : _visibleReferences;
        if (named.Id != 0)
        {
            return named.Id == reply.Id ? ModelThread.RootId : messages.FirstOrDefault(m => m.Id == named.Id)?.Id;
        }

        var found = messages.Where(m => (m.ClientId, m.Sender, m.At) == (named.ClientId, named.Sender, named.At)).MinBy(m => m.Id);
        return found?.Id == reply.Id ? ModelThread.RootId : found?.Id;
    }

    private (Standing Standing, Reply? Parent) Stand(Reply reply)
    {
        var named = NamedBy(reply);
        if (named == ModelThread.RootId)
        {
            return (Standing.UnderItsParent, null);
        }

        if (named is null)
        {
            return (NamedBy(reply, alsoHidden: true) is null ? Standing.ParentMissing : Standing.ParentNotVisible, null);
        }

        var parent = _byId[named.Value];
        return parent.Position.CompareTo(reply.Position) > 0 ? (Standing.InFrontOfParent, null) : (Standing.UnderItsParent, parent);
    }

    /// <summary>Depth as the outline counts it: orphans at 1.</summary>
    private int RowDepthOf(Reply reply) => AncestorsOf(reply).Count() + 1;

    private void AddRows(List<Row> rows, Reply? parent, int depth, int maxDepth)
    {
        if (depth >= maxDepth)
        {
            return;
        }

        foreach (var child in ChildrenOf(parent))
        {
            var hidden = depth + 1 == maxDepth ? ChildrenOf(child).Count() : 0;
            var parentId = IsOrphan(child) ? (int?)null : parent?.Id ?? ModelThread.RootId;
            rows.Add(new Row(child, depth + 1, parentId, hidden));
            AddRows(rows, child, depth + 1, maxDepth);
        }
    }
}
