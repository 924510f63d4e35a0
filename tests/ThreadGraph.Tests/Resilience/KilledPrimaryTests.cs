using System.Collections.Concurrent;
using System.Diagnostics;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Resilience;

/// <summary>The host that everything goes to is killed in the middle of a load; the other one is there.</summary>
[Collection(AloneCollection.Name)]
public sealed class KilledPrimaryTests
{
    private const int Workers = 16;
    private const int RequestsOfEach = 150;
    private const int KilledAt = 600;

    private const string Query = """
        query($root: ThreadRootInput!, $count: Int) {
          thread(root: $root) { messages(first: $count) { nodes { text } } coverage { readCount } }
        }
        """;

    [Fact]
    public async Task Fewer_than_one_percent_of_requests_fail_and_none_after_the_first_second()
    {
        Chat[] chats = [];
        await using var app = await ResilientApp.StartAsync(
            store => chats = [.. Enumerable.Range(0, Workers).Select(worker => new Chat(
                store,
                worker % 2 is 0 ? SandboxConversation.P2P("alice", "bob") : Chat.Channel,
                Chat.RootId + (worker * 1_000)).Replies(1, 50))],
            "--Yunxin:CallsPerSecond=50000");
        var (failures, requests, killed) = (new ConcurrentQueue<TimeSpan>(), 0, new TaskCompletionSource());
        var clock = new Stopwatch();

        await Task.WhenAll([KillAsync(), .. Enumerable.Range(0, Workers).Select(LoadAsync)]);

        var late = failures.Count(static at => at > TimeSpan.FromSeconds(1));
        var atBackup = app.Store.Arrivals.ToArray().Count(arrival => arrival.Port == app.Backup.BaseAddress.Port);
        Repository.Report("killed-primary",
        [
            $"Primary killed after {KilledAt} of {requests} requests: {failures.Count} failed, {late} of them later than "
            + $"1 s after it; {atBackup} calls went to the other host, {app.Meters.Sum("yunxin.client.failovers")} by failover",
        ]);
        requests.ShouldBe(Workers * RequestsOfEach);
        (failures.Count * 100).ShouldBeLessThan(requests);
        late.ShouldBe(0);
        atBackup.ShouldBeGreaterThanOrEqualTo(requests / 2);

        async Task KillAsync()
        {
            await killed.Task;
            clock.Start();
            await app.Primary.KillAsync();
        }

        async Task LoadAsync(int worker)
        {
            await Task.Yield();
            for (var i = 0; i < RequestsOfEach; i++)
            {
                // Each worker reads a thread of its own, so that no call is shared and each request costs one.
                var (chat, count) = (chats[worker], 1 + (i % 50));
                var answer = await app.QueryAsync(Query, new { root = chat.Thread.Root(), count });
                if (answer["errors"] is not null)
                {
                    failures.Enqueue(clock.Elapsed);
                }
                else
                {
                    answer["data"]!["thread"]!["messages"]!["nodes"]!.AsArray().Select(static node => node!["text"]!.GetValue<string>())
                        .ShouldBe(Enumerable.Range(1, count).Select(static number => $"{number}"));
                }

                if (Interlocked.Increment(ref requests) == KilledAt)
                {
                    killed.SetResult();
                }
            }
        }
    }
}
