namespace ThreadGraph.Yunxin.Wire;

/// <summary>Keeps the texts of one page: copies of them side by side in a few arrays, so that the page itself need not be kept.</summary>
internal sealed class PageTexts
{
    private const int MostBytes = 8 * 1024;

    private byte[] _bytes = [];
    private int _used;

    /// <summary>Keeps a JSON string, quotes included.</summary>
    /// <param name="json">The string.</param>
    /// <param name="left">How many bytes of the page are behind it.</param>
    internal JsonText Keep(ReadOnlySpan<byte> json, int left)
    {
        if (_bytes.Length - _used < json.Length)
        {
            // Texts are nearly half of a page, be it one of 3 messages or of 100 (docs/decisions/0012): little is left empty.
            var expected = Math.Min((json.Length + left) / 2, MostBytes);
            (_bytes, _used) = (GC.AllocateUninitializedArray<byte>(Math.Max(expected, json.Length)), 0);
        }

        var kept = _bytes.AsMemory(_used, json.Length);
        json.CopyTo(kept.Span);
        _used += json.Length;
        return new JsonText(kept);
    }
}
