using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.Threads;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Benchmarks;

/// <summary>How the cost of a thread grows with its replies, over an upstream in memory.</summary>
/// <remarks>Time and memory for each reply are in the last two columns: they should stay flat, for deep and wide trees.</remarks>
[MemoryDiagnoser]
[PerReply]
[AsServed]
public class TreeGrowthBenchmarks
{
    private const int PageSize = 100;

    private static readonly MessageThreadKey Key = new(YunxinConversationType.P2P, "alice", "bob", 1, "c-1", 1_000);

    private readonly ServiceProvider _services = new ServiceCollection()
        .AddMetrics()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<RecentPages>()
        .AddSingleton<ReadingMetrics>()
        .BuildServiceProvider();

    private InMemoryThread _upstream = null!;
    private Timeline _timeline = null!;

    /// <summary>The replies of the thread.</summary>
    [Params(1_000, 10_000, 100_000)]
    public int Replies { get; set; }

    /// <summary>Each reply answers the one before it, or all answer the root.</summary>
    [Params(TreeShape.Chain, TreeShape.Star)]
    public TreeShape Shape { get; set; }

    /// <summary>Writes the thread, and reads it once for the benchmarks that only page.</summary>
    [GlobalSetup]
    public async Task SetupAsync()
    {
        _upstream = new InMemoryThread(Replies, Shape);
        _timeline = await ReadAsync();
    }

    /// <summary>Reads all pages, builds the tree, finds every depth and counts what is below each message.</summary>
    [Benchmark(Baseline = true)]
    public async Task<long> Build()
    {
        var timeline = await ReadAsync();
        var rows = OutlineRows.Below(timeline.Root, timeline);
        return rows.Sum(static row => (long)ReplyDepths.Of(row.Message)!) + timeline.Tallies.Of(timeline.Root);
    }

    /// <summary>All of it: builds the tree, then goes through every list of it.</summary>
    [Benchmark]
    public async Task<long> BuildAndPage() => await Build() + PageFlat() + PageTree();

    /// <summary>Goes through the flat list page by page.</summary>
    [Benchmark]
    public int PageFlat() => Walk(range => new FlatDemand(range));

    /// <summary>Goes through the direct replies to every message page by page.</summary>
    [Benchmark]
    public int PageTree()
    {
        var count = Walk(range => new ChildrenDemand(ThreadReader.RootOf(Key), range));
        foreach (var message in _timeline.SegmentAt(ReplyPosition.Beginning)!.Messages)
        {
            count += Walk(range => new ChildrenDemand(message.Id, range));
        }

        return count;
    }

    private int Walk(Func<PageRange, PageDemand> demand)
    {
        var count = 0;
        var page = demand(new PageRange(PageSize, Forward: true)).PageIn(_timeline);
        for (count += page.Messages.Count; page.HasNext; count += page.Messages.Count)
        {
            page = demand(new PageRange(PageSize, Forward: true, page.End)).PageIn(_timeline);
        }

        return count;
    }

    private async Task<Timeline> ReadAsync()
    {
        var limits = new ReadingLimits(MaxScan: 100_000, EndMs: 1_000_000, DateTimeOffset.MaxValue, TimeProvider.System);
        var source = new ThreadSource(
            _upstream, _services.GetRequiredService<RecentPages>(), _services.GetRequiredService<ReadingMetrics>(), TimeProvider.System);
        var timeline = new Timeline(Key, "alice", source, limits);
        await timeline.MeetAsync([new OutlineDemand(PageSize, null, null, null)], CancellationToken.None);
        return timeline;
    }
}

/// <summary>How a thread's replies hang together.</summary>
public enum TreeShape
{
    /// <summary>Each answers the one before it.</summary>
    Chain,

    /// <summary>All answer the root.</summary>
    Star,
}
