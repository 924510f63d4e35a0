using System.Text.Json;
using ThreadGraph.GraphQL.Execution;

namespace ThreadGraph.GraphQL.Tests.Execution.Cost;

public sealed class KnownCostsTests
{
    private const string Topics = "query($ids: [Int!]!) { topics(ids: $ids) { id } }";
    private const string Some = "query($count: Int) { some(count: $count) { id } }";
    private const string Replies = "query($after: String) { topic { replies(first: 4, after: $after) { nodes { text } } } }";

    [Fact(DisplayName = "one document costs what the variables of each request say, when they come again too")]
    public async Task One_document_costs_by_the_variables_of_each_request()
    {
        await using var server = Server(new CountingCost());

        for (var round = 0; round < 2; round++)
        {
            (await Report(server, Topics, """{ "ids": [1, 2, 3] }""")).ShouldBe((1 + 3, 3));
            (await Report(server, Topics, """{ "ids": [1, 2] }""")).ShouldBe((1 + 2, 2));
            (await Report(server, Topics, """{ "ids": [] }""")).ShouldBe((1, 0));
            (await Report(server, Some, """{ "count": 3 }""")).ShouldBe((1 + 3, 0));
            (await Report(server, Some, """{ "count": 2 }""")).ShouldBe((1 + 2, 0));
            (await Report(server, Some, """{ "count": 0 }""")).ShouldBe((1, 0));
            (await Report(server, Some, """{ "count": null }""")).ShouldBe((1 + 7, 0));
            (await Report(server, Some, "{ }")).ShouldBe((1 + 7, 0));
        }
    }

    [Theory(DisplayName = "requests alike in integers, lengths of lists and nulls are worked out once")]
    [InlineData(Topics, """{ "ids": [1, 2] }""", """{ "ids": [3, 4] }""", 1)]
    [InlineData(Topics, """{ "ids": [1, 2] }""", """{ "ids": [1] }""", 2)]
    [InlineData(Some, """{ "count": 1 }""", """{ "count": 1 }""", 1)]
    [InlineData(Some, """{ "count": 0 }""", """{ "count": null }""", 2)]
    [InlineData(Some, """{ "count": null }""", "{ }", 2)]
    [InlineData(Replies, """{ "after": "a" }""", """{ "after": "b" }""", 1)]
    [InlineData(Replies, """{ "after": "a" }""", """{ "after": null }""", 2)]
    public async Task Requests_alike_are_worked_out_once(string query, string first, string second, int times)
    {
        var model = new CountingCost();
        await using var server = Server(model);

        await Report(server, query, first);
        await Report(server, query, second);

        model.Times.ShouldBe(times);
    }

    [Fact(DisplayName = "of more kinds of requests than are remembered, each costs what it costs, and the last ones are known")]
    public async Task More_kinds_than_are_remembered_cost_what_they_cost()
    {
        var model = new CountingCost();
        await using var server = Server(model);

        for (var count = 1; count <= 20; count++)
        {
            (await Report(server, Some, $$"""{ "count": {{count}} }""")).ShouldBe((1 + count, 0));
        }

        (await Report(server, Some, """{ "count": 13 }""")).ShouldBe((1 + 13, 0));
        model.Times.ShouldBe(20);
        (await Report(server, Some, """{ "count": 12 }""")).ShouldBe((1 + 12, 0));
        model.Times.ShouldBe(21);
    }

    [Fact(DisplayName = "an operation with more variables than are looked at is worked out each time")]
    public async Task Operation_with_many_variables_is_worked_out_each_time()
    {
        var model = new CountingCost();
        await using var server = Server(model);
        var names = Enumerable.Range(0, 17).Select(static i => $"$v{i}").ToArray();
        var query = $"query({string.Join(' ', names.Select(static n => $"{n}: Int = 1"))}) {{ topics(ids: [{string.Join(' ', names)}]) {{ id }} }}";

        (await Report(server, query, "{ }")).ShouldBe((1 + 17, 17));
        (await Report(server, query, "{ }")).ShouldBe((1 + 17, 17));

        model.Times.ShouldBe(2);
    }

    [Fact(DisplayName = "an operation that is known to cost too much is refused again")]
    public async Task Operation_known_to_cost_too_much_is_refused_again()
    {
        await using var server = TopicSchema.Server();

        for (var round = 0; round < 2; round++)
        {
            await server.Answers(
                Topics,
                """
                { "errors": [ {
                    "message": "The operation might need 6 upstream calls, but at most 5 are allowed. Ask for fewer things at once, and for the rest in other requests.",
                    "extensions": { "code": "COST_LIMIT", "limit": 5, "actual": 6, "setting": "MaxUpstreamCalls" } } ] }
                """,
                """{ "ids": [1, 2, 3, 4, 5, 6] }""");
            await server.Answers(
                Topics, """{ "data": { "topics": [ { "id": 1 } ] } }""", """{ "ids": [1] }""");
        }
    }

    private static TestServer Server(ICostModel model) =>
        TopicSchema.Server(maxResultSize: long.MaxValue, maxUpstreamCalls: long.MaxValue, model);

    /// <summary>What a report says of the estimate.</summary>
    private static async Task<(long ResultSize, long UpstreamCalls)> Report(TestServer server, string query, string variables)
    {
        using var answer = JsonDocument.Parse(await TopicSchema.Report(server, query, variables));
        var cost = answer.RootElement.GetProperty("extensions").GetProperty("cost");
        return (
            cost.GetProperty("resultSize").GetProperty("estimate").GetInt64(),
            cost.GetProperty("upstreamCalls").GetProperty("estimate").GetInt64());
    }

    /// <summary>Counts how often it is asked.</summary>
    private sealed class CountingCost : ICostModel
    {
        private readonly TopicSchema.TopicCost _model = new();

        public int Times { get; private set; }

        public long TreeSize => _model.TreeSize;

        public long EstimateUpstreamCalls(ISelection rootField)
        {
            Times++;
            return _model.EstimateUpstreamCalls(rootField);
        }

        public long CountUpstreamCalls(IServiceProvider services) => _model.CountUpstreamCalls(services);
    }
}
