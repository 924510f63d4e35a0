namespace ThreadGraph.Yunxin.Wire;

/// <summary>The three fields that stand beside the root, or within it (upstream.md 14, 4).</summary>
internal struct ThreadFields
{
    /// <summary>The messages of a page as clients usually ask for it; room for so many is made at once.</summary>
    internal const int UsualCount = 20;

    internal long? Total;
    internal long? Timestamp;
    internal List<YunxinMessage>? Messages;
}
