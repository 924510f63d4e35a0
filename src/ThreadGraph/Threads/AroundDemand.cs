namespace ThreadGraph.Threads;

/// <summary>A page of all replies at every depth that holds one message in its middle.</summary>
/// <remarks>
/// It is two pages, the older one ending in front of the message. If the message is gone, its place counts.
/// </remarks>
/// <param name="Message">The message.</param>
/// <param name="Range">The page; counted from the front.</param>
internal sealed record AroundDemand(MessageKey Message, PageRange Range) : PageDemand(Range)
{
    private bool SeeksChildren { get; init; }

    private ReplyPosition Place => new(Message.CreatedAtMs, Message.MessageId);

    private int OlderCount => Math.Max((Range.Count - 1) / 2, 0);

    private FlatDemand Older => new(new PageRange(OlderCount, false, Before: new Cursor(Place), Window: Range.Window));

    /// <inheritdoc />
    public override PageDemand For(bool seeksChildren) => this with { SeeksChildren = seeksChildren };

    public override Reading? Next(Timeline timeline) => Older.Next(timeline)
        ?? Newer(Older.PageIn(timeline)).Next(timeline);

    public override ReplyPage PageIn(Timeline timeline)
    {
        var older = Older.PageIn(timeline);
        var newer = Newer(older).PageIn(timeline);
        return new ReplyPage(
            [.. older.Messages, .. newer.Messages],
            newer.HasNext,
            older.HasPrevious,
            older.StoppedStart,
            newer.StoppedEnd,
            newer.Failure ?? older.Failure);
    }

    /// <summary>What the older page leaves of the size, near the thread's beginning more than half.</summary>
    private FlatDemand Newer(ReplyPage older) => new(Range with
    {
        Forward = true, Count = Range.Count - older.Messages.Count, At = Place,
    })
    {
        SeeksChildren = SeeksChildren,
    };
}
