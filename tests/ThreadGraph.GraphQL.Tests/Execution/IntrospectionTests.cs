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

    [Fact]
    public Task Paragraphs_of_a_comment_are_paragraphs_of_the_description() =>
        TestServer.Create(typeof(Query)).Answers(
            """{ __type(name: "Query") { description } }""",
            """{ "data": { "__type": { "description": "Greets.\n\nIn two paragraphs." } } }""");

    [Fact]
    public Task Meta_fields_describe_every_kind_of_type() =>
        TestServer.Create(typeof(Query)).Answers(
            """
            { __schema { description queryType { name } mutationType { name } subscriptionType { name }
                directives { name isRepeatable locations args { name type { kind } defaultValue } } }
              scalar: __type(name: "String") { kind name specifiedByURL fields { name } possibleTypes { name } isOneOf }
              enum: __type(name: "__TypeKind") { kind enumValues { name isDeprecated deprecationReason } inputFields { name } }
              object: __type(name: "__EnumValue") { interfaces { name } fields(includeDeprecated: true) { name isDeprecated } ofType { name } } }
            """,
            """
            { "data": {
                "__schema": { "description": null, "queryType": { "name": "Query" }, "mutationType": null, "subscriptionType": null,
                  "directives": [
                    { "name": "include", "isRepeatable": false, "locations": [ "FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT" ],
                      "args": [ { "name": "if", "type": { "kind": "NON_NULL" }, "defaultValue": null } ] },
                    { "name": "skip", "isRepeatable": false, "locations": [ "FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT" ],
                      "args": [ { "name": "if", "type": { "kind": "NON_NULL" }, "defaultValue": null } ] },
                    { "name": "deprecated", "isRepeatable": false,
                      "locations": [ "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE" ],
                      "args": [ { "name": "reason", "type": { "kind": "NON_NULL" }, "defaultValue": "\"No longer supported\"" } ] },
                    { "name": "specifiedBy", "isRepeatable": false, "locations": [ "SCALAR" ],
                      "args": [ { "name": "url", "type": { "kind": "NON_NULL" }, "defaultValue": null } ] },
                    { "name": "oneOf", "isRepeatable": false, "locations": [ "INPUT_OBJECT" ], "args": [] } ] },
                "scalar": { "kind": "SCALAR", "name": "String", "specifiedByURL": null,
                  "fields": null, "possibleTypes": null, "isOneOf": null },
                "enum": { "kind": "ENUM", "enumValues": [
                    { "name": "SCALAR", "isDeprecated": false, "deprecationReason": null },
                    { "name": "OBJECT", "isDeprecated": false, "deprecationReason": null },
                    { "name": "INTERFACE", "isDeprecated": false, "deprecationReason": null },
                    { "name": "UNION", "isDeprecated": false, "deprecationReason": null },
                    { "name": "ENUM", "isDeprecated": false, "deprecationReason": null },
                    { "name": "INPUT_OBJECT", "isDeprecated": false, "deprecationReason": null },
                    { "name": "LIST", "isDeprecated": false, "deprecationReason": null },
                    { "name": "NON_NULL", "isDeprecated": false, "deprecationReason": null } ],
                  "inputFields": null },
                "object": { "interfaces": [], "fields": [
                    { "name": "name", "isDeprecated": false }, { "name": "description", "isDeprecated": false },
                    { "name": "isDeprecated", "isDeprecated": false }, { "name": "deprecationReason", "isDeprecated": false } ],
                  "ofType": null } } }
            """);

    /// <summary>
    /// Greets.
    /// <para>In two paragraphs.</para>
    /// </summary>
    [QueryType]
    public static class Query
    {
        public static string? GetGreeting(string name = "world") => $"Hello {name}";
    }
}
