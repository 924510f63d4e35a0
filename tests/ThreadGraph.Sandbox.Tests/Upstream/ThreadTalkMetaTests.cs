using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;

namespace ThreadGraph.Sandbox.Tests.Upstream;

public sealed class ThreadTalkMetaTests : IAsyncLifetime
{
    private const string Rule = "must be a whole number from 0 to 9223372036854775807";

    private Caller _caller = null!;

    public async Task InitializeAsync() => _caller = await Caller.StartAsync();

    public async Task DisposeAsync() => await _caller.DisposeAsync();

    [Fact]
    public async Task Ids_and_times_come_as_strings_and_totals_as_numbers_in_one_call()
    {
        (await Meta(Form("""
            [ { "msgIdServer": "158844553015000001", "msgTime": "1750032000555" },
              { "msgIdServer": 158844553014000001, "msgTime": 1749945600518 } ]
            """))).ShouldBeJson($$"""
            { "code": 200, "data": [
              { "msgIdServer": "158844553015000001", "msgTime": "1750032000555", "total": 160,
                "timestamp": "{{LastReply(DemoThreads.ChannelSameMillisecond)}}" },
              { "msgIdServer": "158844553014000001", "msgTime": "1749945600518", "total": 300,
                "timestamp": "{{LastReply(DemoThreads.Channel300)}}" } ] }
            """);
        (_caller.Store.Calls.BatchQueryThreadTalkMeta, _caller.Store.Calls.Total).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Root_without_replies_has_total_0_and_timestamp_0()
    {
        Dictionary<string, string> form = new(Form("""[{"msgIdServer":9001,"msgTime":1750118400592}]"""))
        {
            ["channelId"] = "301",
        };

        (await Meta(form)).ShouldBeJson("""
            { "code": 200, "data": [
              { "msgIdServer": "9001", "msgTime": "1750118400592", "total": 0, "timestamp": "0" } ] }
            """);
    }

    /// <summary>Unknown, of another time, of another channel, a reply, of IM: not documented [?].</summary>
    [Fact]
    public async Task Root_that_is_not_there_is_left_out()
    {
        var reply = _caller.Store.FindThread(DemoThreads.Channel300.ServerId)!.Replies[0];

        (await Meta(Form($$"""
            [ { "msgIdServer": 1, "msgTime": 1 },
              { "msgIdServer": 158844553014000001, "msgTime": 1749945600519 },
              { "msgIdServer": 9001, "msgTime": 1750118400592 },
              { "msgIdServer": {{reply.ServerId}}, "msgTime": {{reply.TimeMs}} },
              { "msgIdServer": 158844553001000001, "msgTime": 1748822400037 } ]
            """))).ShouldBeJson("""{ "code": 200, "data": [] }""");
    }

    [Theory]
    [InlineData("serverId", "x", 414, "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("channelId", "-1", 414, "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("accid", "a b", 414, "must be an account: 1 to 32 of letters, digits and _ @ . - characters.")]
    [InlineData("serverId", "", 404, "is required, but is empty.")]
    [InlineData("channelId", "", 404, "is required, but is empty.")]
    [InlineData("queryMsgs", "", 404, "is required, but is empty.")]
    [InlineData("serverId", null, 414, "is required.")]
    [InlineData("channelId", null, 414, "is required.")]
    [InlineData("queryMsgs", null, 414, "is required.")]
    [InlineData("queryMsgs", "[", 414, "must be a JSON array of 1 to 100 objects.")]
    [InlineData("queryMsgs", "[]", 414, "must be a JSON array of 1 to 100 objects.")]
    [InlineData("queryMsgs", "{}", 414, "must be a JSON array of 1 to 100 objects.")]
    public async Task Bad_parameter_is_refused_by_name(string name, string? value, int code, string rule)
    {
        var form = Form("""[{"msgIdServer":1,"msgTime":1}]""");
        form.Remove(name);
        if (value is not null)
        {
            form[name] = value;
        }

        (await Meta(form)).ShouldBeJson($$"""{ "code": {{code}}, "desc": "\"{{name}}\" {{rule}}" }""");
    }

    [Theory]
    [InlineData("""[1]""", "msgIdServer")]
    [InlineData("""[{"msgTime":1}]""", "msgIdServer")]
    [InlineData("""[{"msgIdServer":"x","msgTime":1}]""", "msgIdServer")]
    [InlineData("""[{"msgIdServer":1}]""", "msgTime")]
    [InlineData("""[{"msgIdServer":1,"msgTime":-1}]""", "msgTime")]
    [InlineData("""[{"msgIdServer":1,"msgTime":1.5}]""", "msgTime")]
    public async Task Bad_entry_is_refused_with_414_by_field(string queryMsgs, string field) =>
        (await Meta(Form(queryMsgs))).ShouldBeJson($$"""
            { "code": 414,
              "desc": "\"{{field}}\" {{Rule}} in every object of \"queryMsgs\"." }
            """);

    [Fact]
    public async Task A_hundred_roots_are_answered_and_one_more_is_refused_with_414()
    {
        const string Root = """{"msgIdServer":158844553014000001,"msgTime":1749945600518}""";
        static string Array(int count) => $"[{string.Join(',', Enumerable.Repeat(Root, count))}]";

        (await Meta(Form(Array(100)))).Split("\"total\":300").Length.ShouldBe(101);
        (await Meta(Form(Array(101)))).ShouldBeJson("""
            { "code": 414, "desc": "\"queryMsgs\" must be a JSON array of 1 to 100 objects." }
            """);
    }

    [Fact]
    public async Task Account_and_channel_are_checked_as_for_the_history()
    {
        var form = Form("""[{"msgIdServer":158844553017000001,"msgTime":1750204800629}]""");
        form["channelId"] = "303";

        (await Meta(new(form) { ["accid"] = "bob" })).Code().ShouldBe(200);
        (await Meta(new(form) { ["accid"] = "alice" })).ShouldBeJson("""
            { "code": 403, "desc": "The account in \"accid\" may not read this channel." }
            """);
        (await Meta(new(form) { ["accid"] = "nobody" })).Code().ShouldBe(404);
        (await Meta(new(form) { ["channelId"] = "1" })).Code().ShouldBe(404);
    }

    private static Dictionary<string, string> Form(string queryMsgs) => new()
    {
        ["serverId"] = "1513535",
        ["channelId"] = "302",
        ["queryMsgs"] = queryMsgs,
    };

    private string LastReply(DemoThread thread) =>
        Caller.Digits(_caller.Store.FindThread(thread.ServerId)!.Replies[^1].TimeMs);

    private Task<string> Meta(Dictionary<string, string> form) => _caller.QChat("batchQueryThreadTalkMeta", form);
}
