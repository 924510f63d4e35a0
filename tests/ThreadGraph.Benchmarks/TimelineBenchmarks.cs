using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.Tests.Support;
using ThreadGraph.Threads;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Benchmarks;

/// <summary>From a page that has been read to the timeline of a thread that fits on it.</summary>
/// <remarks>Of longer threads <see cref="TreeGrowthBenchmarks"/> tells.</remarks>
[MemoryDiagnoser]
[AsServed]
public class TimelineBenchmarks
{
    private WebApplication _server = null!;
    private MessageThreadKey _key = null!;

    /// <summary>The replies of the thread.</summary>
    [Params(20, 100)]
    public int Replies { get; set; }

    /// <summary>Reads the page.</summary>
    [GlobalSetup]
    public async Task SetupAsync()
    {
        var thread = new WrittenThread(1, Replies);
        _key = new(YunxinConversationType.P2P, "alice", "bob", thread.Id, thread.ClientId, thread.TimeMs);
        _server = await ServerInParts.CreateAsync(thread);
        if (await BuildTimeline() != Replies)
        {
            throw new InvalidOperationException("The timeline is not the whole thread.");
        }
    }

    /// <summary>Gives everything back.</summary>
    [GlobalCleanup]
    public async Task CleanupAsync() => await _server.DisposeAsync();

    /// <summary>Takes up all of a page's messages and finds out who answers whom.</summary>
    [Benchmark]
    public async Task<int> BuildTimeline()
    {
        await using var scope = _server.CreateRequestScope();
        var timeline = scope.ServiceProvider.GetRequiredService<TimelineLoader>().TimelineOf(_key);
        await timeline.MeetAsync([new OutlineDemand(100, null, null, null)], CancellationToken.None);
        return timeline.ReadCount;
    }
}
