namespace ThreadGraph.Yunxin.Transport;

/// <summary>Tells in which order a page came (upstream.md 3.2: the order is checked, not believed).</summary>
internal static class PageOrder
{
    /// <summary>True for oldest first, false for newest first, null if the page does not show it.</summary>
    internal static bool? IsOldestFirst(IReadOnlyList<YunxinMessage> messages)
    {
        if (messages.Count < 2)
        {
            return null;
        }

        var (first, last) = (messages[0].CreateTimeMs, messages[^1].CreateTimeMs);
        return first == last ? null : first < last;
    }
}
