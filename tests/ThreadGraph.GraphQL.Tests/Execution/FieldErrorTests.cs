using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

/// <summary>Spec: Execution, "Handling Execution Errors"; Response, "Errors".</summary>
public sealed class FieldErrorTests
{
    [Theory(DisplayName = "each failing field has its error, with every place that selects it")]
    [EachWay]
    public async Task Each_failing_field_has_its_error(Resolve mode)
    {
        var answer = await On(mode).Execute("{ bad bad other: bad\n  list { bad } }");
        TestServer.Pretty(Sorted(answer)).ShouldBe(TestServer.Pretty(
            """
            { "errors": [
                { "message": "no", "locations": [ { "line": 1, "column": 3 }, { "line": 1, "column": 7 } ], "path": [ "bad" ],
                  "extensions": { "code": "NO", "retryAfterMs": 5 } },
                { "message": "no", "locations": [ { "line": 2, "column": 10 } ], "path": [ "list", 0, "bad" ],
                  "extensions": { "code": "NO", "retryAfterMs": 5 } },
                { "message": "no", "locations": [ { "line": 2, "column": 10 } ], "path": [ "list", 1, "bad" ],
                  "extensions": { "code": "NO", "retryAfterMs": 5 } },
                { "message": "no", "locations": [ { "line": 1, "column": 11 } ], "path": [ "other" ],
                  "extensions": { "code": "NO", "retryAfterMs": 5 } } ],
              "data": { "bad": null, "other": null, "list": [ { "bad": null }, { "bad": null } ] } }
            """));
    }

    [Theory(DisplayName = "what was thrown is not told, only that something was")]
    [EachWay]
    public Task Exception_is_not_told(Resolve mode) =>
        On(mode).Answers(
            "{ crash text }",
            """
            { "errors": [ { "message": "Unexpected execution error.", "locations": [ { "line": 1, "column": 3 } ],
                            "path": [ "crash" ], "extensions": { "code": "INTERNAL" } } ],
              "data": { "crash": null, "text": "T" } }
            """);

    [Theory(DisplayName = "one exception can carry several errors")]
    [EachWay]
    public Task Exception_can_carry_several_errors(Resolve mode) =>
        On(mode).Answers(
            "{ twice }",
            """
            { "errors": [ { "message": "one", "locations": [ { "line": 1, "column": 3 } ], "path": [ "twice" ] },
                          { "message": "two", "locations": [ { "line": 1, "column": 3 } ], "path": [ "elsewhere" ] } ],
              "data": { "twice": null } }
            """);

    [Theory(DisplayName = "a sequence that breaks off fails its list as a whole")]
    [EachWay]
    public Task Sequence_that_breaks_off_fails_its_list(Resolve mode) =>
        On(mode).Answers(
            "{ broken text }",
            """
            { "errors": [ { "message": "broke off", "locations": [ { "line": 1, "column": 3 } ], "path": [ "broken" ] } ],
              "data": { "broken": null, "text": "T" } }
            """);

    [Theory(DisplayName = "a leaf that its type cannot write is a field error")]
    [InlineData("{ nan text }", "nan", "Float cannot represent non numeric value: NaN")]
    [InlineData("{ color text }", "color", "Enum \\\"Color\\\" cannot represent value: 7")]
    public Task Leaf_that_cannot_be_written_is_a_field_error(string query, string field, string message) =>
        On(Resolve.Immediately).Answers(
            query,
            $$"""
            { "errors": [ { "message": "{{message}}", "locations": [ { "line": 1, "column": 3 } ], "path": [ "{{field}}" ] } ],
              "data": { "{{field}}": null, "text": "T" } }
            """);

    [Fact(DisplayName = "a leaf that cannot be written empties a non-null list around it")]
    public Task Leaf_empties_the_list_around_it() =>
        On(Resolve.Immediately).Answers(
            "{ numbers text }",
            """
            { "errors": [ { "message": "Float cannot represent non numeric value: Infinity",
                            "locations": [ { "line": 1, "column": 3 } ], "path": [ "numbers", 1 ] } ],
              "data": { "numbers": null, "text": "T" } }
            """);

    [Theory(DisplayName = "an error without a message is told as an unexpected one")]
    [EachWay]
    public Task Error_without_message_is_unexpected(Resolve mode) =>
        On(mode).Answers(
            "{ mute }",
            """
            { "errors": [ { "message": "Unexpected execution error.", "locations": [ { "line": 1, "column": 3 } ],
                            "path": [ "mute" ], "extensions": { "code": "INTERNAL" } } ],
              "data": { "mute": null } }
            """);

