using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThreadGraph.Sandbox;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Model;

/// <summary>One server and one sandbox for very many threads; nothing is logged.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SandboxServer _upstream;
    private readonly HttpClient _http;
    private readonly UpstreamTrace _trace;

    private ModelServer(WebApplication app, SandboxServer upstream, SandboxStore store, UpstreamTrace trace, int maxScan)
    {
        (_app, _upstream, Store, _trace, MaxScan) = (app, upstream, store, trace, maxScan);
        _http = app.GetTestClient();
    }

    public SandboxStore Store { get; }

    public int MaxScan { get; }

    public static async Task<ModelServer> StartAsync(int maxScan)
    {
        var (time, trace) = (new ManualTime(), new UpstreamTrace());
        var store = new SandboxStore(time);
        store.AddAccount(ModelThread.Viewer);
        var upstream = await SandboxServer.StartAsync(store);
        string[] args =
        [
            "--environment=Development",
            "--Yunxin:AppKey=sandbox",
            $"--Yunxin:AppSecret={TestApp.AppSecret}",
            $"--Yunxin:MessageApi:0={upstream.BaseAddress}",
            $"--Yunxin:QChatApi:0={upstream.BaseAddress}nimserver",
            "--Yunxin:ApiVersion=v2.1",
            "--Access:CheckMembership=false", // Calls that read are what the model counts.
            $"--Threads:MaxScan={maxScan}",
            "--GraphQL:Cost:MaxResultSize=1000000000",
            "--GraphQL:Cost:MaxUpstreamCalls=1000000",
        ];
        var app = await Program.CreateAsync(args, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.Services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(trace.CreateHandler));
        });
        await app.StartAsync();
        return new ModelServer(app, upstream, store, trace, maxScan);
    }

    /// <summary>Sends an operation.</summary>
    /// <returns>The answer, which must be free of errors, and the upstream calls that it took.</returns>
    public async Task<(JsonElement Data, UpstreamCall[] Calls)> SendAsync(string query, object variables)
    {
        _trace.Take();
        using var response = await _http.PostAsJsonAsync("/graphql", new { query, variables });
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        body.TryGetProperty("errors", out _).ShouldBeFalse($"{query}\n{JsonSerializer.Serialize(variables)}\n{body}");
        return (body.GetProperty("data"), _trace.Take());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await _upstream.DisposeAsync();
    }
}
