namespace ThreadGraph.GraphQL.Execution;

/// <summary>The cost of the objects of a tree, level by level, from where an operation enters it.</summary>
/// <remarks>
/// Page sizes multiply from level to level, and soon there are more places than the tree has objects. So each level keeps
/// two numbers: what it costs by the page sizes, and what a single object costs on it. At one place of the operation an
/// object of the tree stands at most once, which bounds the level by the tree's size times the latter.
/// </remarks>
internal sealed class TreeLevels
{
    private readonly List<Level> _levels = [];

    /// <summary>Adds to one level.</summary>
    /// <param name="level">The level, from 0.</param>
    /// <param name="total">What the objects cost by the page sizes.</param>
    /// <param name="perObject">What one object costs.</param>
    public void Add(int level, long total, long perObject)
    {
        while (_levels.Count <= level)
        {
            _levels.Add(default);
        }

        var before = _levels[level];
        _levels[level] = new Level(
            Saturating.Add(before.Total, total), Saturating.Add(before.PerObject, perObject));
    }

    /// <summary>Adds the levels below each of some objects.</summary>
    /// <param name="below">The levels below one object.</param>
    /// <param name="objects">How many objects.</param>
    /// <param name="from">The level that the first of them becomes.</param>
    public void AddBelow(TreeLevels below, long objects, int from)
    {
        for (var i = 0; i < below._levels.Count; i++)
        {
            Add(from + i, Saturating.Multiply(objects, below._levels[i].Total), below._levels[i].PerObject);
        }
    }

    /// <summary>The larger of both on each level: an object has one of several types.</summary>
    public void Max(TreeLevels other)
    {
        for (var i = 0; i < other._levels.Count; i++)
        {
            Add(i, 0, 0);
            _levels[i] = new Level(
                Math.Max(_levels[i].Total, other._levels[i].Total),
                Math.Max(_levels[i].PerObject, other._levels[i].PerObject));
        }
    }

    /// <summary>What all levels cost together.</summary>
    /// <param name="treeSize">The most objects that the tree has.</param>
    /// <param name="isEachOnce">Whether an object stands on one level only: the levels are those below one object.</param>
    public long Close(long treeSize, bool isEachOnce)
    {
        var (total, heaviest) = (0L, 0L);
        foreach (var level in _levels)
        {
            total = Saturating.Add(total, Math.Min(level.Total, Saturating.Multiply(treeSize, level.PerObject)));
            heaviest = Math.Max(heaviest, level.PerObject);
        }

        return isEachOnce ? Math.Min(total, Saturating.Multiply(treeSize, heaviest)) : total;
    }

    private readonly record struct Level(long Total, long PerObject);
}
