using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

/// <summary>Spec: Execution, "GetOperation".</summary>
public sealed class OperationSelectionTests
{
    private const string Two = "query A { a: text } query B { b: text }";

    [Theory(DisplayName = "the operation is chosen by name, or alone")]
    [InlineData("{ text }", null, """{ "data": { "text": "T" } }""")]
    [InlineData("query Only { text }", null, """{ "data": { "text": "T" } }""")]
    [InlineData("query Only { text }", "Only", """{ "data": { "text": "T" } }""")]
    [InlineData(Two, "A", """{ "data": { "a": "T" } }""")]
    [InlineData(Two, "B", """{ "data": { "b": "T" } }""")]
    public Task Operation_is_chosen(string query, string? name, string expected) =>
        TestServer.Create(typeof(Query)).Answers(query, expected, operationName: name);

    [Theory(DisplayName = "without one operation to run, the request is refused")]
    [InlineData(Two, null, "Must provide operation name if query contains multiple operations: set \\\"operationName\\\".")]
    [InlineData(Two, "C", "Unknown operation named \\\"C\\\".")]
    [InlineData(Two, "a", "Unknown operation named \\\"a\\\".")]
    [InlineData("{ text }", "A", "Unknown operation named \\\"A\\\".")]
    [InlineData("{ text }", "", "Unknown operation named \\\"\\\".")]
    public Task Request_without_one_operation_is_refused(string query, string? name, string message) =>
        TestServer.Create(typeof(Query)).Answers(
            query,
            $$"""{ "errors": [ { "message": "{{message}}", "extensions": { "code": "BAD_USER_INPUT" } } ] }""",
            operationName: name);

    [Fact(DisplayName = "a document of fragments alone is refused by validation")]
    public Task Document_without_operation_is_refused() =>
        TestServer.Create(typeof(Query)).Answers(
            "fragment f on Query { text }",
            """
            { "errors": [ { "message": "Fragment \"f\" is never used.", "locations": [ { "line": 1, "column": 1 } ],
                            "extensions": { "code": "GRAPHQL_VALIDATION_FAILED" } } ] }
            """);

    [QueryType]
    public static class Query
    {
        public static string Text => "T";
    }
}
