using ThreadGraph.Sandbox.Tests.Support;

namespace ThreadGraph.Sandbox.Tests.Control;

/// <summary>
/// As the main server has it: the upstream on a port of its own, the control endpoints in another program.
/// </summary>
public sealed class CallControlTests : IAsyncLifetime
{
    private ControlHost _host = null!;
    private Caller _caller = null!;

    public async Task InitializeAsync()
    {
        _host = await ControlHost.StartAsync();
        _caller = await Caller.StartAsync(_host.Store);
    }

    public async Task DisposeAsync()
    {
        await _caller.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Calls_are_counted_by_api_also_failed_ones_until_reset()
    {
        (await Show("calls")).ShouldBe("""{"total":0,"byApi":{"thread_messages":0,"queryThreadTalkHistory":0}}""");

        for (var call = 0; call < 5; call++)
        {
            (await _caller.Http.GetStringAsync(Caller.ThreadMessagesV2)).Code().ShouldBe(414);
        }

        await _caller.Talk([]);
        await _caller.Talk([]);

        (await Show("calls")).ShouldBe("""{"total":7,"byApi":{"thread_messages":5,"queryThreadTalkHistory":2}}""");
        (await _host.Delete("/sandbox/calls")).Status.ShouldBe(204);
        (await Show("calls")).ShouldBe("""{"total":0,"byApi":{"thread_messages":0,"queryThreadTalkHistory":0}}""");
    }

    [Fact]
    public async Task Other_apis_are_listed_once_they_were_called()
    {
        await _caller.QChat("batchQueryThreadTalkMeta", []);

        (await Show("calls")).ShouldBe(
            """{"total":1,"byApi":{"thread_messages":0,"queryThreadTalkHistory":0,"batchQueryThreadTalkMeta":1}}""");
    }

    [Fact]
    public async Task Arrivals_are_listed_with_port_and_time_until_cleared()
    {
        var port = _caller.Http.BaseAddress!.Port;
        await _caller.Talk([]);
        _caller.Time.NowMs += 1_000;
        await _caller.Talk([]);
        await _caller.Talk([]);

        (await Show("arrivals")).ShouldBeJson($$"""
            { "dropped": 0, "peakPerSecond": { "queryThreadTalkHistory": 2 }, "arrivals": [
              { "api": "queryThreadTalkHistory", "port": {{port}}, "at": "2026-01-01T00:00:00+00:00" },
              { "api": "queryThreadTalkHistory", "port": {{port}}, "at": "2026-01-01T00:00:01+00:00" },
              { "api": "queryThreadTalkHistory", "port": {{port}}, "at": "2026-01-01T00:00:01+00:00" } ] }
            """);
        (await _host.Delete("/sandbox/arrivals")).Status.ShouldBe(204);
        (await Show("arrivals")).ShouldBe("""{"dropped":0,"peakPerSecond":{},"arrivals":[]}""");
        _host.Store.Calls.Total.ShouldBe(3);
    }

    private async Task<string> Show(string what)
    {
        var (status, answer) = await _host.Get($"/sandbox/{what}");
        status.ShouldBe(200);
        return answer;
    }
}
