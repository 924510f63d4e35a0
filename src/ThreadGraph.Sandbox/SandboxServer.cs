using System.Net;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Sandbox.Upstream;

namespace ThreadGraph.Sandbox;

/// <summary>The upstream's endpoints on a socket of their own inside another process, over a given store.</summary>
/// <remarks>
/// Nothing of the surrounding program reaches it: no configuration file, no environment variable, no log. The control
/// endpoints are not among its own; the surrounding program maps them over the same store. Several servers over one
/// store are the hosts of one upstream: they share data, counts, quotas and faults.
/// </remarks>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly SandboxStore _store;
    private readonly SandboxOptions _options;
    private readonly List<long> _faults = [];
    private OpenConnections _connections = new();
    private WebApplication? _app;

    private SandboxServer(SandboxStore store, SandboxOptions options) => (_store, _options) = (store, options);

    /// <summary>Where it listens, for instance <c>http://127.0.0.1:40123/</c>; the same after a restart.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>Whether it listens.</summary>
    public bool IsRunning => _app is not null;

    /// <summary>Starts the server on the loopback address.</summary>
    /// <param name="store">The threads that it serves and the counter that it counts in.</param>
    /// <param name="options">How it behaves; the defaults when left out. Its faults are this host's alone.</param>
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

        var server = new SandboxServer(store, options);
        await server.ListenAsync(port, cancellationToken);
        foreach (var rule in options.Faults)
        {
            server._faults.Add(store.Faults.Add(rule with { Port = server.BaseAddress.Port }).Id);
        }

        return server;
    }

    /// <summary>Stops without a farewell: every connection is reset, and nothing listens any more.</summary>
    public async Task KillAsync()
    {
        _connections.CutAll();
        await StopAsync();
    }

    /// <summary>Listens again, on the same port.</summary>
    /// <exception cref="InvalidOperationException">It is running.</exception>
    /// <exception cref="IOException">The port was taken in the meantime.</exception>
    public Task RestartAsync(CancellationToken cancellationToken = default) => IsRunning
        ? throw new InvalidOperationException("The server is running.")
        : ListenAsync(BaseAddress.Port, cancellationToken);

    /// <summary>Stops listening and closes what is open; the faults of its options go with it.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _faults.ForEach(id => _store.Faults.Remove(id));
    }

    private async Task ListenAsync(int port, CancellationToken cancellationToken)
    {
        var connections = new OpenConnections();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Use(connections.Track));
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();
        builder.Services.AddSingleton(new SandboxUpstream(_store, _options));

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

        (_app, _connections, BaseAddress) = (app, connections, new Uri(app.Urls.Single()));
    }

    private async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _app, null) is { } app)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    /// <summary>Leaves the process's signals to the program around it.</summary>
    private sealed class GuestLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
