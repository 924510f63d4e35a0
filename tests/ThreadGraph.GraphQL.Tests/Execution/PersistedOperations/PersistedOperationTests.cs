using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution.PersistedOperations;

/// <summary>The folder has one document, "{ text }", called by an ID of the client's own making.</summary>
public sealed class PersistedOperationTests : IDisposable
{
    private const string HashOfText = "b611886a84cccd6507a08b953d082b38e1ac2492e03a3ebc2b59161e99daf4d5";
    private const string HashOfTypename = "7f56e67dd21ab3f30d1ff8b7bed08893f0a0db86449836189b361dd1e56ddb4b";

    private const string Text = """{ "data": { "text": "T" } }""";
    private const string Typename = """{ "data": { "__typename": "Query" } }""";

    private const string HashIsNotKnown =
        """{ "errors": [ { "message": "PersistedQueryNotFound", "extensions": { "code": "PERSISTED_QUERY_NOT_FOUND" } } ] }""";

    private const string IdIsNotKnown =
        """
        { "errors": [ {
            "message": "There is no trusted document of this ID. Collect the client's documents anew, or send the document itself.",
            "extensions": { "code": "PERSISTED_QUERY_NOT_FOUND" } } ] }
        """;

    private const string NotTrusted =
        """
        { "errors": [ {
            "message": "Only trusted documents are executed here, and this is none. Send the ID of one as \"documentId\".",
            "extensions": { "code": "DOCUMENT_NOT_TRUSTED" } } ] }
        """;

    private readonly Folder _folder = new();

    public PersistedOperationTests() => _folder.Write("aB-c_d.graphql", "{ text }");

    public void Dispose() => _folder.Dispose();

    [Theory(DisplayName = "a trusted document goes by the name of its file, in either Base64, and by its hash")]
    [InlineData("aB-c_d")]
    [InlineData("aB+c/d==")]
    [InlineData(HashOfText)]
    [InlineData("sha256:" + HashOfText)]
    public Task Trusted_document_is_found_by_its_ID(string id) => Server().Answers(Request(id: id), Text);

    [Theory(DisplayName = "an ID that is not known is refused, and never is a path")]
    [InlineData("nope")]
    [InlineData("")]
    [InlineData("../aB-c_d")]
    [InlineData(HashOfTypename)]
    public Task Unknown_ID_is_refused(string id) => Server().Answers(Request(id: id), IdIsNotKnown);

    [Fact(DisplayName = "Apollo's protocol: a hash alone, then hash and document, then the hash alone")]
    public async Task Document_is_registered_with_its_hash()
    {
        await using var server = Server();

        await server.Answers(Request(hash: HashOfTypename), HashIsNotKnown);
        await server.Answers(Request("{ __typename }", hash: HashOfTypename), Typename);
        await server.Answers(Request(hash: HashOfTypename), Typename);
        await server.Answers(Request(hash: HashOfTypename.ToUpperInvariant()), Typename);
        await server.Answers(Request(hash: HashOfText), Text);
    }

    [Fact(DisplayName = "a hash that is another document's is refused, so nobody takes its place")]
    public async Task Wrong_hash_is_refused()
    {
        await using var server = Server();

        await server.Answers(
            Request("{ __typename }", hash: HashOfText),
            """
            { "errors": [ {
                "message": "The document does not have the hash that \"extensions.persistedQuery.sha256Hash\" gives. Send the SHA-256 of the document's UTF-8, in hexadecimal.",
                "extensions": { "code": "BAD_USER_INPUT" } } ] }
            """);
        await server.Answers(Request(hash: HashOfText), Text);
    }

    [Fact(DisplayName = "what does not fit the schema is not registered")]
    public async Task Invalid_document_is_not_registered()
    {
        await using var server = Server();
        var hash = DocumentHash.Of("{ nope }"u8);

        await server.Answers(
            Request("{ nope }", hash: hash),
            """
            { "errors": [ { "message": "Cannot query field \"nope\" on type \"Query\".", "locations": [ { "line": 1, "column": 3 } ],
                            "extensions": { "code": "GRAPHQL_VALIDATION_FAILED" } } ] }
            """);
        await server.Answers(Request(hash: hash), HashIsNotKnown);
    }

