using Microsoft.Extensions.Options;
using ThreadGraph.Threads;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Tests.Support;

/// <summary>Reading threads without a server around it.</summary>
internal static class Sources
{
    public static ThreadSource Over(IYunxinClient client, ThreadsOptions? options = null, ManualTime? time = null)
    {
        time ??= new ManualTime();
        var recent = new RecentPages(Options.Create(options ?? new ThreadsOptions()), time);
        return new ThreadSource(client, recent, new ReadingMetrics(new TestMeters()), time);
    }
}
