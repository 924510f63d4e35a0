using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Execution;

namespace ThreadGraph.GraphQL.Tests.Execution.Cost;

public sealed class ResultSizeTests
{
    [Theory(DisplayName = "every field of every object that the page sizes allow counts one")]
    [InlineData("{ topic { id } }", 2)]
    [InlineData("{ a: topic { id } b: topic { id } }", 4)]
    [InlineData("{ topic { replies(first: 10) { nodes { text } } } }", 1 + 1 + 1 + 10)]
    [InlineData("{ topic { replies(last: 10) { nodes { text } } } }", 1 + 1 + 1 + 10)]
    [InlineData("{ topic { replies { nodes { text } } } }", 1 + 1 + 1 + 20)]
    [InlineData("{ topic { replies(first: 10) { edges { cursor node { text } } } } }", 1 + 1 + 1 + (10 * 3))]
    [InlineData("{ topic { replies(first: 10) { nodes { text } edges { cursor } pageInfo { hasNextPage } } } }", 1 + 1 + 3 + 10 + 10 + 1)]
    [InlineData("{ topic { a: replies(first: 1) { nodes { text } } b: replies(first: 2) { nodes { text } } } }", 1 + 2 + 2 + 3)]
    [InlineData("{ names { nodes } }", 1 + 1 + 3)]
    [InlineData("{ names(first: 0) { nodes } }", 1 + 1)]
    public Task Fields_are_counted_by_page_size(string query, long size) => Estimates(query, size);

    [Theory(DisplayName = "a list has the size that its argument says, or that is assumed")]
    [InlineData("{ topics(ids: [1, 2, 3]) { id } }", 1 + 3)]
    [InlineData("{ some(count: 4) { id } }", 1 + 4)]
    [InlineData("{ some { id } }", 1 + 7)]
    [InlineData("{ some(count: -4) { id } }", 1)]
    [InlineData("{ words }", 1 + 10)]
    [InlineData("{ table }", 1 + (10 * 10))]
    [InlineData("{ topic { replies(first: 1) { nodes { ancestors { text } } } } }", 1 + 1 + 1 + 1 + 2_000)]
    public Task Lists_have_their_size(string query, long size) => Estimates(query, size);

    [Fact(DisplayName = "variables count as they were sent")]
    public Task Variables_count_as_sent() =>
        Estimates("query($n: Int) { topic { replies(first: $n) { nodes { text } } } }", 1 + 1 + 1 + 33, """{ "n": 33 }""");

    [Fact(DisplayName = "an argument that cannot be used leads to no more than the default page")]
    public Task Unusable_argument_counts_as_the_default_page() =>
        Estimates("{ topic { replies(first: 101) { nodes { text } } } }", 1 + 1 + 1 + 100);

    [Theory(DisplayName = "twelve nested levels of replies show each post of the tree once")]
    [InlineData(10)]
    [InlineData(100)]
    public Task Nested_replies_are_bounded_by_the_tree(int first) =>
        Estimates("{ topic { " + Nested($"replies(first: {first}) {{ nodes {{ text ", 12) + " } }", 1 + 2 + (2_000 * 3));

    [Fact(DisplayName = "replies below a flat page are bounded level by level, as a post may stand on each")]
    public Task Replies_below_a_flat_page_are_bounded_by_level() => Estimates(
        "{ topic { posts(first: 100) { nodes { text " + Nested("replies(first: 100) { nodes { text ", 2) + " } } } }",
        1 + 2 + (100 * 3) + (2_000 * 3) + 2_000);

    [Theory(DisplayName = "going up to the topic and down again multiplies, without an end and without overflow")]
    [InlineData(2, 10_303)]
    [InlineData(3, 1_030_303)]
    [InlineData(6, 1_030_303_030_303)]
    [InlineData(20, 9_007_199_254_740_991)]
    public Task Alternation_multiplies(int levels, long size) =>
        Estimates("{ " + Nested("topic { posts(first: 100) { nodes { ", levels, " } } }", "text") + " }", size);

    [Fact(DisplayName = "without a model nothing bounds a tree")]
    public async Task Without_model_nothing_bounds_a_tree()
    {
        await using var server = TestServer.Create(static b => b.AddCostAnalyzer(), typeof(TopicSchema.Query));
        var query = "{ topic { " + Nested("replies(first: 100) { nodes { text ", 3) + " } }";

        await server.Answers(
            request => request with { Document = Encoding.UTF8.GetBytes(query), CostMode = CostAnalyzerMode.EnforceAndReport },
            """
            { "errors": [ {
                "message": "The answer might have 1030303 fields, but at most 250000 are allowed. Ask for smaller pages, fewer fields or fewer nested lists, and for the rest in other requests.",
                "extensions": { "code": "COST_LIMIT", "limit": 250000, "actual": 1030303, "setting": "MaxResultSize" } } ],
              "extensions": { "cost": {
                "resultSize": { "estimate": 1030303, "limit": 250000 }, "upstreamCalls": { "estimate": 0, "limit": 1000 } } } }
            """);
    }

    private static string Nested(string level, int levels, string close = " } }", string innermost = "") =>
        string.Concat(Enumerable.Repeat(level, levels)) + innermost + string.Concat(Enumerable.Repeat(close, levels));

    private static async Task Estimates(string query, long size, string variables = "null")
    {
        await using var server = TopicSchema.Server(maxResultSize: long.MaxValue, maxUpstreamCalls: long.MaxValue);
        var report = await TopicSchema.Report(server, query, variables);
        report.ShouldStartWith("{\"extensions\":{\"cost\":{\"resultSize\":{\"estimate\":" + size + ",");
    }
}
