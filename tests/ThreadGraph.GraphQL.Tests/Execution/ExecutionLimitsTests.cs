using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

public sealed class ExecutionLimitsTests
{
    [Fact(DisplayName = "levels of recursive fields are counted on each way down, not in all")]
    public Task Recursion_up_to_the_limit_is_executed() => Server(Replies(2)).Answers(
        "{ tree { children { children { name } } more: children { children { name } } name } }",
        """{ "data": { "tree": { "children": { "children": { "name": "N" } }, "more": { "children": { "name": "N" } }, "name": "N" } } }""");

    [Theory(DisplayName = "a level more is refused, wherever the other fields and fragments lie")]
    [InlineData("{ tree { children { children { children { name } } } } }")]
    [InlineData("{ tree { children { self { children { self { children { name } } } } } } }")]
    [InlineData("{ tree { children { ...F } } } fragment F on Tree { children { children { name } } }")]
    [InlineData("{ early: tree { ...F } tree { children { ...F } } } fragment F on Tree { children { children { name } } }")]
    public Task Recursion_beyond_the_limit_is_refused(string query) => Server(Replies(2)).Answers(
        query,
        """
        { "errors": [ {
            "message": "The operation goes 3 levels down a tree, but at most 2 are allowed. Ask for fewer levels, and go on from the deepest ones in a request of their own.",
            "extensions": { "code": "BRANCH_LIMIT", "limit": 2, "actual": 3, "setting": "MaxBranches" } } ] }
        """);

    [Fact(DisplayName = "introspection is no recursion")]
    public Task Introspection_is_no_recursion() => Server(Replies(1)).Answers(
        "{ __type(name: \"Tree\") { ofType { ofType { ofType { ofType { name } } } } } }",
        """{ "data": { "__type": { "ofType": null } } }""");

    [Fact(DisplayName = "a fragment known from further up counts with all its height further down")]
    public Task Shared_fragment_counts_with_its_height() =>
        Server(static limits => limits with { MaxDepth = 5 }).Answers(
            "{ a: tree { ...F } b: tree { self { self { ...F } } } } fragment F on Tree { self { self { name } } }",
            """
            { "errors": [ {
                "message": "The operation is deeper than the 5 levels of selection sets that are allowed once its fragments are spread. Ask for less at once.",
                "extensions": { "code": "DOCUMENT_LIMIT", "limit": 5, "actual": 6, "setting": "MaxDepth" } } ] }
            """);

    [Fact(DisplayName = "one field is not selected over and over")]
    public Task Repeats_are_refused() => Server(static limits => limits with { MaxFieldRepeats = 3 }).Answers(
        "{ a: __typename __typename __typename __typename __typename }",
        """
        { "errors": [ {
            "message": "\"__typename\" is selected 4 times at one place, but at most 3 are allowed. Select it once.",
            "extensions": { "code": "DOCUMENT_LIMIT", "limit": 3, "actual": 4, "setting": "MaxFieldRepeats" } } ] }
        """);

    [Fact(DisplayName = "a list in the variables is not longer than allowed")]
    public Task Long_list_is_refused() => Server(static limits => limits with { MaxAllowedListItems = 2 }).Answers(
        "query($list: [[Int]!]!) { count(list: $list) }",
        """
        { "errors": [ {
            "message": "The list at \"list[1]\" has 3 items, but at most 2 are allowed. Send it in several requests.",
            "extensions": { "code": "DOCUMENT_LIMIT", "limit": 2, "actual": 3, "setting": "MaxAllowedListItems" } } ] }
        """,
        """{ "list": [ [1, 2], [1, 2, 3] ] }""");

    [Fact(DisplayName = "variables are not larger than allowed")]
    public Task Large_variables_are_refused() => Server(static limits => limits with { MaxVariablesBytes = 13 }).Answers(
        "query($list: [[Int]!]!) { count(list: $list) }",
        """
        { "errors": [ {
            "message": "The variables have 14 bytes, but at most 13 are allowed. Ask for less in one request.",
            "extensions": { "code": "DOCUMENT_LIMIT", "limit": 13, "actual": 14, "setting": "MaxVariablesBytes" } } ] }
        """,
        """{"list":[[1]]}""");

    [Fact(DisplayName = "what a list of mistakes costs is bounded too")]
    public async Task Mistakes_in_variables_are_reported_up_to_fifty()
    {
        var answer = await Server(static limits => limits).Execute(
            "query($list: [[Int]!]!) { count(list: $list) }",
            "{ \"list\": [" + string.Join(", ", Enumerable.Repeat("\"x\"", 1000)) + "] }");

        System.Text.Json.Nodes.JsonNode.Parse(answer)!["errors"]!.AsArray().Count.ShouldBe(51);
        answer.ShouldEndWith(
            "{\"message\":\"Too many errors processing variables, error limit reached. Execution aborted.\"," +
            "\"extensions\":{\"code\":\"BAD_USER_INPUT\"}}]}");
    }

    private static Func<ExecutionLimits, ExecutionLimits> Replies(int depth) =>
        limits => limits with { Recursion = new RecursionLimit(depth, "BRANCH_LIMIT", "MaxBranches") };

    private static TestServer Server(Func<ExecutionLimits, ExecutionLimits> modify) =>
        TestServer.Create(builder => builder.ModifyExecutionLimits(modify), typeof(Query));

    [QueryType]
    public static class Query
    {
        public static Tree Tree => new();

        public static int GetCount(int?[][] list) => list.Length;
    }

    public sealed class Tree
    {
        public string Name => "N";

        public Tree Self => this;

        [Recursive]
        public Tree Children => this;
    }
}
