using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.Transport;

/// <summary>Two servers of our own on real sockets; the first is killed while many calls are under way.</summary>
public sealed class KilledHostTests : IAsyncLifetime
{
    private const int Callers = 16;
    private const int CallsOfEach = 125;
    private const int KilledAt = 500;

    private const string Fine = """
        { "code": 200, "data": { "thread_root": { "message_server_id": 158844553334358018 } } }
        """;

    private readonly ConcurrentQueue<string> _seen = [];
    private readonly WebApplication[] _servers = new WebApplication[2];
    private volatile bool _isKilled;

    public async Task InitializeAsync()
    {
        _servers[0] = await StartAsync("primary");
        _servers[1] = await StartAsync("backup");
    }

    public async Task DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Calls_under_way_and_all_that_follow_are_answered_by_the_other()
    {
        using var rig = Rig.OverSockets(
            ("MessageApi:0", _servers[0].Urls.Single()), ("MessageApi:1", _servers[1].Urls.Single()),
            ("CallsPerSecond", "50000"));

        var failed = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => FailuresOfAsync(rig)));

        failed.Sum().ShouldBe(0, $"of {Callers * CallsOfEach} calls");
        _seen.Count(static server => server is "primary").ShouldBeInRange(KilledAt, KilledAt + (2 * Callers));
        _seen.Count.ShouldBeInRange(Callers * CallsOfEach, (Callers * CallsOfEach) + (2 * Callers));
        rig.Log.Lines.Count(static line => line.Contains("failed with Connection")).ShouldBeInRange(3, 3 * Callers);
        rig.Log.Lines.Count(static line => line.Contains("the host is the last choice")).ShouldBe(1);
    }

    private static async Task<int> FailuresOfAsync(Rig rig)
    {
        await Task.Yield();
        var failures = 0;
        for (var i = 0; i < CallsOfEach; i++)
        {
            try
            {
                await rig.AskAsync(Queries.ThreadMessages);
            }
            catch (YunxinException)
            {
                failures++;
            }
        }

        return failures;
    }

    private async Task<WebApplication> StartAsync(string name)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(context => AnswerAsync(name, context));
        await server.StartAsync();
        return server;
    }

    private Task AnswerAsync(string name, HttpContext context)
    {
        _seen.Enqueue(name);
        _isKilled |= _seen.Count >= KilledAt;
        if (_isKilled && name is "primary")
        {
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(Fine);
    }
}
