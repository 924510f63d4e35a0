using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Performance;

/// <summary>The whole server on a socket, over an upstream of written threads, for all tests of a class.</summary>
public sealed class MeasuredApp : IAsyncLifetime
{
    private WebApplication _app = null!;

    /// <summary>Threads of 40 replies: one for each root of an inbox.</summary>
    internal WrittenThread[] Short { get; } =
        [.. Enumerable.Range(1, 20).Select(static number => new WrittenThread(number, replies: 40))];

    /// <summary>A thread of 100 replies.</summary>
    internal WrittenThread Hundred { get; } = new(21, replies: 100);

    internal KeepAliveConnection Connection { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        string[] args = ["--environment=Development", "--urls=http://127.0.0.1:0", .. WrittenUpstream.Settings];
        _app = await Program.CreateAsync(args, builder =>
        {
            builder.Logging.ClearProviders();
            WrittenUpstream.AddTo(builder.Services, [.. Short, Hundred]);
        });
        await _app.StartAsync();
        Connection = new KeepAliveConnection(new Uri(_app.Urls.Single()).Port);
    }

    public async Task DisposeAsync()
    {
        Connection.Dispose();
        await _app.DisposeAsync();
    }
}
