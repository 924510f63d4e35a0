using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.ThreadTalkMetadata;

public class ThreadTalkMetaCallTests
{
    [Fact]
    public async Task Messages_are_sent_as_a_json_array_in_the_form()
    {
        using var rig = new Rig();
        rig.Upstream.Answers("""{ "code": 200, "data": [] }""");

        (await rig.AskAsync(Queries.ThreadTalkMeta)).ShouldBeEmpty();

        var sent = rig.Upstream.Seen.ShouldHaveSingleItem();
        sent.Method.ShouldBe("POST");
        sent.Url.ShouldBe("https://api.yunxinapi.com/nimserver/qchat/batchQueryThreadTalkMeta.action");
        sent.ContentType.ShouldBe("application/x-www-form-urlencoded;charset=utf-8");
        sent.Headers.Keys.ShouldBe(["RequestId", "AppKey", "Nonce", "CurTime", "CheckSum"]);
        Uri.UnescapeDataString(sent.Body).ShouldBe(
            "serverId=1513535&channelId=123&accid=carol&queryMsgs="
            + """[{"msgIdServer":158844553334358018,"msgTime":1650284147467},"""
            + """{"msgIdServer":9007199254740993,"msgTime":1650284147468}]""");
    }

    [Theory]
    [InlineData("\"158844553334358018\"", "\"1650284147467\"", "21", "1650284150000", 21L, 1650284150000L)]
    [InlineData("158844553334358018", "1650284147467", "\"21\"", "\"1650284150000\"", 21L, 1650284150000L)]
    [InlineData("158844553334358018", "1650284147467", "0", "1650284147467", 0L, null)]
    [InlineData("158844553334358018", "1650284147467", "3", "1650284147466", 3L, null)]
    [InlineData("158844553334358018", "1650284147467", "true", "1650284150000", null, null)]
    public async Task Figures_are_read_from_strings_and_numbers(
        string id, string time, string total, string timestamp, long? expectedTotal, long? expectedLastReply)
    {
        using var rig = new Rig();
        rig.Upstream.Answers($$"""
            { "code": 200, "data": [
              { "msgIdServer": {{id}}, "msgTime": {{time}}, "total": {{total}},
                "timestamp": {{timestamp}}, "new": {} } ] }
            """);

        (await rig.AskAsync(Queries.ThreadTalkMeta)).ShouldBe(
            [new ThreadTalkMeta(158844553334358018, 1650284147467, expectedTotal, expectedLastReply)]);
    }

    [Fact]
    public async Task Entries_that_were_not_asked_for_are_left_out()
    {
        using var rig = new Rig();
        rig.Upstream.Answers("""
            { "code": 200, "data": [ 5, { "total": 1 }, { "msgIdServer": 77, "msgTime": 1, "total": 1 },
              { "msgIdServer": 9007199254740993, "msgTime": 1650284147468, "total": 2 },
              { "msgIdServer": 9007199254740993, "msgTime": 1650284147468, "total": 3 } ] }
            """);

        (await rig.AskAsync(Queries.ThreadTalkMeta)).ShouldBe(
            [new ThreadTalkMeta(9007199254740993, 1650284147468, 2, null)]);
    }

    [Theory]
    [InlineData("""{ "code": 403, "desc": "no" }""", YunxinFailure.Forbidden)]
    [InlineData("""{ "code": 416 }""", YunxinFailure.Busy)]
    [InlineData("""{ "data": [] }""", YunxinFailure.Protocol)]
    [InlineData("""{ "code": 200, "data": [ """, YunxinFailure.Protocol)]
    public async Task Refusals_and_broken_answers_are_failures(string body, YunxinFailure failure)
    {
        using var rig = new Rig();
        rig.Upstream.Answers(body);

        (await rig.FailsAsync(Queries.ThreadTalkMeta)).Failure.ShouldBe(failure);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task Number_of_messages_out_of_range_costs_no_call(int count)
    {
        using var rig = new Rig();
        var messages = Enumerable.Range(1, count).Select(id => new ThreadTalkRoot(id, 1)).ToArray();

        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            () => rig.AskAsync(Queries.ThreadTalkMeta with { Messages = messages }));

        rig.Upstream.Seen.ShouldBeEmpty();
    }
}
