using Microsoft.Extensions.Options;
using ThreadGraph.Access;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>A demand on one thread.</summary>
internal sealed record ThreadDemand(ThreadKey Thread, TimelineDemand Demand);

/// <summary>Meets the demands that the resolvers of one request state, wave by wave.</summary>
/// <remarks>
/// Threads are read at the same time, the pages of each in order; of none before it is known that the viewer may read it.
/// This is the one way to the upstream, so nothing is read without.
/// </remarks>
internal sealed class TimelineLoader(
    IBatchScheduler batchScheduler,
    ThreadSource source,
    ChannelCounts counts,
    MembershipCheck membership,
    Viewer viewer,
    IOptions<ThreadsOptions> options,
    TimeProvider time) : DataLoaderBase<ThreadDemand, Timeline>(batchScheduler)
{
    private readonly Dictionary<ThreadKey, Timeline> _timelines = [];
    private readonly ReadingLimits _limits = new(
        options.Value.MaxScan,
        WindowEnd.After(time.GetUtcNow()),
        time.GetUtcNow() + options.Value.Deadline,
        time);

    /// <summary>How many pages have been read, of all threads.</summary>
    public int PagesRead => _timelines.Values.Sum(static timeline => timeline.Version);

    /// <summary>Meets a demand; where pages are kept, the answer says how old the oldest one is, in milliseconds.</summary>
    public ValueTask<Timeline> LoadAsync(ThreadKey thread, TimelineDemand demand, IResolverContext context)
    {
        var loading = LoadAsync(thread, demand, context.RequestAborted);
        return options.Value.PageCacheTime > TimeSpan.Zero ? WithAgeAsync(loading, context) : loading;
    }

    /// <summary>
    /// Meets a demand. What has been read meets most of those that come from within lists; then there is nothing to wait for.
    /// </summary>
    public ValueTask<Timeline> LoadAsync(ThreadKey thread, TimelineDemand demand, CancellationToken cancellationToken) =>
        _timelines.TryGetValue(thread, out var timeline) && timeline.Meets(demand)
            ? ValueTask.FromResult(timeline)
            : new ValueTask<Timeline>(LoadAsync(new ThreadDemand(thread, demand), cancellationToken));

    /// <summary>What has been read of a thread so far; nothing is read by asking.</summary>
    public Timeline TimelineOf(ThreadKey thread)
    {
        if (!_timelines.TryGetValue(thread, out var timeline))
        {
            _timelines.Add(thread, timeline = new Timeline(thread, viewer.AccountId, source, _limits));
        }

        return timeline;
    }

    /// <inheritdoc />
    protected override async ValueTask FetchAsync(
        IReadOnlyList<ThreadDemand> keys, Memory<Result<Timeline>> results, CancellationToken cancellationToken)
    {
        var threads = Enumerable.Range(0, keys.Count).ToLookup(i => keys[i].Thread);
        var checks = threads.ToDictionary(
            static t => t.Key, t => membership.DemandAsync(viewer.AccountId, t.Key, _limits.Deadline, cancellationToken));
        var counting = CountAsync(
            [.. threads.Where(t => t.All(i => keys[i].Demand is CountDemand)).Select(static t => t.Key)],
            checks,
            cancellationToken);
        await Task.WhenAll(threads.Select(async indexes =>
        {
            var demands = indexes.Select(i => keys[i].Demand);
            var result = await MeetAsync(indexes.Key, checks[indexes.Key], counting, demands, cancellationToken);
            foreach (var i in indexes)
            {
                results.Span[i] = result;
            }
        }));
    }

    private async ValueTask<Timeline> WithAgeAsync(ValueTask<Timeline> loading, IResolverContext context)
    {
        var timeline = await loading;
        context.SetResultExtension("age", (long)_timelines.Values.Max(static t => t.Age).TotalMilliseconds);
        return timeline;
    }

    /// <summary>Counts the replies of those threads of which nothing else is wanted, as far as the viewer may read them.</summary>
    private async Task CountAsync(
        ThreadKey[] threads, Dictionary<ThreadKey, Task> checks, CancellationToken cancellationToken)
    {
        var checking = Task.WhenAll(threads.Select(t => checks[t]));
        await checking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await counts.CountAsync(
            [.. threads.Where(t => checks[t].IsCompletedSuccessfully).Select(TimelineOf)],
            viewer.AccountId,
            _limits.Deadline,
            cancellationToken);
    }

    private async Task<Result<Timeline>> MeetAsync(
        ThreadKey thread,
        Task check,
        Task counting,
        IEnumerable<TimelineDemand> demands,
        CancellationToken cancellationToken)
    {
        var timeline = TimelineOf(thread);
        try
        {
            await check;
            if (demands.All(static d => d is CountDemand))
            {
                await counting;
            }

            await timeline.MeetAsync([.. demands], cancellationToken);
            return Result<Timeline>.Resolve(timeline);
        }
        catch (Exception exception) when (exception is YunxinException or GraphQLException)
        {
            return Result<Timeline>.Reject(exception);
        }
    }
}

/// <summary>The end of the time window that chains are read in.</summary>
internal static class WindowEnd
{
    /// <summary>The clocks of both sides may differ by as much as the upstream tolerates (upstream.md 1.1).</summary>
    private static readonly long StepMs = (long)TimeSpan.FromMinutes(5).TotalMilliseconds;

    /// <summary>
    /// An end in the future, in Unix milliseconds, that stays the same for five minutes: the upstream accepts one (3.1), and
    /// calls that are alike in everything else are alike in this, too.
    /// </summary>
    public static long After(DateTimeOffset now) => ((now.ToUnixTimeMilliseconds() / StepMs) + 2) * StepMs;
}