    [Theory(DisplayName = "where documents are not registered, Apollo's clients are told so")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Registration_can_be_switched_off(bool pipeline)
    {
        await using var server = pipeline
            ? Server(static options => options.MaxAutomatic = 0)
            : TestServer.Create(typeof(Query));

        await server.Answers(Request("{ __typename }", hash: HashOfTypename), Typename);
        await server.Answers(
            Request(hash: HashOfTypename),
            """{ "errors": [ { "message": "PersistedQueryNotSupported", "extensions": { "code": "PERSISTED_QUERY_NOT_SUPPORTED" } } ] }""");
    }

    [Fact(DisplayName = "only trusted documents are executed where nothing else is wanted, however they are sent")]
    public async Task Only_trusted_documents_are_executed()
    {
        await using var server = Server(static options => options.OnlyTrusted = true);

        await server.Answers(Request(id: "aB-c_d"), Text);
        await server.Answers(Request("{ text }"), Text);
        await server.Answers(Request("{ text }", hash: HashOfText), Text);
        await server.Answers(Request(hash: HashOfText), Text);
        await server.Answers(Request("{ text } "), NotTrusted);
        await server.Answers(Request("{ __typename }"), NotTrusted);
        await server.Answers(Request("{ __typename }", hash: HashOfTypename), NotTrusted);
        await server.Answers(Request(hash: HashOfTypename), NotTrusted);
        await server.Answers(Request("{ not GraphQL"), NotTrusted);
        await server.Answers(Request(id: "nope"), IdIsNotKnown);
    }

    [Theory(DisplayName = "extensions of another form name no document")]
    [InlineData("""{ "persistedQuery": 1 }""")]
    [InlineData("""{ "persistedQuery": { "sha256Hash": 1 } }""")]
    [InlineData("""{ "other": { "sha256Hash": "x" } }""")]
    [InlineData("null")]
    public Task Other_extensions_are_ignored(string extensions) => Server().Answers(
        request => Request("{ __typename }")(request) with { Extensions = JsonDocument.Parse(extensions).RootElement }, Typename);

    [Fact]
    public async Task Missing_folder_stops_the_start_and_no_folder_does_not()
    {
        await using var server = Server(static options => options.Folder = "/nowhere");
        await using var other = Server(static options => options.Folder = null);

        await server.Answers(Request("{ text }"), Text);
        var failure = await Should.ThrowAsync<DirectoryNotFoundException>(() => StartAsync(server));
        await StartAsync(other);

        failure.Message.ShouldBe(
            "The folder of trusted documents \"/nowhere\" is not there. Make it with \"operations collect\", or leave out the " +
            "setting \"Folder\".");
    }

    [Fact]
    public void Defaults_are_as_documented()
    {
        var options = new PersistedOperationOptions();

        (options.Folder, options.OnlyTrusted, options.MaxAutomatic, options.CacheLifetime)
            .ShouldBe((null, false, 1_000, TimeSpan.Zero));
    }

    private static async Task StartAsync(TestServer server)
    {
        foreach (var service in server.Services.GetServices<IHostedService>())
        {
            await service.StartAsync(default);
            await service.StopAsync(default);
        }
    }

    private TestServer Server(Action<PersistedOperationOptions>? configure = null) => TestServer.Create(
        builder => builder.UsePersistedOperationPipeline(options =>
        {
            options.Folder = _folder.Path;
            configure?.Invoke(options);
        }),
        typeof(Query));

    private static Func<OperationRequest, OperationRequest> Request(string query = "", string? id = null, string? hash = null) =>
        request => request with
        {
            Document = Encoding.UTF8.GetBytes(query),
            DocumentId = id,
            Extensions = hash is null ? default : JsonSerializer.SerializeToElement(
                new { persistedQuery = new { version = 1, sha256Hash = hash } }),
        };

    [QueryType]
    public static class Query
    {
        public static string Text => "T";
    }
}
