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
        return new ThreadSource(client, new RecentPages(Options.Create(options ?? new ThreadsOptions()), time), time);
    }
}
