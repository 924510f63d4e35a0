using System.Diagnostics;
using System.Globalization;
using ThreadGraph.Sandbox;
using ThreadGraph.Sandbox.Faults;
using ThreadGraph.Tests.Support;
using static ThreadGraph.Sandbox.Faults.SandboxFault;

namespace ThreadGraph.Tests.Resilience;

/// <summary>A minute of mixed load over an upstream of many bad moments; a few seconds of it outside of CI.</summary>
[Collection(AloneCollection.Name)]
public sealed class SoakTests
{
    private const int Workers = 32;
    private const int CallsPerSecond = 100;

    // In the same process memory swings by what is being answered; a leak of a minute's answers would be many times this.
    private const long HeapSwingBytes = 32 * 1024 * 1024;

    private static readonly TimeSpan Duration =
        TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("CI") is "true" ? 60 : 6);

    // All but the last two are masked by asking again, unless three attempts of one call go wrong in a row.
    private static readonly (SandboxFault Fault, double Probability, int DelayMs)[] Faults =
    [
        (Latency, 0.02, 50), (Hang, 0.001, 0), (SlowBody, 0.005, 1),
        (ResetBeforeAnswer, 0.01, 0), (ResetMidBody, 0.01, 0),
        (InternalServerError, 0.01, 0), (BadGateway, 0.01, 0), (ServiceUnavailable, 0.01, 0), (GatewayTimeout, 0.01, 0),
        (DuplicateRequest, 0.01, 0), (RetryCode, 0.01, 0), (InternalErrorCode, 0.01, 0), (BusyCode, 0.01, 0),
        (EmptyBody, 0.01, 0), (TruncatedJson, 0.01, 0), (MalformedJson, 0.01, 0), (OtherThread, 0.01, 0),
        (WrongContentType, 0.002, 0), (OversizedBody, 0.002, 0),
    ];

    [Fact]
    public async Task No_answer_is_wrong_nothing_leaks_and_the_quota_is_kept()
    {
        using var sockets = new OpenSockets();
        List<ExpectedThread> threads = [];
        var app = await ResilientApp.StartAsync(
            store => threads = SoakThreads.AddTo(store),
            $"--Yunxin:CallsPerSecond={CallsPerSecond}",
            "--Yunxin:QuotaMargin=0.25",
            "--Yunxin:RetryDelay=00:00:00.01",
            "--Yunxin:AttemptTimeout=00:00:02",
            "--Yunxin:MaxResponseBytes=1048576");
        int[] ports = [app.Primary.BaseAddress.Port, app.Backup.BaseAddress.Port];
        await WarmUpAsync(app, threads);
        for (var i = 0; i < Faults.Length; i++)
        {
            var (fault, probability, delayMs) = Faults[i];
            app.Store.Faults.Add(new FaultRule
            {
                Fault = fault, Probability = probability, Seed = i, DelayMs = delayMs, BodyBytes = 2 * 1024 * 1024,
            });
        }

        var tally = new SoakTally();
        using var stop = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        var work = Enumerable.Range(0, Workers).Select(seed => new SoakWorker(app, threads, tally, seed).RunAsync(stop.Token)).ToArray();

        // At 1/6 memory is looked at, at 1/3 the primary dies, at 2/3 it comes back.
        await Task.Delay(Duration / 6);
        var (early, earlyAt) = (Memory.Now(), clock.Elapsed);
        await Task.Delay(Duration / 6);
        await app.Primary.KillAsync();
        await Task.Delay(Duration / 3);
        await app.Primary.RestartAsync();
        var atRestart = app.Store.Arrivals.ToArray().Length;
        await Task.Delay(Duration / 3);
        await stop.CancelAsync();
        await Task.WhenAll(work);
        clock.Stop();

        var late = Memory.Now();
        var hits = app.Store.Faults.Injected;
        var arrivals = app.Store.Arrivals;
        var (messagePeak, channelPeak) =
            (arrivals.PeakPerSecond(SandboxApi.ThreadMessages), arrivals.PeakPerSecond(SandboxApi.QueryThreadTalkHistory));
        var returned = arrivals.ToArray().Skip(atRestart).Count(arrival => arrival.Port == ports[0]);
        var (waiting, underWay) = (app.Meters.Gauge("yunxin.client.queue.length"), ports.Sum(sockets.RequestsTo));
        var most = ports.Sum(sockets.ConnectionsAt);
        await app.DisposeAsync();
        var open = ports.Sum(sockets.ConnectionsAt);

        Repository.Report("soak",
        [
            Line($"Soak: {clock.Elapsed.TotalSeconds:0} s, {Workers} callers, 2 hosts, one of them killed and restarted"),
            Line($"  requests             {tally.Requests}"),
            Line($"  wrong answers        {tally.Wrong.Count}"),
            Line($"  failed requests      {tally.Failed} {string.Join(", ", tally.Codes.OrderBy(static c => c.Key).Select(static c => $"{c.Key} {c.Value}"))}"),
            Line($"  upstream calls       {arrivals.ToArray().Length}, of which at the restarted host {returned}"),
            Line($"  faults injected      {hits} of {Faults.Length} kinds"),
            Line($"  retries, failovers   {app.Meters.Sum("yunxin.client.retries")}, {app.Meters.Sum("yunxin.client.failovers")}"),
            Line($"  shared pages         {app.Meters.Sum("threadgraph.pages.shared")}"),
            Line($"  peak in any second   {messagePeak} thread_messages, {channelPeak} queryThreadTalkHistory; quota {CallsPerSecond}"),
            Line($"  {$"memory at {earlyAt.TotalSeconds:0} s",-20} {early}"),
            Line($"  memory at the end    {late}"),
            Line($"  left at the end      {waiting} waiting, {underWay} calls under way, {open} connections (of {most})"),
        ]);

        tally.Wrong.ShouldBeEmpty();
        tally.Codes.Keys.ShouldBeSubsetOf(["UPSTREAM_ERROR", "UPSTREAM_PROTOCOL", "UPSTREAM_TIMEOUT"]);
        (tally.Failed * 20).ShouldBeLessThan(tally.Requests, "one in twenty");
        hits.ShouldBeGreaterThan(0);
        messagePeak.ShouldBeInRange(CallsPerSecond / 2, CallsPerSecond);
        channelPeak.ShouldBeInRange(CallsPerSecond / 2, CallsPerSecond);
        late.HeapBytes.ShouldBeLessThan(early.HeapBytes + HeapSwingBytes);
        (waiting, underWay, open).ShouldBe((0, 0, 0));
        most.ShouldBeGreaterThan(0, "or else connections were not counted");
    }

    // Code that runs for the first time is slow, and calls that went out evenly would arrive in a heap.
    private static async Task WarmUpAsync(ResilientApp app, List<ExpectedThread> threads)
    {
        var tally = new SoakTally();
        using var stop = new CancellationTokenSource();
        var work = new SoakWorker(app, threads, tally, seed: -1).RunAsync(stop.Token);
        await app.Meters.ReachedAsync("yunxin.client.calls", 200);
        await stop.CancelAsync();
        await work;
        (tally.Failed, tally.Wrong.Count).ShouldBe((0, 0));
        app.Store.Arrivals.Clear();
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the process holds after everything that can be collected was.</summary>
    private sealed record Memory(long HeapBytes, long WorkingSetBytes)
    {
        public static Memory Now()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return new Memory(GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"heap {HeapBytes / 1048576.0:0.0} MiB, working set {WorkingSetBytes / 1048576.0:0} MiB");
    }
}
