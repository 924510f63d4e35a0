using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests;

public sealed class SandboxServerTests
{
    private readonly SandboxStore _store = new(new ManualTime());

    [Fact]
    public async Task Two_servers_over_one_store_count_together()
    {
        await using var one = await SandboxServer.StartAsync(_store);
        await using var other = await SandboxServer.StartAsync(_store);
        using var http = new HttpClient();

        foreach (var server in (SandboxServer[])[one, other])
        {
            (await http.GetStringAsync(new Uri(server.BaseAddress, "im/v2/messages/actions/thread_messages")))
                .Code().ShouldBe(414);
        }

        one.BaseAddress.Host.ShouldBe("127.0.0.1");
        one.BaseAddress.Port.ShouldNotBe(other.BaseAddress.Port);
        _store.Calls.Total.ShouldBe(2);
    }

    [Fact]
    public async Task Port_is_free_again_after_disposal()
    {
        var first = await SandboxServer.StartAsync(_store);
        var port = first.BaseAddress.Port;
        await first.DisposeAsync();

        await using var second = await SandboxServer.StartAsync(_store, port: port);

        second.BaseAddress.Port.ShouldBe(port);
    }

    [Fact]
    public async Task Port_in_use_is_reported()
    {
        await using var first = await SandboxServer.StartAsync(_store);

        await Should.ThrowAsync<IOException>(() => SandboxServer.StartAsync(_store, port: first.BaseAddress.Port));
    }

    [Fact]
    public async Task Wrong_option_keeps_it_from_starting()
    {
        var options = new SandboxOptions { AppKey = "", CallsPerSecond = -1 };

        var refusal = await Should.ThrowAsync<ArgumentException>(() => SandboxServer.StartAsync(_store, options));
        refusal.Message.ShouldBe(
            "Sandbox:AppKey must have 1 to 128 characters. "
            + "Sandbox:CallsPerSecond must be 0 (no quota) to 50000, but is -1. (Parameter 'options')");
    }

    [Fact]
    public async Task Control_endpoints_are_not_among_its_own()
    {
        await using var server = await SandboxServer.StartAsync(_store);
        using var http = new HttpClient { BaseAddress = server.BaseAddress };

        ((int)(await http.GetAsync("/sandbox/calls")).StatusCode).ShouldBe(404);
    }
}
