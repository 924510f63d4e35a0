using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

public sealed class IntrospectionTests
{
    [Fact]
    public Task A_type_is_described_by_name() =>
        TestServer.Create(typeof(Query)).Answers(
            """
            { __typename __type(name: "Query") { kind name fields { name args { name defaultValue type { kind ofType { name } } } type { kind name } } } }
            """,
            """
            { "data": { "__typename": "Query", "__type": { "kind": "OBJECT", "name": "Query", "fields": [
                { "name": "greeting",
                  "args": [ { "name": "name", "defaultValue": "\"world\"", "type": { "kind": "NON_NULL", "ofType": { "name": "String" } } } ],
                  "type": { "kind": "SCALAR", "name": "String" } } ] } } }
            """);

    [Fact]
    public Task An_unknown_type_is_null() =>
        TestServer.Create(typeof(Query)).Answers(
            """{ __type(name: "Nope") { name } }""", """{ "data": { "__type": null } }""");

    [QueryType]
    public static class Query
    {
        public static string? GetGreeting(string name = "world") => $"Hello {name}";
    }
}
