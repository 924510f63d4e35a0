using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Resilience;

/// <summary>What many ask at once is asked of the upstream once.</summary>
public sealed class SharedOperationTests
{
    private const int Requests = 1_000;

    private const string Query = """
        query($root: ThreadRootInput!) {
          thread(root: $root) {
            replyCount
            outline(first: 100) { edges { depth node { messageId text } } pageInfo { hasNextPage } }
            coverage { complete readCount }
          }
        }
        """;

    [Theory]
    [InlineData(false, "thread_messages")]
    [InlineData(true, "queryThreadTalkHistory")]
    public async Task Thousand_equal_operations_cost_one_read_of_the_thread(bool isChannel, string api)
    {
        Chat chat = null!;
        await using var app = await TestApp.StartAsync(store =>
            chat = new Chat(store, isChannel ? Chat.Channel : SandboxConversation.P2P("alice", "bob")).Replies(1, 250));
        using var meters = new MeterTally(app.Services.GetRequiredService<IMeterFactory>());
        var expected = await app.QueryAsync(Query, chat.Variables);
        expected.Succeeds().Costs(3);
        expected["thread.coverage.readCount"]!.GetValue<int>().ShouldBe(250);
        app.Store.Calls.Reset();

        // The first page is held back until all but the first wait for it: only so they are surely at once.
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Tap.Gate = gate.Task;
        var allWait = meters.ReachedAsync("threadgraph.pages.shared", Requests - 1);
        var answers = Enumerable.Range(0, Requests).Select(_ => AskAsync(app, chat)).ToArray();
        await allWait.WaitAsync(TimeSpan.FromMinutes(2));
        gate.SetResult();

        (await Task.WhenAll(answers)).ShouldAllBe(answer => answer == expected.Body);
        app.Store.Calls.Total.ShouldBe(3);
        Repository.Report(
            $"shared-{api}", [$"{Requests} equal operations at once on a thread of 3 pages: {app.Store.Calls.Total} calls of {api}"]);
    }

    private static async Task<string> AskAsync(TestApp app, Chat chat)
    {
        using var response = await app.Http.PostAsJsonAsync("/graphql", new { query = Query, variables = chat.Variables });
        return await response.Content.ReadAsStringAsync();
    }
}
