using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

public sealed class ArgumentErrorTests
{
    private static readonly TestServer Server = TestServer.Create(typeof(Query));

    [Fact(DisplayName = "an argument that cannot be used is pointed to")]
    public Task Argument_is_pointed_to() => Server.Answers(
        "query ($n: Int = 1) { one(number: $n) }",
        """
        { "errors": [ { "message": "Argument \"number\" of non-null type \"Int!\" must not be null.",
                        "locations": [ { "line": 1, "column": 35 } ],
                        "path": [ "one" ],
                        "extensions": { "code": "BAD_USER_INPUT", "argument": "number" } } ],
          "data": { "one": null } }
        """,
        """{ "n": null }""");

    [Fact(DisplayName = "the part of an argument that cannot be used is pointed to")]
    public Task Part_of_an_argument_is_pointed_to() => Server.Answers(
        "query ($n: Int = 1) { all(numbers: [1, $n]) }",
        """
        { "errors": [ { "message": "Argument \"numbers\" of non-null type \"Int!\" must not be null.",
                        "locations": [ { "line": 1, "column": 40 } ],
                        "path": [ "all" ],
                        "extensions": { "code": "BAD_USER_INPUT", "argument": "numbers" } } ],
          "data": { "all": null } }
        """,
        """{ "n": null }""");

    [QueryType]
    internal static class Query
    {
        public static int? One(int number) => number;

        public static int? All(int[] numbers) => numbers.Length;
    }
}
