using System.ComponentModel.DataAnnotations;

namespace ThreadGraph.Threads;

/// <summary>How threads are read. Configuration section <c>Threads</c>.</summary>
public sealed class ThreadsOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Threads";

    /// <summary>
    /// How many replies of one thread a request may read, at most.
    /// Unit: replies. Default: 2,000. Range: 100 to 100,000.
    /// </summary>
    [Range(100, 100_000)]
    public int MaxScan { get; set; } = 2_000;

    /// <summary>
    /// How long a request may read, at most. What has been read by then is answered; only a thread of which nothing was
    /// read fails.
    /// Unit: time. Default: 15 seconds. Range: 1 second to 2 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a page that was read is given to who asks for the same in the same account's name. The answer's
    /// <c>extensions</c> say how old it is.
    /// Unit: time. Default: 0, no page is kept. Range: 0 to 1 minute.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan PageCacheTime { get; set; }

    /// <summary>
    /// How many pages are kept, at most; the oldest leave first.
    /// Unit: pages of up to 100 replies. Default: 1,000. Range: 1 to 100,000.
    /// </summary>
    [Range(1, 100_000)]
    public int PageCacheSize { get; set; } = 1_000;
}
