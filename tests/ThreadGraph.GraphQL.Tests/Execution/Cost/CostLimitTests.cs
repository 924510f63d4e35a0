using System.Text;
using ThreadGraph.GraphQL.Execution;

namespace ThreadGraph.GraphQL.Tests.Execution.Cost;

public sealed class CostLimitTests
{
    private const string Small = "{ topic { replies(first: 100) { nodes { text } } } }";
    private const string Large = "{ topic { replies(first: 100) { nodes { text topic { id } } } posts(first: 100) { edges { node { text topic { id replies { nodes { text } } } } } } } }";

    [Fact]
    public Task Operation_within_the_limits_is_executed_and_says_nothing_of_its_cost() => Answers(
        Small,
        CostAnalyzerMode.Enforce,
        """{ "data": { "topic": { "replies": { "nodes": [ { "text": "T" }, { "text": "T" } ] } } } }""");

    [Fact]
    public Task Report_has_the_estimate_and_the_actual_cost() => Answers(
        Small,
        CostAnalyzerMode.EnforceAndReport,
        """
        { "data": { "topic": { "replies": { "nodes": [ { "text": "T" }, { "text": "T" } ] } } },
          "extensions": { "cost": {
            "resultSize": { "estimate": 103, "actual": 5, "limit": 1000 },
            "upstreamCalls": { "estimate": 1, "actual": 1, "limit": 5 } } } }
        """);

    [Fact]
    public Task Dry_run_has_the_estimate_and_executes_nothing() => Answers(
        Small,
        CostAnalyzerMode.ValidateAndReport,
        """
        { "extensions": { "cost": {
            "resultSize": { "estimate": 103, "limit": 1000 },
            "upstreamCalls": { "estimate": 1, "limit": 5 } } } }
        """);

    [Fact]
    public Task Answer_that_may_grow_too_large_is_refused() => Answers(
        Large,
        CostAnalyzerMode.Enforce,
        """
        { "errors": [ {
            "message": "The answer might have 2905 fields, but at most 1000 are allowed. Ask for smaller pages, fewer fields or fewer nested lists, and for the rest in other requests.",
            "extensions": { "code": "COST_LIMIT", "limit": 1000, "actual": 2905, "setting": "MaxResultSize" } } ] }
        """);

    [Fact]
    public Task Dry_run_says_that_the_operation_would_be_refused() => Answers(
        "{ topics(ids: [1, 2, 3, 4, 5, 6]) { id } }",
        CostAnalyzerMode.ValidateAndReport,
        """
        { "errors": [ {
            "message": "The operation might need 6 upstream calls, but at most 5 are allowed. Ask for fewer things at once, and for the rest in other requests.",
            "extensions": { "code": "COST_LIMIT", "limit": 5, "actual": 6, "setting": "MaxUpstreamCalls" } } ],
          "extensions": { "cost": {
            "resultSize": { "estimate": 7, "limit": 1000 },
            "upstreamCalls": { "estimate": 6, "limit": 5 } } } }
        """);

    [Fact]
    public Task Aliases_of_one_field_add_up() => Answers(
        "{ a: topic { id } b: topic { id } c: topics(ids: [1, 2, 3, 4]) { id } }",
        CostAnalyzerMode.Enforce,
        """
        { "errors": [ {
            "message": "The operation might need 6 upstream calls, but at most 5 are allowed. Ask for fewer things at once, and for the rest in other requests.",
            "extensions": { "code": "COST_LIMIT", "limit": 5, "actual": 6, "setting": "MaxUpstreamCalls" } } ] }
        """);

    [Fact]
    public async Task Server_without_an_analyzer_reports_nothing()
    {
        await using var server = TestServer.Create(typeof(TopicSchema.Query));

        await server.Answers(
            static request => request with
            {
                Document = "{ topic { id } }"u8.ToArray(),
                CostMode = CostAnalyzerMode.ValidateAndReport,
            },
            """{ "data": { "topic": { "id": 1 } } }""");
    }

    [Fact(DisplayName = "the introspection query of an IDE passes the default limits")]
    public async Task Introspection_query_of_an_IDE_passes()
    {
        const string type = "kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }";
        const string value = "name description type { " + type + " } defaultValue isDeprecated deprecationReason";
        await using var server = TopicSchema.Server(new CostOptions().MaxResultSize);

        var answer = await server.Execute(
            "{ __schema { description queryType { name kind } mutationType { name kind } subscriptionType { name kind } types { " +
            "kind name description specifiedByURL isOneOf fields(includeDeprecated: true) { name description args(includeDeprecated: true) { " +
            value + " } type { " + type + " } isDeprecated deprecationReason } inputFields(includeDeprecated: true) { " + value +
            " } interfaces { " + type + " } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } " +
            "possibleTypes { " + type + " } } directives { name description isRepeatable locations args(includeDeprecated: true) { " +
            value + " } } } }");

        answer.ShouldStartWith("{\"data\":{\"__schema\":{");
    }

    [Fact]
    public void Defaults_are_as_documented()
    {
        var options = new CostOptions();

        (options.MaxResultSize, options.MaxUpstreamCalls).ShouldBe((250_000, 1_000));
    }

    private static async Task Answers(string query, CostAnalyzerMode mode, string expected)
    {
        await using var server = TopicSchema.Server();
        await server.Answers(
            request => request with { Document = Encoding.UTF8.GetBytes(query), CostMode = mode }, expected);
    }
}
