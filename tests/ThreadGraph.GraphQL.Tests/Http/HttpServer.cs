using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Http;

namespace ThreadGraph.GraphQL.Tests.Http;

/// <summary>What came back: the status code, the headers, the body.</summary>
internal sealed record Answer(int Status, string ContentType, string Body, HttpResponseHeaders Headers, string? Allow);

/// <summary>A GraphQL endpoint in memory, over a <see cref="StubExecutor"/>.</summary>
internal sealed class HttpServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HttpServer(WebApplication app, StubExecutor executor)
    {
        _app = app;
        Executor = executor;
    }

    public StubExecutor Executor { get; }

    public static async Task<HttpServer> StartAsync(
        Outcome outcome = Outcome.Data, Action<GraphQLServerOptions>? configure = null)
    {
        var executor = new StubExecutor(() => outcome.ToResult());
        var app = await StartAsync(executor, configure);
        return new HttpServer(app, executor);
    }

    public static async Task<WebApplication> StartAsync(
        IRequestExecutor executor, Action<GraphQLServerOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(executor);
        builder.Services.Configure(configure ?? (_ => { }));
        var app = builder.Build();
        app.MapGraphQL();
        await app.StartAsync();
        return app;
    }

    public Task<Answer> PostAsync(string body, string? accept = null, string? contentType = "application/json") =>
        PostAsync(Encoding.UTF8.GetBytes(body), accept, contentType);

    public async Task<Answer> PostAsync(
        byte[] body, string? accept = null, string? contentType = "application/json", string? contentEncoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = new ByteArrayContent(body);
        AddTo(request.Content.Headers, "Content-Type", contentType);
        AddTo(request.Content.Headers, "Content-Encoding", contentEncoding);
        AddTo(request.Headers, "Accept", accept);
        return await SendAsync(request);
    }

    public async Task<Answer> GetAsync(
        string query, string? accept = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql" + query);
        AddTo(request.Headers, "Accept", accept);
        foreach (var (name, value) in headers)
        {
            AddTo(request.Headers, name, value);
        }

        return await SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var client = _app.GetTestClient();
        using var response = await client.SendAsync(request);
        return new Answer(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString() ?? "",
            await response.Content.ReadAsStringAsync(),
            response.Headers,
            response.Content.Headers.Allow.Count == 0 ? null : string.Join(", ", response.Content.Headers.Allow));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void AddTo(HttpHeaders headers, string name, string? value)
    {
        if (value is not null)
        {
            headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }
    }
}
