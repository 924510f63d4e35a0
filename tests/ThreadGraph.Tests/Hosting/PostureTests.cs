using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ThreadGraph.Sandbox;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Faults;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Hosting;

/// <summary>What the server shows of itself, and whom it lets in how often.</summary>
public sealed class PostureTests
{
    private const string Viewer = """{"query":"{ viewer { accountId } }"}""";

    [Theory]
    [InlineData("/graphql?query={__typename}")]
    [InlineData("/health/live")]
    [InlineData("/nothing")]
    public async Task Every_answer_tells_browsers_to_do_nothing_with_it(string path)
    {
        await using var app = await TestApp.StartAsync(environment: "Production", settings: Bearer.Settings);

        using var response = await app.Http.GetAsync(new Uri(path, UriKind.Relative));

        var headers = response.Headers.ToDictionary(static h => h.Key, static h => string.Join(',', h.Value));
        headers["Content-Security-Policy"].ShouldBe(
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        headers["X-Content-Type-Options"].ShouldBe("nosniff");
        headers["X-Frame-Options"].ShouldBe("DENY");
        headers["Referrer-Policy"].ShouldBe("no-referrer");
        headers["Cross-Origin-Resource-Policy"].ShouldBe("same-origin");
        headers.ShouldNotContainKey("Server");
        headers.ShouldNotContainKey("Access-Control-Allow-Origin");
    }

    [Theory]
    [InlineData("https://app.example", "https://app.example")]
    [InlineData("https://app.example.evil.example", null)]
    [InlineData("null", null)]
    public async Task Pages_of_named_origins_alone_may_ask(string origin, string? allowed)
    {
        await using var app = await TestApp.StartAsync(settings: "--Cors:Origins:0=https://app.example");
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");

        using var response = await app.Http.SendAsync(preflight);

        Header(response, "Access-Control-Allow-Origin").ShouldBe(allowed);
        Header(response, "Access-Control-Allow-Headers").ShouldBe(
            allowed is null ? null : "Authorization,Content-Type,GraphQL-Preflight,GraphQL-Cost");
        Header(response, "Access-Control-Allow-Credentials").ShouldBeNull();
    }

    [Fact]
    public async Task Account_with_too_many_requests_under_way_is_sent_away_and_no_other()
    {
        await using var app = await TestApp.StartAsync(
            environment: "Production", settings: [.. Bearer.Settings, "--Access:MaxConcurrentRequests=2"]);
        var fault = app.Store.Faults.Add(new FaultRule { Fault = SandboxFault.Hang, Api = SandboxApi.ThreadMessages });
        using var gone = new CancellationTokenSource();
        var document = System.Text.Json.JsonSerializer.Serialize(new
        {
            query = "query($root: ThreadRootInput!) { thread(root: $root) { replyCount } }",
            variables = DemoThreads.SevenLevels.Variables(),
        });
        Task[] held =
        [
            SendAsync(app, document, "alice", gone.Token), SendAsync(app, document, "Alice", gone.Token),
        ];
        while (app.Store.Calls.ThreadMessages == 0)
        {
            await Task.Yield();
        }

        using var refused = await SendAsync(app, Viewer, "alice");
        using var other = await SendAsync(app, Viewer, "bob");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await refused.Content.ReadAsStringAsync()).ShouldBe(
            """
            {"errors":[{"message":"You have 2 requests under way, and no more are served at once. Wait for one of them.",
            "extensions":{"code":"REQUEST_LIMIT","limit":2,"setting":"Access:MaxConcurrentRequests","retryAfterMs":1000}}]}
            """.ReplaceLineEndings(""));
        other.StatusCode.ShouldBe(HttpStatusCode.OK);

        app.Store.Faults.Remove(fault.Id);
        await gone.CancelAsync();
        foreach (var request in held)
        {
            await Should.ThrowAsync<OperationCanceledException>(() => request);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(
        TestApp app, string body, string account, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bearer.For(account));
        return await app.Http.SendAsync(request, cancellationToken);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
