using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;

namespace ThreadGraph.Sandbox.Tests.Upstream;

public sealed class RecentRequestIdsTests
{
    [Fact]
    public async Task Trace_id_repeated_within_a_minute_is_refused_with_431()
    {
        await using var caller = await Caller.StartAsync();
        Task<string> Send(string id) => caller.Send(Traced(id));

        (await Send("one")).Code().ShouldBe(414);
        (await Send("two")).Code().ShouldBe(414);
        caller.Time.NowMs += 59_999;
        (await Send("one")).ShouldBeJson("""
            { "code": 431, "msg": "Header \"X-custom-traceid\" repeats one of the last 60 seconds.", "data": {} }
            """);
        caller.Time.NowMs += 1;
        (await Send("one")).Code().ShouldBe(414);
        caller.Time.NowMs += 59_999;
        (await Send("one")).Code().ShouldBe(431);
    }

    [Fact]
    public async Task Request_id_repeated_within_a_minute_is_refused_with_431()
    {
        await using var caller = await Caller.StartAsync();
        Task<string> Send()
        {
            var request = Caller.TalkRequest(Caller.Form(DemoThreads.ChannelNested));
            request.Headers.Add("RequestId", "one");
            return caller.Send(request);
        }

        (await Send()).Code().ShouldBe(200);
        (await Send()).ShouldBeJson("""
            { "code": 431, "desc": "Header \"RequestId\" repeats one of the last 60 seconds." }
            """);
        caller.Time.NowMs += 60_000;
        (await Send()).Code().ShouldBe(200);
    }

    private static HttpRequestMessage Traced(string id)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/im/v2.1/messages/actions/thread_messages");
        request.Headers.Add("X-custom-traceid", id);
        return request;
    }
}
