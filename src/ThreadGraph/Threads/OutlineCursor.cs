namespace ThreadGraph.Threads;

/// <summary>A place in an outline.</summary>
/// <param name="Path">
/// The row and the nearest of what it is under, in this order, so that the place is found again where some of them are gone;
/// empty in front of a batch's first row.
/// </param>
/// <param name="BatchSize">How many replies the row's batch has; 0 where the thread was read as a whole.</param>
/// <param name="Batch">The place that the row's batch starts behind; none for the thread's beginning.</param>
internal sealed record OutlineCursor(IReadOnlyList<ReplyPosition> Path, int BatchSize = 0, Cursor? Batch = null)
{
    /// <summary>How much of what a row is under its cursor remembers.</summary>
    public const int MaxPath = 8;

    /// <summary>Whether the next page begins with a batch of its own.</summary>
    public bool IsAtBatchStart => Path.Count == 0;
}
