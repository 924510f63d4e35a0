using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThreadGraph.Sandbox;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Resilience;

/// <summary>The whole server in real time, in front of two sandbox hosts on real sockets that share one store.</summary>
internal sealed class ResilientApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ResilientApp(WebApplication app, SandboxStore store, SandboxServer primary, SandboxServer backup)
    {
        (_app, Store, Primary, Backup) = (app, store, primary, backup);
        Http = app.GetTestClient();
        Meters = new MeterTally(app.Services.GetRequiredService<IMeterFactory>());
    }

    public SandboxStore Store { get; }

    /// <summary>The host that is preferred.</summary>
    public SandboxServer Primary { get; }

    public SandboxServer Backup { get; }

    public HttpClient Http { get; }

    /// <summary>What the server's own instruments have counted.</summary>
    public MeterTally Meters { get; }

    /// <summary>Starts all three.</summary>
    /// <param name="fill">Fills the sandbox.</param>
    /// <param name="settings">The server's settings beyond where the upstream is, as on the command line.</param>
    public static async Task<ResilientApp> StartAsync(Action<SandboxStore> fill, params string[] settings)
    {
        var store = new SandboxStore(TimeProvider.System);
        fill(store);
        var primary = await SandboxServer.StartAsync(store);
        var backup = await SandboxServer.StartAsync(store);
        string[] args =
        [
            "--environment=Development",
            "--Access:CheckMembership=false", // The faults are counted in calls that read.
            "--Yunxin:AppKey=sandbox",
            $"--Yunxin:AppSecret={TestApp.AppSecret}",
            $"--Yunxin:MessageApi:0={primary.BaseAddress}",
            $"--Yunxin:MessageApi:1={backup.BaseAddress}",
            $"--Yunxin:QChatApi:0={primary.BaseAddress}nimserver",
            $"--Yunxin:QChatApi:1={backup.BaseAddress}nimserver",
            .. Bearer.Settings,
            .. settings,
        ];
        var app = await Program.CreateAsync(args, static builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
        });
        await app.StartAsync();
        return new ResilientApp(app, store, primary, backup);
    }

    /// <summary>Sends an operation with its variables.</summary>
    /// <param name="query">The document.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="account">Who asks; the demo account when left out.</param>
    public async Task<JsonNode> QueryAsync(string query, object variables, string? account = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = JsonContent.Create(new { query, variables });
        if (account is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bearer.For(account));
        }

        using var response = await Http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Meters.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Primary.DisposeAsync();
        await Backup.DisposeAsync();
    }
}
