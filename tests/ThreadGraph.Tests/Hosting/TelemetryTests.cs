using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Hosting;

/// <summary>A collector on a real socket takes what the server exports.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string> _received = new();
    private WebApplication _collector = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _collector = builder.Build();
        _collector.Urls.Add("http://127.0.0.1:0");
        _collector.MapPost("/v1/{kind}", async (string kind, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            var text = Encoding.Latin1.GetString(body.ToArray());
            _received.AddOrUpdate(kind, text, (_, before) => before + text);
        });
        await _collector.StartAsync();
    }

    public async Task DisposeAsync() => await _collector.DisposeAsync();

    [Fact]
    public async Task Attempts_and_meters_reach_the_collector_and_no_secret_does()
    {
        string upstream;
        await using (var app = await StartAsync(
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={_collector.Urls.Single()}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"))
        {
            upstream = app.UpstreamAddress.Authority;
            (await AskAsync(app)).Succeeds();
        }

        _received.Keys.Order().ShouldBe(["metrics", "traces"]);
        _received["traces"].ShouldContain("thread_messages");
        _received["traces"].ShouldContain("yunxin.attempt");
        _received["metrics"].ShouldContain("yunxin.client.calls");
        var all = string.Concat(_received.Values);
        all.ShouldContain("threadgraph");
        foreach (var secret in (string[])[TestApp.AppSecret, "alice", "bob", "CheckSum", upstream, $"{Chat.RootId}"])
        {
            all.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task Attempts_of_a_request_hang_together_though_the_log_does_not_ask_for_it()
    {
        await using (var app = await StartAsync(
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={_collector.Urls.Single()}",
            "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
            "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=None"))
        {
            (await AskAsync(app)).Succeeds();
        }

        // A span's fields 2 and 4, of eight bytes each: its own ID, and that of the request's activity above it.
        _received["traces"].ShouldMatch("(?s)\u0012\u0008.{8}\u0022\u0008.{8}");
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_exported()
    {
        await using (var app = await StartAsync())
        {
            (await AskAsync(app)).Succeeds();
        }

        _received.ShouldBeEmpty();
    }

    private static Task<TestApp> StartAsync(params string[] settings) =>
        TestApp.StartAsync(static store => new Chat(store).Replies(1, 3), settings: settings);

    private static Task<Answer> AskAsync(TestApp app) => app.QueryAsync(
        "query($root: ThreadRootInput!) { thread(root: $root) { replyCount } }",
        app.Store.FindThread(Chat.RootId)!.Variables());
}
