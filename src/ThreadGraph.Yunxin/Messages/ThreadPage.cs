namespace ThreadGraph.Yunxin;

/// <summary>One page of a thread.</summary>
public sealed record ThreadPage
{
    /// <summary>The root of the thread. Always there on a first page; a later page may come without.</summary>
    public YunxinMessage? Root { get; init; }

    /// <summary>
    /// How many replies the thread has, root not counted; null if the upstream did not say. Need not equal what the
    /// pages return (upstream.md 14, 5).
    /// </summary>
    public long? Total { get; init; }

    /// <summary>
    /// When the last reply was sent, in Unix milliseconds; null if there is none or the upstream's value cannot be
    /// that time (upstream.md 14, 6).
    /// </summary>
    public long? LastReplyTimeMs { get; init; }

    /// <summary>The replies, root excluded, in the order received.</summary>
    public required IReadOnlyList<YunxinMessage> Messages { get; init; }

    /// <summary>
    /// IM: another page exists, if only by what the upstream says, without a token that leads there. QChat, which does not say: the page was full, so there may be more.
    /// </summary>
    public required bool HasMore { get; init; }

    /// <summary>
    /// Goes into <see cref="ThreadMessagesQuery.PageToken"/> as it is; null at the end, and always for QChat. It is
    /// the upstream's token, marked if the chain was begun with its order flag swapped.
    /// </summary>
    public string? NextToken { get; init; }
}
