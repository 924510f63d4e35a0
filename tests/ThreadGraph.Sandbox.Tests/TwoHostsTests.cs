using System.Net.Sockets;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Faults;
using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests;

/// <summary>Two servers over one store: the two hosts of one upstream.</summary>
public sealed class TwoHostsTests : IAsyncLifetime, IDisposable
{
    private const string ThreadMessages = Caller.ThreadMessagesV2;

    private readonly SandboxStore _store = DemoData.CreateStore(new ManualTime());
    private readonly HttpClient _http = new();
    private SandboxServer _one = null!;
    private SandboxServer _other = null!;

    public async Task InitializeAsync() => (_one, _other) =
        (await SandboxServer.StartAsync(_store), await SandboxServer.StartAsync(_store));

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
    }

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Killed_host_refuses_connections_until_it_is_started_again_on_the_same_port()
    {
        var address = _one.BaseAddress;

        await _one.KillAsync();
        var refused = await Should.ThrowAsync<HttpRequestException>(() => Ask(_one));
        (await Ask(_other)).Code().ShouldBe(414);
        await _one.RestartAsync();

        refused.InnerException.ShouldBeOfType<SocketException>().SocketErrorCode
            .ShouldBe(SocketError.ConnectionRefused);
        (_one.BaseAddress, _one.IsRunning).ShouldBe((address, true));
        (await Ask(_one)).Code().ShouldBe(414);
    }

    [Fact]
    public async Task Calls_under_way_break_when_their_host_is_killed()
    {
        _store.Faults.Add(new FaultRule { Fault = SandboxFault.Hang, Count = 1 });

        var underWay = Ask(_one);
        await _store.Faults.WhenSpentAsync();
        await _one.KillAsync();

        await Should.ThrowAsync<HttpRequestException>(() => underWay);
        _one.IsRunning.ShouldBeFalse();
    }

    [Fact]
    public async Task Running_host_is_not_started_again() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => _one.RestartAsync()))
            .Message.ShouldBe("The server is running.");

    [Fact]
    public async Task Fault_of_one_host_leaves_the_other_alone()
    {
        _store.Faults.Add(new FaultRule { Fault = SandboxFault.BusyCode, Port = _one.BaseAddress.Port });

        (await Ask(_one)).Code().ShouldBe(503);
        (await Ask(_other)).Code().ShouldBe(414);
    }

    [Fact]
    public async Task Configured_faults_are_their_hosts_own_and_go_with_it()
    {
        var options = new SandboxOptions { Faults = { new FaultRule { Fault = SandboxFault.BusyCode } } };
        await using (var third = await SandboxServer.StartAsync(_store, options))
        {
            (await Ask(third)).Code().ShouldBe(503);
            (await Ask(_one)).Code().ShouldBe(414);
            _store.Faults.All.Single().Rule.Port.ShouldBe(third.BaseAddress.Port);
        }

        _store.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Quota_is_the_apps_and_not_a_hosts()
    {
        var store = new SandboxStore(new ManualTime());
        await using var caller = await Caller.StartAsync(store, new SandboxOptions { CallsPerSecond = 1 });
        await using var other = await Caller.StartAsync(store, new SandboxOptions { CallsPerSecond = 1 });

        (await caller.Talk([])).Code().ShouldBe(414);
        (await other.Talk([])).Code().ShouldBe(416);
    }

    private Task<string> Ask(SandboxServer server) => _http.GetStringAsync(new Uri(server.BaseAddress, ThreadMessages));
}
