using ThreadGraph.Yunxin.Signing;
using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.ThreadTalkHistory;

public class ThreadTalkHistoryCallTests
{
    [Fact]
    public async Task First_page_sends_every_parameter_but_the_optional_ones()
    {
        var sent = await SendAsync(Queries.ThreadTalkHistory);

        sent.Method.ShouldBe("POST");
        sent.Url.ShouldBe("https://api.yunxinapi.com/nimserver/qchat/queryThreadTalkHistory.action");
        sent.Body.ShouldBe(
            "serverId=1513535&channelId=123&msgIdServer=158844553334358018&msgTime=1650284147467&accid=carol"
            + "&fromTime=0&limit=2&reverse=false");
    }

    [Fact]
    public async Task Later_page_sends_window_and_anchor()
    {
        var sent = await SendAsync(Queries.ThreadTalkHistory with
        {
            FromTimeMs = 1650284147500,
            ToTimeMs = 1650284999999,
            ExcludeMsgId = 9007199254740993,
            Limit = 100,
            OldestFirst = true,
        });

        sent.Body.ShouldBe(
            "serverId=1513535&channelId=123&msgIdServer=158844553334358018&msgTime=1650284147467&accid=carol"
            + "&fromTime=1650284147500&toTime=1650284999999&limit=100&excludeMsgId=9007199254740993&reverse=true");
    }

    [Fact]
    public async Task Values_are_form_encoded_as_utf_8()
    {
        var sent = await SendAsync(Queries.ThreadTalkHistory with { AccId = "a&b=é" });

        sent.Body.ShouldContain("&accid=a%26b%3D%C3%A9&");
    }

    [Fact]
    public async Task Request_carries_signature_request_id_and_content_type()
    {
        var sent = await SendAsync(Queries.ThreadTalkHistory);

        sent.Headers.Keys.ShouldBe(["RequestId", "AppKey", "Nonce", "CurTime", "CheckSum"]);
        sent.Headers["RequestId"].ShouldMatch("^[0-9a-f]{32}$");
        sent.Headers["CheckSum"].ShouldBe(CheckSum.Compute("demo-secret", sent.Headers["Nonce"], "1700000000"));
        sent.ContentType.ShouldBe("application/x-www-form-urlencoded;charset=utf-8");
    }

    [Fact]
    public async Task Base_url_is_configurable_with_its_path_prefix()
    {
        var sent = await SendAsync(Queries.ThreadTalkHistory, ("QChatApi:0", "http://127.0.0.1:5090/a/nimserver/"));

        sent.Url.ShouldBe("http://127.0.0.1:5090/a/nimserver/qchat/queryThreadTalkHistory.action");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task Limit_out_of_range_costs_no_call(int limit)
    {
        using var rig = new Rig();

        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            () => rig.AskAsync(Queries.ThreadTalkHistory with { Limit = limit }));

        rig.Upstream.Seen.ShouldBeEmpty();
    }

    private static async Task<SeenRequest> SendAsync(
        ThreadTalkHistoryQuery query, params (string Key, string Value)[] settings)
    {
        using var rig = new Rig(settings);
        rig.Upstream.Answers(
            """{ "code": 200, "threadMsg": { "msgIdServer": 158844553334358018 }, "total": 0, "msgs": [] }""");
        await rig.AskAsync(query);
        return rig.Upstream.Seen.ShouldHaveSingleItem();
    }
}
