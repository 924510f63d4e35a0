using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Hosting;

public sealed class CostTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Theory(DisplayName = "an example never costs more than was worked out before, and both are within the limits")]
    [InlineData("first-look")]
    [InlineData("flat")]
    [InlineData("tree")]
    [InlineData("inbox")]
    [InlineData("newest")]
    [InlineData("channel-tree")]
    [InlineData("attachments")]
    [InlineData("refetch")]
    public async Task Example_costs_no_more_than_estimated(string name)
    {
        var variables = JsonNode.Parse(Repository.Read($"schema/examples/{name}.variables.json"));

        var answer = await SendAsync(Repository.Read($"schema/examples/{name}.graphql"), variables, "report");

        answer["errors"].ShouldBeNull();
        foreach (var term in new[] { "resultSize", "upstreamCalls" })
        {
            var cost = answer["extensions"]!["cost"]![term]!;
            cost["actual"]!.GetValue<long>().ShouldBeInRange(1, cost["estimate"]!.GetValue<long>());
            cost["estimate"]!.GetValue<long>().ShouldBeLessThanOrEqualTo(cost["limit"]!.GetValue<long>());
        }
    }

    [Theory(DisplayName = "a tree is bounded by the replies of one thread, so twelve levels pass at any page size")]
    [InlineData(5, 1 + 2 + (2_000 * 6))]
    [InlineData(10, 1 + 2 + (2_000 * 6))]
    [InlineData(100, 1 + 2 + (2_000 * 6))]
    public Task Twelve_levels_of_replies_pass(int first, long size) => Estimates(
        OnThread(Nested($"replies(first: {first}) {{ nodes {{ id text sender {{ accountId }} ", 12)), size, calls: 20);

    [Theory(DisplayName = "calls are those of each thread, and no field below a thread adds to those that read it all")]
    [InlineData("id conversation { id }", 4, 0)]
    [InlineData("replyCount", 2, 1)]
    [InlineData("messages(first: 5) { nodes { id } }", 1 + 1 + 1 + 5, 1)]
    [InlineData("messages(first: 5, around: \"x\") { nodes { id } }", 1 + 1 + 1 + 5, 2)]
    [InlineData("messages(first: 5, after: \"x\") { nodes { thread { messages(last: 2) { nodes { id } } } } }", 1 + 1 + 1 + (5 * (1 + 4)), 3)]
    [InlineData("replyCount replies(first: 5) { nodes { childCount { value } } }", 1 + 2 + 1 + 10, 20)]
    [InlineData("messages(first: 5) { nodes { replies(first: 5) { nodes { descendantCount { exact } } } } }", 63, 21)]
    public Task Calls_belong_to_threads(string selections, long size, long calls) =>
        Estimates(OnThread(selections), size, calls);

    [Fact(DisplayName = "fifty threads may each be read to the bound")]
    public Task Fifty_threads_pass() => Estimates(
        "query($root: ThreadRootInput!) { threads(roots: [" + string.Concat(Enumerable.Repeat("$root ", 50)) +
        "]) { replies(first: 10) { nodes { id } } } }",
        1 + (50 * (1 + 1 + 10)),
        calls: 1_000);

    [Theory(DisplayName = "going up to the thread and down again is refused by what it could produce, before a call is made")]
    [InlineData(3, 1_030_303)]
    [InlineData(6, 1_030_303_030_303)]
    public async Task Amplification_is_refused(int levels, long size)
    {
        var query = "query($root: ThreadRootInput!) { thread(root: $root) { messages(first: 100) { nodes { " +
            Nested("thread { messages(first: 100) { nodes { ", levels - 1, "id", " } } }") + " } } } }";

        var answer = await demo.QueryAsync(query, DemoThreads.Tree250.Variables());

        answer.Costs(0).Answers(
            $$"""
            { "errors": [ {
                "message": "The answer might have {{size}} fields, but at most 250000 are allowed. Ask for smaller pages, fewer fields or fewer nested lists, and for the rest in other requests.",
                "extensions": { "code": "COST_LIMIT", "limit": 250000, "actual": {{size}}, "setting": "MaxResultSize" } } ] }
            """);
    }

    [Fact]
    public async Task More_calls_than_allowed_are_refused()
    {
        var roots = string.Concat(Enumerable.Repeat("$root ", 50));

        var answer = await demo.QueryAsync(
            $"query($root: ThreadRootInput!) {{ a: threads(roots: [{roots}]) {{ replies {{ nodes {{ id }} }} }} thread(root: $root) {{ replyCount }} }}",
            DemoThreads.Tree250.Variables());

        answer.Costs(0).Answers(
            """
            { "errors": [ {
                "message": "The operation might need 1001 upstream calls, but at most 1000 are allowed. Ask for fewer things at once, and for the rest in other requests.",
                "extensions": { "code": "COST_LIMIT", "limit": 1000, "actual": 1001, "setting": "MaxUpstreamCalls" } } ] }
            """);
    }

    [Fact]
    public async Task Sixteen_levels_of_replies_are_answered_and_seventeen_refused()
    {
        var sixteen = await demo.QueryAsync(OnThread(Nested("replies(first: 2) { nodes { id ", 16)), DemoThreads.SevenLevels.Variables());
        var seventeen = await demo.QueryAsync(OnThread(Nested("replies(first: 2) { nodes { id ", 17)), DemoThreads.SevenLevels.Variables());

        sixteen.Succeeds();
        seventeen.Costs(0).Answers(
            """
            { "errors": [ {
                "message": "The operation goes 17 levels down a tree, but at most 16 are allowed. Ask for fewer levels, and go on from the deepest ones in a request of their own.",
                "extensions": { "code": "REPLY_DEPTH_LIMIT", "limit": 16, "actual": 17, "setting": "MaxReplyDepth" } } ] }
            """);
    }

    private static string OnThread(string selections) =>
        $"query($root: ThreadRootInput!) {{ thread(root: $root) {{ {selections} }} }}";

    private static string Nested(string level, int levels, string innermost = "", string close = " } }") =>
        string.Concat(Enumerable.Repeat(level, levels)) + innermost + string.Concat(Enumerable.Repeat(close, levels));

    private async Task Estimates(string query, long size, long calls)
    {
        var root = JsonSerializer.SerializeToNode(DemoThreads.Tree250.Variables());

        var answer = await SendAsync(query, root, "validate");

        answer.ToJsonString().ShouldBe(
            "{\"extensions\":{\"cost\":{" +
            $"\"resultSize\":{{\"estimate\":{size},\"limit\":250000}}," +
            $"\"upstreamCalls\":{{\"estimate\":{calls},\"limit\":1000}}}}}}}}");
    }

    private async Task<JsonNode> SendAsync(string query, JsonNode? variables, string cost)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Headers.Add("GraphQL-Cost", cost);
        request.Content = new StringContent(
            new JsonObject { ["query"] = query, ["variables"] = variables }.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await demo.App.Http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
