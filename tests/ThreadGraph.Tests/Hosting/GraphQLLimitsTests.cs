using System.Text.Json.Nodes;
using ThreadGraph.Hosting;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Hosting;

public sealed class GraphQLLimitsTests
{
    [Theory(DisplayName = "a document or its variables beyond a limit is refused by it, and every limit is a setting")]
    [InlineData("MaxAllowedBytes", 1000, "{ __typename } # " + LongText)]
    [InlineData("MaxAllowedTokens", 100, "{ __typename { a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z } }")]
    [InlineData("MaxAllowedFields", 10, "{ a b c d e f g h i j k }")]
    [InlineData("MaxAllowedRecursionDepth", 10, "{ a { a { a { a { a { a { a { a { a { a { a } } } } } } } } } } }")]
    [InlineData("MaxAllowedAliases", 2, "{ a: __typename b: __typename c: __typename }")]
    [InlineData("MaxAllowedDirectives", 2, "{ __typename @skip(if: false) @include(if: true) @skip(if: true) }")]
    [InlineData("MaxAllowedFragments", 2, "{ ... { __typename } ... { __typename } ... { __typename } }")]
    [InlineData("MaxAllowedVariables", 1, "query($a: ID, $b: ID) { __typename }")]
    [InlineData("MaxAllowedListItems", 2, "{ nodes(ids: [\"a\", \"b\", \"c\"]) { id } }")]
    [InlineData("MaxAllowedListItems", 2, "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", """{ "ids": ["a", "b", "c"] }""")]
    [InlineData("MaxAllowedNameLength", 50, "{ a012345678901234567890123456789012345678901234567890: __typename }")]
    [InlineData("MaxVariablesBytes", 1000, "{ __typename }", "{ \"unknown\": \"" + LongText + "\" }")]
    [InlineData("MaxVariablesBytes", 1000, "query($id: ID!) { node(id: $id) { id } }", "{ \"id\": \"" + LongText + "\" }")]
    [InlineData("MaxDepth", 10, "{ node(id: 1) { ... on Message { thread { root { thread { root { thread { root { thread { root { thread { root { id } } } } } } } } } } } } }")]
    [InlineData("MaxFields", 100, "{ " + Threads + " } fragment F on Message { id text sender { id accountId } createdAt status type typeCode statusCode messageId clientMessageId }")]
    [InlineData("MaxFieldRepeats", 2, "{ __typename __typename __typename }")]
    public async Task Limit_is_enforced(string setting, int limit, string query, string variables = "{}")
    {
        await using var app = await TestApp.StartAsync(
            fill: static _ => { }, settings: $"--GraphQL:Limits:{setting}={limit}");

        var answer = await app.QueryAsync(query, JsonNode.Parse(variables));

        var extensions = answer.Json["errors"]![0]!["extensions"]!;
        extensions["code"]!.GetValue<string>().ShouldBe("DOCUMENT_LIMIT");
        extensions["limit"]!.GetValue<long>().ShouldBe(limit);
        extensions["actual"]!.GetValue<long>().ShouldBeGreaterThan(limit);
        extensions["setting"]!.GetValue<string>().ShouldBe(setting);
    }

    [Fact]
    public void Defaults_are_as_documented()
    {
        var limits = new GraphQLLimits();

        (limits.MaxAllowedBytes, limits.MaxAllowedTokens, limits.MaxAllowedFields, limits.MaxAllowedRecursionDepth)
            .ShouldBe((131_072, 15_000, 2_048, 200));
        (limits.MaxAllowedAliases, limits.MaxAllowedDirectives, limits.MaxAllowedFragments, limits.MaxAllowedVariables)
            .ShouldBe((100, 4, 200, 50));
        (limits.MaxAllowedListItems, limits.MaxVariablesBytes, limits.MaxDepth, limits.MaxFields)
            .ShouldBe((100, 131_072, 100, 10_000));
        (limits.MaxFieldRepeats, limits.MaxReplyDepth, limits.MaxAllowedNameLength).ShouldBe((100, 16, 256));
    }

    private const string LongText =
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789" +
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789" +
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789" +
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789" +
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789" +
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789" +
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789" +
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789" +
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789" +
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789";

    private const string Threads =
        "a: node(id: 1) { ...F } b: node(id: 1) { ...F } c: node(id: 1) { ...F } d: node(id: 1) { ...F } e: node(id: 1) { ...F } " +
        "f: node(id: 1) { ...F } g: node(id: 1) { ...F } h: node(id: 1) { ...F } i: node(id: 1) { ...F } j: node(id: 1) { ...F }";
}
