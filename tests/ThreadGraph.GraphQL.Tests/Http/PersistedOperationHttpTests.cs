using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThreadGraph.GraphQL.Tests.Execution.PersistedOperations;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Http;

/// <summary>A whole server with trusted documents, whose answers a browser may keep for a minute.</summary>
public sealed class PersistedOperationHttpTests : IAsyncLifetime, IDisposable
{
    private readonly Folder _folder = new();
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        _folder.Write("text.graphql", "{ text }");
        _folder.Write("fail.graphql", "{ fail }");
        _folder.Write("write.graphql", "mutation { write }");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddGraphQLServer().AddTypes(typeof(Query), typeof(Mutation)).AddCostAnalyzer()
            .UsePersistedOperationPipeline(options =>
                (options.Folder, options.CacheLifetime) = (_folder.Path, TimeSpan.FromMinutes(1)));
        _app = builder.Build();
        _app.MapGraphQL();
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("?documentId=text", "max-age=60, private", "Accept, Authorization, GraphQL-Cost")]
    [InlineData("?documentId=fail", "no-store", "Accept, Authorization, GraphQL-Cost")]
    [InlineData("?documentId=nope", "no-store", "Accept")]
    [InlineData("?query={text}", "no-cache, private", "Accept")]
    public async Task Only_good_answers_to_trusted_queries_are_kept(string query, string cacheControl, string vary)
    {
        using var response = await SendAsync(HttpMethod.Get, query);

        response.Headers.CacheControl?.ToString().ShouldBe(cacheControl);
        string.Join(", ", response.Headers.Vary).ShouldBe(vary);
    }

    [Fact]
    public async Task Answer_that_reports_its_cost_is_not_kept()
    {
        using var response = await SendAsync(HttpMethod.Get, "?documentId=text", cost: "report");

        (await response.Content.ReadAsStringAsync()).ShouldBe(
            "{\"data\":{\"text\":\"T\"},\"extensions\":{\"cost\":{" +
            "\"resultSize\":{\"estimate\":1,\"actual\":1,\"limit\":250000}," +
            "\"upstreamCalls\":{\"estimate\":0,\"actual\":0,\"limit\":1000}}}}");
        response.Headers.CacheControl?.ToString().ShouldBe("no-cache, private");
    }

    [Fact]
    public async Task Dry_run_answers_200_and_executes_nothing()
    {
        using var response = await SendAsync(HttpMethod.Get, "?documentId=fail", cost: "validate");

        ((int)response.StatusCode).ShouldBe(200);
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            "{\"extensions\":{\"cost\":{\"resultSize\":{\"estimate\":1,\"limit\":250000}," +
            "\"upstreamCalls\":{\"estimate\":0,\"limit\":1000}}}}");
    }

    [Fact]
    public async Task Trusted_mutation_is_refused_by_get_and_executed_by_post()
    {
        using var get = await SendAsync(HttpMethod.Get, "?documentId=write");
        using var post = await SendAsync(HttpMethod.Post, "", """{ "documentId": "write" }""");

        ((int)get.StatusCode).ShouldBe(405);
        (await post.Content.ReadAsStringAsync()).ShouldBe("""{"data":{"write":1}}""");
        post.Headers.CacheControl.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{ "documentId": "text" }""", """{"data":{"text":"T"}}""")]
    [InlineData("""{ "id": "text", "query": null }""", """{"data":{"text":"T"}}""")]
    [InlineData("""{ "id": "ignored", "query": "{ text }" }""", """{"data":{"text":"T"}}""")]
    public async Task Body_names_a_document(string body, string answer)
    {
        using var response = await SendAsync(HttpMethod.Post, "", body);

        (await response.Content.ReadAsStringAsync()).ShouldBe(answer);
    }

    [Theory]
    [InlineData(
        """{ "documentId": "text", "query": "{ text }" }""",
        "The parameters \"query\" and \"documentId\" are both given. Send the document or its ID, not both.")]
    [InlineData("""{ "documentId": 1 }""", "The parameter \"documentId\" must be a string or null, not a number.")]
    [InlineData("""{ "id": {} }""", "The parameter \"id\" must be a string or null, not an object.")]
    [InlineData("{}", "The parameter \"query\" is missing. It holds the document, as a string.")]
    [InlineData("""{ "extensions": {} }""", "The parameter \"query\" is missing. It holds the document, as a string.")]
    public async Task Body_that_names_none_or_two_is_refused_with_400(string body, string message)
    {
        using var response = await SendAsync(HttpMethod.Post, "", body);

        ((int)response.StatusCode).ShouldBe(400);
        (await response.Content.ReadAsStringAsync()).ShouldBe(ExpectedBody.BadInput(message));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string query, string? body = null, string? cost = null)
    {
        using var client = _app.GetTestClient();
        using var request = new HttpRequestMessage(method, "/graphql" + query);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        if (cost is not null)
        {
            request.Headers.Add("GraphQL-Cost", cost);
        }

        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await client.SendAsync(request);
    }

    [QueryType]
    public static class Query
    {
        public static string Text => "T";

        public static string? Fail => throw new GraphQLException("No.");
    }

    [MutationType]
    public static class Mutation
    {
        public static int Write() => 1;
    }
}
