using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace ThreadGraph.Threads;

/// <summary>Keeps pages for a short while after they were read, so that who asks next need not read them again.</summary>
/// <remarks>
/// Off unless <see cref="ThreadsOptions.PageCacheTime"/> is set. A page is found by its query, which names the account, so nobody
/// is given what somebody else may see. All pages are kept for the same time, so they leave in the order they came in.
/// </remarks>
internal sealed class RecentPages(IOptions<ThreadsOptions> options, TimeProvider time)
{
    private readonly ConcurrentQueue<Entry> _entries = new();

    /// <summary>Whether pages are kept at all.</summary>
    public bool IsOn => options.Value.PageCacheTime > TimeSpan.Zero;

    /// <summary>Keeps a page among others, or lets it go if nothing is kept.</summary>
    public void Keep(ConcurrentDictionary<PageKey, SharedPage> pages, PageKey key, SharedPage page, bool isRead)
    {
        if (IsOn && isRead)
        {
            _entries.Enqueue(new Entry(pages, key, page, time.GetUtcNow() + options.Value.PageCacheTime));
        }
        else
        {
            pages.TryRemove(KeyValuePair.Create(key, page));
        }
    }

    /// <summary>Lets go of what is too old, or too much.</summary>
    public void Sweep()
    {
        while (_entries.TryPeek(out var oldest)
            && (oldest.Until <= time.GetUtcNow() || _entries.Count > options.Value.PageCacheSize)
            && _entries.TryDequeue(out var entry))
        {
            entry.Pages.TryRemove(KeyValuePair.Create(entry.Key, entry.Page));
        }
    }

    private sealed record Entry(
        ConcurrentDictionary<PageKey, SharedPage> Pages, PageKey Key, SharedPage Page, DateTimeOffset Until);
}
