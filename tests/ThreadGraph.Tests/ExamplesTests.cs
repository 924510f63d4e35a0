using System.Text.Json;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests;

public sealed class ExamplesTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Theory]
    [InlineData("first-look", 1)]
    [InlineData("flat", 1)]
    [InlineData("tree", 3)]
    [InlineData("inbox", 20)]
    [InlineData("newest", 1)]
    [InlineData("outline", 1)]
    [InlineData("channel-tree", 1)]
    [InlineData("attachments", 1)]
    [InlineData("refetch", 3)]
    public async Task Example_runs_over_the_demo_threads_at_its_cost(string name, long calls)
    {
        var document = Repository.Read($"schema/examples/{name}.graphql");
        using var variables = JsonDocument.Parse(Repository.Read($"schema/examples/{name}.variables.json"));

        var answer = await demo.QueryAsync(document, variables.RootElement);

        answer.Succeeds().Costs(calls);
    }

    [Fact]
    public async Task Inbox_of_twenty_roots_named_twice_costs_twenty_calls()
    {
        using var variables = JsonDocument.Parse(Repository.Read("schema/examples/inbox.variables.json"));
        var roots = variables.RootElement.GetProperty("roots").EnumerateArray().ToArray();
        roots.Length.ShouldBe(20);

        var answer = await demo.QueryAsync(
            Repository.Read("schema/examples/inbox.graphql"), new { roots = roots.Concat(roots) });

        answer.Succeeds().Costs(20);
        var threads = answer["threads"]!.AsArray().Select(static thread => thread!.ToJsonString()).ToArray();
        threads[20..].ShouldBe(threads[..20]);
    }
}
