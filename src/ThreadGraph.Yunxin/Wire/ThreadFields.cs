namespace ThreadGraph.Yunxin.Wire;

/// <summary>The three fields that stand beside the root, or within it (upstream.md 14, 4).</summary>
internal struct ThreadFields
{
    // A message of some hundred characters.
    private const int UsualBytes = 640;

    internal long? Total;
    internal long? Timestamp;
    internal List<YunxinMessage>? Messages;

    /// <summary>How many messages some bytes are likely to hold; room for so many is made at once.</summary>
    internal static int CountIn(int bytes) => 1 + (bytes / UsualBytes);
}
