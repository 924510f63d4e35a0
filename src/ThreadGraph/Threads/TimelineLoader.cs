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
    public ValueTask<Timeline> LoadAsync(ThreadKey thread, TimelineDemand demand, IResolverContext context) =>
        SayingAge(LoadAsync(thread, demand, context.RequestAborted), context);

    /// <summary>The same of a thread of which something has been read: it need not be looked for, for each message of a list.</summary>
    public ValueTask<Timeline> LoadAsync(Timeline timeline, TimelineDemand demand, IResolverContext context) =>
        SayingAge(LoadAsync(timeline, timeline.Key, demand, context.RequestAborted), context);

    /// <summary>Meets a demand, and says nothing of ages.</summary>
    public ValueTask<Timeline> LoadAsync(ThreadKey thread, TimelineDemand demand, CancellationToken cancellationToken) =>
        LoadAsync(_timelines.GetValueOrDefault(thread), thread, demand, cancellationToken);

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
        var wants = new Dictionary<ThreadKey, ThreadWant>();
        foreach (var (thread, demand) in keys)
        {
            if (!wants.TryGetValue(thread, out var want))
            {
                var check = membership.DemandAsync(viewer.AccountId, thread, _limits.Deadline, cancellationToken);
                wants.Add(thread, want = new ThreadWant(TimelineOf(thread), check));
            }

            want.Add(demand);
        }

        var counting = CountAsync(wants.Values, cancellationToken);
        await Task.WhenAll(wants.Values.Select(want => MeetAsync(want, counting, cancellationToken)));
        for (var i = 0; i < keys.Count; i++)
        {
            results.Span[i] = wants[keys[i].Thread].Result;
        }
    }

    /// <summary>What has been read meets most demands that come from within lists; then there is nothing to wait for.</summary>
    private ValueTask<Timeline> LoadAsync(
        Timeline? timeline, ThreadKey thread, TimelineDemand demand, CancellationToken cancellationToken) =>
        timeline?.Meets(demand) is true
            ? ValueTask.FromResult(timeline)
            : new ValueTask<Timeline>(LoadAsync(new ThreadDemand(thread, demand), cancellationToken));

    private ValueTask<Timeline> SayingAge(ValueTask<Timeline> loading, IResolverContext context) =>
        options.Value.PageCacheTime > TimeSpan.Zero ? SayingAgeAsync(loading, context) : loading;

    private async ValueTask<Timeline> SayingAgeAsync(ValueTask<Timeline> loading, IResolverContext context)
    {
        var timeline = await loading;
        context.SetResultExtension("age", (long)_timelines.Values.Max(static t => t.Age).TotalMilliseconds);
        return timeline;
    }

    /// <summary>Counts the replies of those threads of which nothing else is wanted, as far as the viewer may read them.</summary>
    private Task CountAsync(IEnumerable<ThreadWant> wants, CancellationToken cancellationToken)
    {
        var counted = wants.Where(static want => want.IsCount).ToArray();
        return counted.Length > 0 ? CountAsync(counted, cancellationToken) : Task.CompletedTask;
    }

    private async Task CountAsync(ThreadWant[] wants, CancellationToken cancellationToken)
    {
        var checking = Task.WhenAll(wants.Select(static want => want.Check));
        await checking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await counts.CountAsync(
            [.. wants.Where(static want => want.Check.IsCompletedSuccessfully).Select(static want => want.Timeline)],
            viewer.AccountId,
            _limits.Deadline,
            cancellationToken);
    }

    private static async Task MeetAsync(ThreadWant want, Task counting, CancellationToken cancellationToken)
    {
        try
        {
            await want.Check;
            if (want.IsCount)
            {
                await counting;
            }

            await want.Timeline.MeetAsync(want.Demands, cancellationToken);
            want.Result = Result<Timeline>.Resolve(want.Timeline);
        }
        catch (Exception exception) when (exception is YunxinException or GraphQLException)
        {
            want.Result = Result<Timeline>.Reject(exception);
        }
    }

    /// <summary>What one wave wants of one thread.</summary>
    /// <param name="timeline">What has been read of the thread.</param>
    /// <param name="check">Whether the viewer may read it.</param>
    private sealed class ThreadWant(Timeline timeline, Task check)
    {
        public Timeline Timeline { get; } = timeline;

        public Task Check { get; } = check;

        public List<TimelineDemand> Demands { get; } = [];

        /// <summary>Whether nothing but the number of replies is wanted.</summary>
        public bool IsCount { get; private set; } = true;

        public Result<Timeline> Result { get; set; }

        public void Add(TimelineDemand demand)
        {
            if (demand is SeveralDemands several)
            {
                foreach (var one in several.Demands)
                {
                    Add(one);
                }

                return;
            }

            Demands.Add(demand);
            IsCount &= demand is CountDemand;
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
