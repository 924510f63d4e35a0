namespace ThreadGraph.Types;

/// <summary>Half-open, on each message's own time: from &lt;= createdAt &lt; until.</summary>
public sealed record TimeWindow
{
    /// <summary>The first moment; the thread's beginning where left out.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The moment behind the last one; the thread's end where left out.</summary>
    public DateTimeOffset? Until { get; init; }
}
