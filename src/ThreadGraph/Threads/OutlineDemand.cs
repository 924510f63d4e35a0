namespace ThreadGraph.Threads;

/// <summary>A page of a thread's replies in pre-order.</summary>
/// <remarks>
/// A reply to the first message may be the last, so pre-order needs the whole thread. One that has more replies than a request
/// may read comes in batches instead, each as many replies as a page holds, oldest first.
/// </remarks>
/// <param name="Count">The page size.</param>
/// <param name="After">The cursor to go on behind.</param>
/// <param name="Under">The message whose subtree is wanted; none for the whole thread.</param>
/// <param name="MaxDepth">The deepest rows that are wanted, counted from the root.</param>
internal sealed record OutlineDemand(int Count, OutlineCursor? After, MessageKey? Under, int? MaxDepth) : TimelineDemand
{
    public override Reading? Next(Timeline timeline)
    {
        if (Batch(timeline) is { } batch)
        {
            return batch.Next(timeline);
        }

        return timeline.SegmentAt(ReplyPosition.Beginning)?.To == ReplyPosition.End
            ? null
            : new Reading(ChainStart.Oldest, ReplyChain.MaxPageSize);
    }

    /// <summary>The page, once the demand is met or could not be met further.</summary>
    public OutlinePage PageIn(Timeline timeline)
    {
        var missing = Next(timeline);
        var failure = missing is { } reading ? timeline.FailureAt(reading) : null;
        return Batch(timeline) is { } batch
            ? OutlinePage.OfBatch(this, timeline, batch, failure)
            : OutlinePage.OfThread(this, timeline, missing is not null, failure);
    }

    /// <summary>The batch to read; none where the thread is read as a whole.</summary>
    private FlatDemand? Batch(Timeline timeline) => After is { BatchSize: > 0 } after
            ? new FlatDemand(new PageRange(after.IsAtBatchStart ? Count : after.BatchSize, true, after.Batch))
        : After is null && Under is null && timeline.Total > timeline.MaxScan
            ? new FlatDemand(new PageRange(Count, true))
        : null;
}
