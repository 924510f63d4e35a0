using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Tests.Execution;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Relay;

namespace ThreadGraph.GraphQL.Tests.Types.Relay;

/// <summary>See the Relay global object identification specification.</summary>
public sealed class NodeTests
{
    private const string NotOurs = "holds an ID that this API did not give out. Use an ID from one of its answers.";

    [Fact(DisplayName = "an ID leads back to its node")]
    public async Task Id_leads_back_to_its_node()
    {
        // "Book:7" and "Author:7" in URL-safe base64 without padding.
        await Server.Answers(
            "{ book { id author { id } } }",
            """{ "data": { "book": { "id": "Qm9vazo3", "author": { "id": "QXV0aG9yOjc" } } } }""");
        await Server.Answers(
            """{ node(id: "Qm9vazo3") { __typename id ... on Book { title } ... on Author { name } } }""",
            """{ "data": { "node": { "__typename": "Book", "id": "Qm9vazo3", "title": "Book 7" } } }""");
        await Server.Answers(
            """{ nodes(ids: ["QXV0aG9yOjc", "Qm9vazo3"]) { id ... on Book { title } ... on Author { name } } }""",
            """
            { "data": { "nodes": [ { "id": "QXV0aG9yOjc", "name": "Author 7" }, { "id": "Qm9vazo3", "title": "Book 7" } ] } }
            """);
    }

    [Fact(DisplayName = "an ID of a node that is gone is null")]
    public Task Gone_node_is_null() =>
        Server.Answers($$"""{ node(id: "{{Id("Book:0")}}") { id } }""", """{ "data": { "node": null } }""");

    [Theory(DisplayName = "an ID that was not given out is refused")]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("Qm9vazo3=")]
    [InlineData("Qm9vazo3Qm9")]
    [InlineData("Qm9vaw")] // "Book", without a key
    [InlineData("Om5v")] // ":no"
    [InlineData("Tm90aGluZzo3")] // "Nothing:7"
    [InlineData("Qm9vazp4")] // "Book:x", no number
    [InlineData("QXV0aG9yOje")] // "Author:7" with stray bits at its end
    public Task Id_that_was_not_given_out_is_refused(string id) =>
        Server.Answers(
            "query($id: ID!) { node(id: $id) { id } }",
            $$"""
            { "errors": [ { "message": "\"id\" {{NotOurs}}", "locations": [ { "line": 1, "column": 19 } ], "path": [ "node" ],
                            "extensions": { "code": "ID_INVALID", "argument": "id" } } ],
              "data": { "node": null } }
            """,
            $$"""{ "id": "{{id}}" }""");

    [Fact(DisplayName = "each of several nodes is found, or fails, on its own")]
    public Task Nodes_fail_on_their_own() =>
        Server.Answers(
            $$"""{ nodes(ids: ["Qm9vazo3", "bad!", "{{Id("Book:13")}}", "{{Id("Book:14")}}", "QXV0aG9yOjc"]) { id } }""",
            $$"""
            { "errors": [
                { "message": "\"ids\" {{NotOurs}}", "locations": [ { "line": 1, "column": 3 } ], "path": [ "nodes", 1 ],
                  "extensions": { "code": "ID_INVALID", "argument": "ids" } },
                { "message": "unlucky", "locations": [ { "line": 1, "column": 3 } ], "path": [ "nodes", 2 ] },
                { "message": "Unexpected execution error.", "locations": [ { "line": 1, "column": 3 } ], "path": [ "nodes", 3 ],
                  "extensions": { "code": "INTERNAL" } } ],
              "data": { "nodes": [ { "id": "Qm9vazo3" }, null, null, null, { "id": "QXV0aG9yOjc" } ] } }
            """);

    [Fact(DisplayName = "more than fifty nodes at once are refused")]
    public Task More_than_fifty_nodes_are_refused() =>
        Server.Answers(
            "query($ids: [ID!]!) { nodes(ids: $ids) { id } }",
            """
            { "errors": [ { "message": "\"ids\" names 51 nodes, but at most 50 are allowed at once.",
                            "locations": [ { "line": 1, "column": 23 } ], "path": [ "nodes" ],
                            "extensions": { "code": "BAD_USER_INPUT", "argument": "ids" } } ],
              "data": null }
            """,
            $$"""{ "ids": [ {{string.Join(", ", Enumerable.Repeat("\"Qm9vazo3\"", 51))}} ] }""");

    [Theory(DisplayName = "the serializer reads back what it has written")]
    [InlineData("Book", 0)]
    [InlineData("Book", int.MinValue)]
    [InlineData("Author", int.MaxValue)]
    public void Serializer_reads_back_what_it_wrote(string typeName, int key)
    {
        var serializer = Server.Services.GetRequiredService<INodeIdSerializer>();
        serializer.TryParse(serializer.Format(typeName, key), out var id).ShouldBeTrue();
        id.ShouldBe(new NodeId(typeName, key));
    }

    private static string Id(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static TestServer Server => TestServer.Create(
        static builder => builder.AddGlobalObjectIdentification().AddNodeIdValueSerializer<IntSerializer>(),
        typeof(Query),
        typeof(BookNode),
        typeof(AuthorNode));

    public sealed record Book(int Id, string Title);

    public sealed record Author(int Id, string Name);

    public sealed class IntSerializer : INodeIdValueSerializer
    {
        public bool IsSupported(Type type) => type == typeof(int);

        public bool TryFormat(object value, Span<byte> destination, out int written) =>
            ((int)value).TryFormat(destination, out written);

        public bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out object? value)
        {
            var isNumber = int.TryParse(bytes, out var number);
            value = isNumber ? number : null;
            return isNumber;
        }
    }

    [Node]
    [ObjectType<Book>]
    public static class BookNode
    {
        public static async Task<Author> GetAuthorAsync([Parent] Book book)
        {
            await Task.Yield();
            return new Author(book.Id, $"Author {book.Id}");
        }

        [NodeResolver]
        public static async ValueTask<Book?> GetBookByIdAsync(int id, CancellationToken cancellationToken)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            return id switch
            {
                0 => null,
                13 => throw new GraphQLException("unlucky"),
                14 => throw new TaskCanceledException(),
                _ => new Book(id, $"Book {id}"),
            };
        }
    }

    [Node]
    [ObjectType<Author>]
    public static class AuthorNode
    {
        [NodeResolver]
        public static ValueTask<Author> GetAuthorByIdAsync(int id, IResolverContext context, INodeIdSerializer ids) =>
            new(new Author(id, context.Path.ToString().Length > 0 && ids is not null ? $"Author {id}" : ""));
    }

    [QueryType]
    public static class Query
    {
        public static Book Book => new(7, "Book 7");
    }
}
