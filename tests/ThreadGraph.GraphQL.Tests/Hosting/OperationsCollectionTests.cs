using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Tests.Execution.PersistedOperations;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Hosting;

public sealed class OperationsCollectionTests : IDisposable
{
    private readonly Folder _client = new();
    private readonly Folder _trusted = new();

    public void Dispose()
    {
        _client.Dispose();
        _trusted.Dispose();
    }

    [Fact(DisplayName = "the manifests of Relay and graphql-codegen map IDs to documents")]
    public async Task Map_of_documents_is_collected()
    {
        var relay = _client.Write(
            "persisted_queries.json", """{ "5d41402abc4b2a76b9719d911017c592": "query A {\n  text\n}\n" }""");
        var codegen = _client.Write(
            "persisted-documents.json", """{ "aaf4c61d/c5cc5e8+2dabede0f==": "query B { __typename text }" }""");

        (await CollectAsync(relay, codegen)).ShouldBe(0);

        _trusted.Files.ShouldBe(["5d41402abc4b2a76b9719d911017c592.graphql", "aaf4c61d_c5cc5e8-2dabede0f.graphql"]);
        _trusted.Read("5d41402abc4b2a76b9719d911017c592.graphql").ShouldBe("query A {\n  text\n}\n");
    }

    [Fact(DisplayName = "Apollo's manifest is a list")]
    public async Task List_of_operations_is_collected()
    {
        var apollo = _client.Write(
            "persisted-query-manifest.json",
            """
            { "format": "apollo-persisted-query-manifest", "version": 1,
              "operations": [ { "id": "a1", "name": "A", "type": "query", "body": "query A { text }" } ] }
            """);

        (await CollectAsync(apollo)).ShouldBe(0);

        _trusted.Files.ShouldBe(["a1.graphql"]);
    }

    [Fact(DisplayName = "the documents of a folder go by their hashes")]
    public async Task Folder_is_collected()
    {
        _client.Write("a.graphql", "{ text }");
        _client.Write("inner/b.graphql", "{ text }");
        _client.Write("readme.md", "nothing");

        (await CollectAsync(_client.Path)).ShouldBe(0);

        _trusted.Files.ShouldBe([DocumentHash.Of("{ text }"u8) + ".graphql"]);
    }

    [Fact(DisplayName = "every mistake is named, and with one nothing is collected")]
    public async Task Mistakes_are_named_and_nothing_is_collected()
    {
        var good = _client.Write("good.json", """{ "g": "{ text }" }""");
        var bad = _client.Write(
            "bad.json", """{ "a": "{ nope }", "b": "{ text", "": "{ text }", "../c": "{ text }", "g": "{ __typename }" }""");
        var list = _client.Write("list.json", "[]");
        var empty = _client.Write("null.json", """{ "n": null }""");
        var text = _client.Write("text.json", "text");
        var schema = CreateApp().Services.GetRequiredService<Schema>();

        var (_, mistakes) = await OperationsCollection.CollectAsync(
            schema, [good, bad, list, empty, text, "/nowhere.json"], _trusted.Path);

        mistakes.ShouldBe(
        [
            $"{bad}: a: Cannot query field \"nope\" on type \"Query\".",
            $"{bad}: b: Syntax Error: Expected Name, found <EOF>.",
            $"{bad}: : \"\" cannot be the name of a file. Use hashes as IDs.",
            $"{bad}: g: There is another document of this ID.",
            $"{list} is no manifest: expected a JSON object from IDs to documents, or Apollo's list of \"operations\".",
            $"{empty} is no manifest: expected a JSON object from IDs to documents, or Apollo's list of \"operations\".",
            $"{text} is no manifest: expected a JSON object from IDs to documents, or Apollo's list of \"operations\".",
            "Could not find file '/nowhere.json'.",
        ]);
        _trusted.Files.ShouldBeEmpty();
        (await CollectAsync(bad)).ShouldBe(1);
    }

    [Fact(DisplayName = "without a folder named, documents are put where the server looks for them")]
    public async Task Configured_folder_is_the_default()
    {
        var manifest = _client.Write("m.json", """{ "a": "{ text }" }""");
        var app = CreateApp(options => options.Folder = _trusted.Path);

        (await app.RunWithGraphQLCommandsAsync(["operations", "collect", manifest], "unused")).ShouldBe(0);

        _trusted.Files.ShouldBe(["a.graphql"]);
    }

    [Theory]
    [InlineData("operations")]
    [InlineData("operations", "collect")]
    [InlineData("operations", "collect", "no-folder.json")]
    [InlineData("operations", "collect", "--output", "folder")]
    [InlineData("operations", "list")]
    [InlineData("schema")]
    public async Task Command_that_is_not_understood_fails(params string[] args) =>
        (await CreateApp().RunWithGraphQLCommandsAsync(args, "unused")).ShouldBe(1);

    [Fact]
    public async Task Schema_is_exported()
    {
        var file = System.IO.Path.Combine(_client.Path, "out", "schema.graphql");

        (await CreateApp().RunWithGraphQLCommandsAsync(["schema", "export"], file)).ShouldBe(0);
        (await CreateApp().RunWithGraphQLCommandsAsync(["schema", "export", "--output", file + "2"], "unused")).ShouldBe(0);

        File.ReadAllText(file).ShouldBe("type Query {\n  text: String!\n}\n");
        File.ReadAllText(file + "2").ShouldBe("type Query {\n  text: String!\n}\n");
    }

    private Task<int> CollectAsync(params string[] sources) => CreateApp().RunWithGraphQLCommandsAsync(
        ["operations", "collect", .. sources, "--output", _trusted.Path], "unused");

    private static WebApplication CreateApp(Action<PersistedOperationOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGraphQLServer().AddTypes(typeof(Query)).UsePersistedOperationPipeline(configure);
        return builder.Build();
    }

    [QueryType]
    public static class Query
    {
        public static string Text => "T";
    }
}
