using System.Globalization;
using ThreadGraph.GraphQL.Json;
using ThreadGraph.GraphQL.Tests.Execution;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Pagination;

namespace ThreadGraph.GraphQL.Tests.Types.Paging;

/// <summary>See the Relay cursor connections specification.</summary>
public sealed class PagingTests
{
    [Theory(DisplayName = "a page is counted from the end that is asked for")]
    [InlineData("", "first=20 after= last= before=")]
    [InlineData("(first: 0)", "first=0 after= last= before=")]
    [InlineData("(first: 50)", "first=50 after= last= before=")]
    [InlineData("(first: 5, after: \"a\")", "first=5 after=a last= before=")]
    [InlineData("(last: 5)", "first= after= last=5 before=")]
    [InlineData("(last: 5, before: \"b\")", "first= after= last=5 before=b")]
    [InlineData("(after: \"a\")", "first=20 after=a last= before=")]
    [InlineData("(before: \"b\")", "first= after= last=20 before=b")]
    [InlineData("(after: \"a\", before: \"b\")", "first=20 after=a last= before=b")]
    [InlineData("(first: null, last: null)", "first=20 after= last= before=")]
    [InlineData("(first: null, last: 3)", "first= after= last=3 before=")]
    public Task Page_is_counted_from_one_end(string arguments, string expected) =>
        Server.Answers($"{{ page{arguments} {{ nodes }} }}", $$"""{ "data": { "page": { "nodes": [ "{{expected}}" ] } } }""");

    [Theory(DisplayName = "paging arguments that cannot be met fail the field and say which")]
    [InlineData("(first: 51)", "PAGE_SIZE_LIMIT",
        "\\\"first\\\" is 51, but a page holds at most 50 items. Ask for fewer and go on with the cursor.",
        """ "argument": "first", "limit": 50, "actual": 51 """)]
    [InlineData("(last: 1000)", "PAGE_SIZE_LIMIT",
        "\\\"last\\\" is 1000, but a page holds at most 50 items. Ask for fewer and go on with the cursor.",
        """ "argument": "last", "limit": 50, "actual": 1000 """)]
    [InlineData("(first: -1)", "BAD_USER_INPUT", "\\\"first\\\" must not be negative, but is -1.", """ "argument": "first" """)]
    [InlineData("(last: -2)", "BAD_USER_INPUT", "\\\"last\\\" must not be negative, but is -2.", """ "argument": "last" """)]
    [InlineData("(first: 1, last: 1)", "BAD_USER_INPUT",
        "Give either \\\"first\\\" or \\\"last\\\", not both: a page is counted from one end.", """ "argument": "last" """)]
    public Task Arguments_that_cannot_be_met_fail_the_field(string arguments, string code, string message, string extras) =>
        Server.Answers(
            $"{{ page{arguments} {{ nodes }} }}",
            $$"""
            { "errors": [ { "message": "{{message}}", "locations": [ { "line": 1, "column": 3 } ], "path": [ "page" ],
                            "extensions": { "code": "{{code}}", {{extras}} } } ],
              "data": { "page": null } }
            """);

    [Fact(DisplayName = "a connection has edges, nodes and page info, and its own fields")]
    public Task Connection_has_its_parts() =>
        Server.Answers(
            "{ counted(first: 2) { totalCount edges { cursor node } nodes pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
            """
            { "data": { "counted": { "totalCount": 3,
                "edges": [ { "cursor": "c1", "node": 1 }, { "cursor": "c2", "node": 2 } ], "nodes": [ 1, 2 ],
                "pageInfo": { "hasNextPage": true, "hasPreviousPage": false, "startCursor": "c1", "endCursor": "c2" } } } }
            """);

    [Fact(DisplayName = "a connection that goes forward only has no last and before")]
    public Task Forward_connection_has_no_last() =>
        Server.Answers(
            "{ forward(first: 1) { nodes } __type(name: \"Query\") { fields { name args { name } } } }",
            """
            { "data": { "forward": { "nodes": [ "first=1 after= last= before=" ] },
                "__type": { "fields": [
                  { "name": "page", "args": [ { "name": "first" }, { "name": "after" }, { "name": "last" }, { "name": "before" } ] },
                  { "name": "forward", "args": [ { "name": "first" }, { "name": "after" } ] },
                  { "name": "counted", "args": [ { "name": "first" }, { "name": "after" }, { "name": "last" }, { "name": "before" } ] } ] } } }
            """);

    private static TestServer Server => TestServer.Create(typeof(Query));

    [GraphQLName("CountedConnection")]
    public sealed class CountedConnection(IReadOnlyList<int> nodes) : Connection<int>(nodes)
    {
        public int TotalCount => 3;

        protected internal override void WriteCursor(int node, JsonBuffer output) => new Place(node).WriteTo(output);

        protected override ConnectionPageInfo CreateInfo() => new(true, false, new Place(Nodes[0]), new Place(Nodes[^1]));

        private sealed record Place(int Number) : IJsonString
        {
            public void WriteTo(JsonBuffer output) =>
                output.WriteString(string.Create(CultureInfo.InvariantCulture, $"c{Number}"));
        }
    }

    [QueryType]
    public static class Query
    {
        [UseConnection(MaxPageSize = 50)]
        public static Connection<string>? GetPage(PagingArguments paging) => Page(paging);

        [UseConnection(AllowBackwardPagination = false)]
        public static Connection<string>? GetForward(PagingArguments paging) => Page(paging);

        [UseConnection]
        public static CountedConnection GetCounted(PagingArguments paging) => new(
            [.. Enumerable.Range(1, paging.First!.Value)]);

        private static TextConnection<string> Page(PagingArguments paging) =>
            new([$"first={paging.First} after={paging.After} last={paging.Last} before={paging.Before}"]);
    }
}
