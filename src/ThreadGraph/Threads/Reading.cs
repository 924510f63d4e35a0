namespace ThreadGraph.Threads;

/// <summary>Where a demand needs reading to go on.</summary>
/// <param name="Start">The place, the direction, and where it ends at the latest.</param>
/// <param name="Count">How many new replies are wanted.</param>
/// <param name="Resume">How an older request's chain goes on from that place.</param>
internal readonly record struct Reading(ChainStart Start, int Count, ChainResume? Resume = null)
{
    /// <summary>Whether any other page would do as well.</summary>
    public bool IsAnywhere { get; init; }

    /// <summary>
    /// The one to do first: oldest first before newest first, each from where it begins. Two from one millisecond are done
    /// together.
    /// </summary>
    public static Reading First(Reading left, Reading right)
    {
        if (left.IsAnywhere != right.IsAnywhere)
        {
            return left.IsAnywhere ? right : left;
        }

        if (left.Start.OldestFirst != right.Start.OldestFirst)
        {
            return left.Start.OldestFirst ? left : right;
        }

        var isLeftFirst = left.Start.Bound.CompareTo(right.Start.Bound) is var order && order < 0 == left.Start.OldestFirst;
        var (first, second) = order == 0 || isLeftFirst ? (left, right) : (right, left);
        return IsTogether(left, right) ? first with { Start = Longer(first.Start, second.Start), Count = Math.Max(left.Count, right.Count) } : first;
    }

    /// <summary>Whether two begin so close to each other that one page serves both.</summary>
    public static bool IsTogether(Reading left, Reading right) =>
        left.Start.OldestFirst == right.Start.OldestFirst && left.Start.Bound.TimeMs == right.Start.Bound.TimeMs;

    private static ChainStart Longer(ChainStart first, ChainStart second) => first with
    {
        Limit = first.OldestFirst
            ? ReplyPosition.Later(first.Limit, second.Limit)
            : ReplyPosition.Earlier(first.Limit, second.Limit),
    };
}

/// <summary>How much a request may read of one thread.</summary>
/// <param name="MaxScan">The most replies.</param>
/// <param name="EndMs">The end of the time window of chains that begin in this request, in Unix milliseconds.</param>
/// <param name="Deadline">When reading has to be over.</param>
/// <param name="Time">The clock.</param>
internal sealed record ReadingLimits(int MaxScan, long EndMs, DateTimeOffset Deadline, TimeProvider Time)
{
    /// <summary>Whether the deadline has passed.</summary>
    public bool IsOver => Time.GetUtcNow() >= Deadline;

    /// <summary>How long ago something was.</summary>
    public TimeSpan AgeOf(DateTimeOffset moment) => Time.GetUtcNow() - moment;
}
