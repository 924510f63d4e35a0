using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Support;

/// <summary>The control endpoints over the demo threads, in a program of their own.</summary>
internal sealed class ControlHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private ControlHost(WebApplication app)
    {
        _app = app;
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Store = app.Services.GetRequiredService<SandboxStore>();
    }

    public SandboxStore Store { get; }

    public static async Task<ControlHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new ManualTime());
        builder.Services.AddSandbox(builder.Configuration.GetSection("Sandbox"));
        var app = builder.Build();
        app.MapSandboxControl();
        await app.StartAsync();
        return new ControlHost(app);
    }

    public Task<(int Status, string Answer)> Get(string path) => Send(HttpMethod.Get, path);

    public Task<(int Status, string Answer)> Put(string path) => Send(HttpMethod.Put, path);

    public Task<(int Status, string Answer)> Delete(string path) => Send(HttpMethod.Delete, path);

    public Task<(int Status, string Answer)> Post(string path, string json) => Send(HttpMethod.Post, path, json);

    public Task<(int Status, string Answer)> Patch(string path, string json) => Send(HttpMethod.Patch, path, json);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<(int Status, string Answer)> Send(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
