namespace ThreadGraph.Yunxin.Wire;

/// <summary>Keeps the texts of one page: copies of them side by side in a few arrays, so that the page itself need not be kept.</summary>
/// <remarks>They are about a third of the page (docs/decisions/0012).</remarks>
internal sealed class PageTexts
{
    // Room for a few texts, as an inbox wants of each thread, then for a dozen at a time: little is left empty.
    private const int FirstBytes = 2 * 1024;
    private const int NextBytes = 4 * 1024;

    private byte[] _bytes = [];
    private int _used;

    /// <summary>Keeps a JSON string, quotes included.</summary>
    internal JsonText Keep(ReadOnlySpan<byte> json)
    {
        if (_bytes.Length - _used < json.Length)
        {
            var usual = _bytes.Length == 0 ? FirstBytes : NextBytes;
            (_bytes, _used) = (GC.AllocateUninitializedArray<byte>(Math.Max(usual, json.Length)), 0);
        }

        var kept = _bytes.AsMemory(_used, json.Length);
        json.CopyTo(kept.Span);
        _used += json.Length;
        return new JsonText(kept);
    }
}
