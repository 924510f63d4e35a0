using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Keeps what has been made of the documents that were asked for last, bounded in number and in bytes.</summary>
/// <remarks>
/// Documents are found by their bytes, without copying them. When the cache is full, a sweep drops what has not been
/// used since the sweep before ("second chance"), which keeps the documents that are in use at the price of one flag
/// per entry instead of a list that every hit would have to change.
/// </remarks>
/// <param name="capacity">The most documents.</param>
/// <param name="maxBytes">
/// The most bytes of all documents together. What is made of a document takes some hundred times its bytes, so large ones
/// would fill the memory long before there are many.
/// </param>
internal sealed class DocumentCache(int capacity, long maxBytes = 1024 * 1024)
{
    private readonly ConcurrentDictionary<byte[], CachedDocument> _documents = new(Utf8Comparer.Instance);
    private readonly Lock _sweep = new();
    private long _bytes;

    /// <summary>Finds a document.</summary>
    public bool TryGet(ReadOnlySpan<byte> source, [NotNullWhen(true)] out CachedDocument? document)
    {
        if (!_documents.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(source, out document))
        {
            return false;
        }

        document.IsUsed = true;
        return true;
    }

    /// <summary>Keeps a document.</summary>
    public void Add(byte[] source, CachedDocument document)
    {
        if (_documents.TryAdd(source, document))
        {
            Interlocked.Add(ref _bytes, source.Length);
        }

        if (HasMoreThan(capacity, maxBytes))
        {
            Sweep();
        }
    }

    private bool HasMoreThan(int count, long bytes) => _documents.Count > count || Interlocked.Read(ref _bytes) > bytes;

    private void Sweep()
    {
        lock (_sweep)
        {
            // The second round finds every flag taken down, so it always makes room.
            for (var round = 0; round < 2 && HasMoreThan(capacity, maxBytes); round++)
            {
                foreach (var (source, document) in _documents)
                {
                    if (document.IsUsed)
                    {
                        document.IsUsed = false;
                    }
                    else if (HasMoreThan(capacity / 2, maxBytes / 2) && _documents.TryRemove(source, out _))
                    {
                        Interlocked.Add(ref _bytes, -source.Length);
                    }
                }
            }
        }
    }

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Utf8Comparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        /// <summary>Seeded per process, so that nobody can prepare documents that collide.</summary>
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