    [Fact(DisplayName = "a filter sees what was thrown and may say it in its own words")]
    public Task Filter_rewrites_errors() =>
        TestServer.Create(
            builder => builder.AddErrorFilter<Translator>().Services.AddSingleton(new Timing(Resolve.AfterAwait)),
            typeof(Query)).Answers(
            "{ crash }",
            """
            { "errors": [ { "message": "It was InvalidOperationException.", "locations": [ { "line": 1, "column": 3 } ],
                            "path": [ "crash" ], "extensions": { "code": "CRASHED" } } ],
              "data": { "crash": null } }
            """);

    [Fact(DisplayName = "a filter that fails itself costs the error its words, not the request its answer")]
    public Task Failing_filter_costs_only_the_words() =>
        TestServer.Create(
            builder => builder.AddErrorFilter<BrokenFilter>().Services.AddSingleton(new Timing(Resolve.AfterAwait)),
            typeof(Query)).Answers(
            "{ bad text }",
            """
            { "errors": [ { "message": "Unexpected execution error.", "locations": [ { "line": 1, "column": 3 } ],
                            "path": [ "bad" ], "extensions": { "code": "INTERNAL" } } ],
              "data": { "bad": null, "text": "T" } }
            """);

    [Fact(DisplayName = "a document that is not GraphQL is refused with the place")]
    public Task Syntax_error_is_told() =>
        On(Resolve.Immediately).Answers(
            "{ text ",
            """
            { "errors": [ { "message": "Syntax Error: Expected Name, found <EOF>.", "locations": [ { "line": 1, "column": 8 } ],
                            "extensions": { "code": "GRAPHQL_PARSE_FAILED" } } ] }
            """);

    private static TestServer On(Resolve mode) => TestServer.Create(mode, typeof(Query));

    /// <summary>Fields fail in any order; their errors are compared by path.</summary>
    private static string Sorted(string answer)
    {
        var response = System.Text.Json.Nodes.JsonNode.Parse(answer)!;
        var errors = response["errors"]!.AsArray().Select(static e => e!.DeepClone())
            .OrderBy(static e => e["path"]!.ToJsonString(), StringComparer.Ordinal).ToArray();
        response["errors"] = new System.Text.Json.Nodes.JsonArray(errors);
        return response.ToJsonString();
    }

    public sealed class Translator : IErrorFilter
    {
        public IError OnError(IError error) => ErrorBuilder.FromError(error)
            .SetMessage($"It was {error.Exception!.GetType().Name}.")
            .SetCode("CRASHED")
            .Build();
    }

    public sealed class BrokenFilter : IErrorFilter
    {
        public IError OnError(IError error) => throw new InvalidOperationException("filter");
    }

    public enum Color
    {
        Red,
    }

    public sealed class Item
    {
        public ValueTask<string?> GetBadAsync(Timing timing) => Query.GetBadAsync(timing);
    }

    [QueryType]
    public static class Query
    {
        public static string Text => "T";

        public static double? Nan => double.NaN;

        public static Color? Color => (Color)7;

        public static IReadOnlyList<double>? Numbers => [1, double.PositiveInfinity, 3];

        public static IReadOnlyList<Item> List => [new Item(), new Item()];

        public static ValueTask<string?> GetBadAsync(Timing timing) => timing.Answer<string?>(() =>
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage("no").SetCode("NO").SetExtension("retryAfterMs", 5).Build()));

        public static ValueTask<string?> GetCrashAsync(Timing timing) =>
            timing.Answer<string?>(() => throw new InvalidOperationException("a secret"));

        public static ValueTask<string?> GetTwiceAsync(Timing timing) => timing.Answer<string?>(() =>
            throw new GraphQLException(
            [
                new Error("one"),
                new Error("two") { Path = Path.FromName("elsewhere") },
            ]));

        public static ValueTask<string?> GetMuteAsync(Timing timing) =>
            timing.Answer<string?>(() => throw new GraphQLException([new Error("")]));

        public static ValueTask<IEnumerable<string>?> GetBrokenAsync(Timing timing) =>
            timing.Answer<IEnumerable<string>?>(BreakOff());

        private static IEnumerable<string> BreakOff()
        {
            yield return "first";
            throw new GraphQLException("broke off");
        }
    }
}
