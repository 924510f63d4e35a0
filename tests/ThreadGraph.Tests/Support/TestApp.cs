using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThreadGraph.Sandbox;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Tests.Support;

/// <summary>The whole server, in memory, in front of a sandbox on a real socket; both go by one clock.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    public const string AppSecret = "sandbox-secret";

    private readonly WebApplication _app;
    private readonly SandboxServer _upstream;

    private TestApp(WebApplication app, SandboxServer upstream, SandboxStore store)
    {
        (_app, _upstream, Store) = (app, upstream, store);
        Http = app.GetTestClient();
    }

    public SandboxStore Store { get; }

    public required ManualTime Time { get; init; }

    public required LogSink Log { get; init; }

    public required UpstreamTap Tap { get; init; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public Uri UpstreamAddress => _upstream.BaseAddress;

    /// <summary>Starts both; over the demo threads, unless <paramref name="fill"/> puts others in.</summary>
    /// <param name="fill">Fills the sandbox.</param>
    /// <param name="sandbox">How the sandbox behaves.</param>
    /// <param name="environment">The server's environment.</param>
    /// <param name="settings">The server's settings beyond where the upstream is, as on the command line.</param>
    public static async Task<TestApp> StartAsync(
        Action<SandboxStore>? fill = null,
        SandboxOptions? sandbox = null,
        string environment = "Development",
        params string[] settings)
    {
        var (time, log, tap) = (new ManualTime(), new LogSink(), new UpstreamTap());
        var store = new SandboxStore(time);
        (fill ?? DemoData.AddTo)(store);
        var upstream = await SandboxServer.StartAsync(store, sandbox);
        string[] args =
        [
            $"--environment={environment}",
            "--Yunxin:AppKey=sandbox",
            $"--Yunxin:AppSecret={AppSecret}",
            $"--Yunxin:MessageApi:0={upstream.BaseAddress}",
            $"--Yunxin:QChatApi:0={upstream.BaseAddress}nimserver",
            "--Yunxin:MaxRetries=0", // What fails is to be seen; the client's own tests are about repeating it.
            "--Yunxin:CallsPerSecond=50000",
            .. settings,
        ];
        var app = await Program.CreateAsync(args, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.Services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(tap.CreateHandler));
        });
        await app.StartAsync();
        return new TestApp(app, upstream, store) { Time = time, Log = log, Tap = tap };
    }

    /// <summary>Sends an operation with its variables.</summary>
    public Task<Answer> QueryAsync(string query, object? variables = null, string? bearer = null) =>
        SendAsync(JsonSerializer.Serialize(new { query, variables }), bearer);

    /// <summary>Sends a request's body as it stands.</summary>
    public async Task<Answer> SendAsync(string body, string? bearer = null)
    {
        Store.Calls.Reset();
        Tap.Reset();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        using var response = await Http.SendAsync(request);
        var checks = Store.Calls.Of(SandboxApi.SingleMessage) + Store.Calls.Of(SandboxApi.JoinedTeams)
            + Store.Calls.Of(SandboxApi.GetServerMemberListPage);
        return new Answer(
            await response.Content.ReadAsStringAsync(), Store.Calls.Total - checks, checks, [.. Tap.Seen]);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _upstream.DisposeAsync();
    }
}
