using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThreadGraph.GraphQL.Types.Relay;
using ThreadGraph.Sandbox;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Access.Model;

/// <summary>One server and one sandbox for very many worlds; nothing is logged.</summary>
internal sealed class AccessServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SandboxServer _upstream;
    private readonly HttpClient _http;

    private AccessServer(WebApplication app, SandboxServer upstream, SandboxStore store, ManualTime time)
    {
        (_app, _upstream, Store, Time) = (app, upstream, store, time);
        _http = app.GetTestClient();
        NodeIds = app.Services.GetRequiredService<INodeIdSerializer>();
    }

    public SandboxStore Store { get; }

    public ManualTime Time { get; }

    public INodeIdSerializer NodeIds { get; }

    public static async Task<AccessServer> StartAsync()
    {
        var time = new ManualTime();
        var store = new SandboxStore(time);
        var upstream = await SandboxServer.StartAsync(store);
        string[] args =
        [
            "--environment=Production",
            "--Yunxin:AppKey=sandbox",
            $"--Yunxin:AppSecret={TestApp.AppSecret}",
            $"--Yunxin:MessageApi:0={upstream.BaseAddress}",
            $"--Yunxin:QChatApi:0={upstream.BaseAddress}nimserver",
            "--Yunxin:CallsPerSecond=50000",
            "--GraphQL:Cost:MaxResultSize=1000000000", // Every way in at once is much.
            .. Bearer.Settings,
        ];
        var app = await Program.CreateAsync(args, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(time);
        });
        await app.StartAsync();
        return new AccessServer(app, upstream, store, time);
    }

    /// <summary>Sends an operation in an account's name.</summary>
    public async Task<string> SendAsync(string query, object variables, string account)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = JsonContent.Create(new { query, variables });
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bearer.For(account));
        using var response = await _http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await _upstream.DisposeAsync();
    }
}
