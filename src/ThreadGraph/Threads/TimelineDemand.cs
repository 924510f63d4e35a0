namespace ThreadGraph.Threads;

/// <summary>What a resolver wants to know of a thread. Equal demands are one.</summary>
internal abstract record TimelineDemand
{
    /// <summary>Where reading must go on; none when the demand is met.</summary>
    public abstract Reading? Next(Timeline timeline);

    /// <summary>Whether it is limited to a window of time.</summary>
    public virtual bool HasWindow => false;
}

/// <summary>Several demands that are stated together.</summary>
internal sealed record SeveralDemands(List<TimelineDemand> Demands) : TimelineDemand
{
    public override bool HasWindow => Demands.Exists(static demand => demand.HasWindow);

    public override Reading? Next(Timeline timeline)
    {
        foreach (var demand in Demands)
        {
            if (demand.Next(timeline) is { } reading)
            {
                return reading;
            }
        }

        return null;
    }
}

/// <summary>The reply count and the last reply's time: any page brings them, and for channels a call of their own.</summary>
internal sealed record CountDemand : TimelineDemand
{
    public static readonly CountDemand Instance = new();

    public override Reading? Next(Timeline timeline) => timeline.IsCounted ? null : HeadDemand.Reading;
}

/// <summary>The root: any page brings it, unless an older request's chain goes on with it.</summary>
/// <param name="SeeksChildren">Whether replies are counted, too, so that a full page is worth its while.</param>
internal sealed record HeadDemand(bool SeeksChildren = false) : TimelineDemand
{
    /// <summary>The root alone.</summary>
    public static readonly HeadDemand Instance = new();

    /// <summary>The smallest page.</summary>
    public static Reading Reading { get; } = new(ChainStart.Oldest, 1) { IsAnywhere = true };

    public override Reading? Next(Timeline timeline) => timeline.IsRootKnown ? null
        : SeeksChildren ? Reading with { Count = ReplyChain.MaxPageSize }
        : Reading;
}

/// <summary>One message, wherever in the thread it is; the root comes with any page.</summary>
internal sealed record MessageDemand(MessageKey Message) : TimelineDemand
{
    public override Reading? Next(Timeline timeline)
    {
        if (Message.IsRoot)
        {
            return HeadDemand.Instance.Next(timeline);
        }

        if (timeline.Messages.Find(Message) is not null)
        {
            return null;
        }

        // Nothing but its millisecond has to be read, however many share it.
        var (from, to) = (ReplyPosition.At(Message.CreatedAtMs), ReplyPosition.At(Message.CreatedAtMs + 1));
        return timeline.SegmentAt(from)?.To >= to
            ? null
            : new Reading(new ChainStart(true, from, to), ReplyChain.MaxPageSize);
    }
}

/// <summary>A page of a list of replies.</summary>
internal abstract record PageDemand(PageRange Range) : TimelineDemand
{
    public override bool HasWindow => !Range.Window.IsOpen;

    /// <summary>What the cursors of the page belong to.</summary>
    public virtual CursorScope ScopeIn(ThreadKey thread) => CursorScope.Messages(thread, Range.Window);

    /// <summary>The page, once the demand is met or could not be met further.</summary>
    public abstract ReplyPage PageIn(Timeline timeline);

    /// <summary>The same page, read so that replies to its messages are likely to come along.</summary>
    public virtual PageDemand For(bool seeksChildren) => this;
}
