namespace ThreadGraph.Threads;

/// <summary>How much of a thread was read to answer this request, and why not all of it.</summary>
/// <param name="Complete">Whether all replies were read.</param>
/// <param name="ReadCount">How many replies were read.</param>
/// <param name="CutBy">Why reading stopped; empty when all was read.</param>
public sealed record ThreadCoverage(bool Complete, int ReadCount, IReadOnlyList<CoverageCut> CutBy)
{
    /// <summary>Whether all replies were read.</summary>
    public bool Complete { get; init; } = Complete;

    /// <summary>How many replies were read.</summary>
    public int ReadCount { get; init; } = ReadCount;

    /// <summary>Why reading stopped; empty when all was read.</summary>
    public IReadOnlyList<CoverageCut> CutBy { get; init; } = CutBy;

    /// <summary>What has been read of a thread.</summary>
    internal static ThreadCoverage Of(Timeline timeline)
    {
        var cuts = timeline.Cuts;
        return timeline.IsWhole && !cuts.Contains(CoverageCut.NotVisible)
            ? new ThreadCoverage(true, timeline.ReadCount, [])
            : new ThreadCoverage(false, timeline.ReadCount, cuts.Count == 0 ? [CoverageCut.PageSize] : [.. cuts]);
    }
}
