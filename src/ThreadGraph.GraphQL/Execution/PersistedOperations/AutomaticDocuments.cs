namespace ThreadGraph.GraphQL.Execution;

/// <summary>Documents that clients have sent with their hashes, the latest ones, bounded in number and in bytes.</summary>
internal sealed class AutomaticDocuments(int capacity)
{
    /// <summary>All documents together: room for a thousand of sixteen KiB.</summary>
    private const long MaxBytes = 16 * 1024 * 1024;

    private readonly Dictionary<string, byte[]> _byHash = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldestFirst = new();
    private readonly Lock _lock = new();
    private long _bytes;

    /// <summary>Finds a document.</summary>
    public bool TryGet(string hash, out ReadOnlyMemory<byte> document)
    {
        lock (_lock)
        {
            var isKnown = _byHash.TryGetValue(hash, out var bytes);
            document = bytes;
            return isKnown;
        }
    }

    /// <summary>Keeps a document, and lets go of the oldest where there are too many.</summary>
    public void Add(string hash, ReadOnlySpan<byte> document)
    {
        lock (_lock)
        {
            if (document.Length > MaxBytes || !_byHash.TryAdd(hash, document.ToArray()))
            {
                return;
            }

            _oldestFirst.Enqueue(hash);
            _bytes += document.Length;
            while (_byHash.Count > capacity || _bytes > MaxBytes)
            {
                _byHash.Remove(_oldestFirst.Dequeue(), out var oldest);
                _bytes -= oldest!.Length;
            }
        }
    }
}
