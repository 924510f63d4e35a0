using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

public sealed class DisableIntrospectionTests
{
    [Theory(DisplayName = "a server that does not describe itself says so")]
    [InlineData("{ __schema { queryType { name } } }", "__schema", 3)]
    [InlineData("{ text ... { all: __type(name: \\\"Query\\\") { name } } }", "__type", 14)]
    public Task Introspection_is_refused(string query, string field, int column) =>
        Server(disable: true).Answers(
            query.Replace("\\\"", "\"", StringComparison.Ordinal),
            $$"""
            { "errors": [ {
              "message": "Introspection is disabled on this server, but the document selects \"{{field}}\". Ask the server's operator for the schema.",
              "locations": [ { "line": 1, "column": {{column}} } ], "extensions": { "code": "GRAPHQL_VALIDATION_FAILED" } } ] }
            """);

    [Fact(DisplayName = "__typename is always allowed")]
    public Task Typename_is_allowed() =>
        Server(disable: true).Answers("{ __typename }", """{ "data": { "__typename": "Query" } }""");

    [Fact(DisplayName = "the switch can be left open by a setting")]
    public Task Switch_can_be_left_open() =>
        Server(disable: false).Answers(
            "{ __schema { queryType { name } } }", """{ "data": { "__schema": { "queryType": { "name": "Query" } } } }""");

    private static TestServer Server(bool disable) =>
        TestServer.Create(builder => builder.DisableIntrospection(disable), typeof(Query));

    [QueryType]
    public static class Query
    {
        public static string Text => "T";
    }
}
