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
}
