using System.Net;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Sandbox.Upstream;

namespace ThreadGraph.Sandbox;

/// <summary>The upstream's endpoints on a socket of their own inside another process, over a given store.</summary>
/// <remarks>
/// Nothing of the surrounding program reaches it: no configuration file, no environment variable, no log. The control
/// endpoints are not among its own; the surrounding program maps them over the same store.
/// </remarks>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SandboxServer(WebApplication app, Uri baseAddress)
    {
        _app = app;
        BaseAddress = baseAddress;
    }

    /// <summary>Where it listens, for instance <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Starts the server on the loopback address.</summary>
    /// <param name="store">The threads that it serves and the counter that it counts in.</param>
    /// <param name="options">How it behaves; the defaults when left out.</param>
    /// <param name="port">The TCP port; 0, the default, takes a free one.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">An option is out of its range; every mistake is named.</exception>
    public static async Task<SandboxServer> StartAsync(
        SandboxStore store,
        SandboxOptions? options = null,
        int port = 0,
        CancellationToken cancellationToken = default)
    {
        options ??= new SandboxOptions();
        var mistakes = string.Join(' ', SandboxOptionsValidator.Mistakes(options));
        if (mistakes.Length > 0)
        {
            throw new ArgumentException(mistakes, nameof(options));
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();
        builder.Services.AddSingleton(new SandboxUpstream(store, options));

        var app = builder.Build();
        app.MapSandboxUpstream();
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new SandboxServer(app, new Uri(app.Urls.Single()));
    }

    /// <summary>Stops listening and closes what is open.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Leaves the process's signals to the program around it.</summary>
    private sealed class GuestLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
