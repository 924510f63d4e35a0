namespace ThreadGraph.Yunxin.Wire;

/// <summary>The three fields that stand beside the root, or within it (upstream.md 14, 4).</summary>
internal struct ThreadFields
{
    internal long? Total;
    internal long? Timestamp;
    internal List<YunxinMessage>? Messages;
}
