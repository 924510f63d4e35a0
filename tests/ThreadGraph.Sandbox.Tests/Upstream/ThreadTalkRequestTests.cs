using System.Net.Http.Headers;
using System.Text;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;

namespace ThreadGraph.Sandbox.Tests.Upstream;

public sealed class ThreadTalkRequestTests : IAsyncLifetime
{
    private Caller _caller = null!;

    public async Task InitializeAsync() => _caller = await Caller.StartAsync();

    public async Task DisposeAsync() => await _caller.DisposeAsync();

    [Theory]
    [InlineData("serverId")]
    [InlineData("channelId")]
    [InlineData("msgIdServer")]
    [InlineData("msgTime")]
    public async Task Missing_required_parameter_is_414_and_an_empty_one_404(string name)
    {
        var form = Caller.Form(DemoThreads.ChannelNested);
        form.Remove(name);
        (await _caller.Talk(form)).ShouldBeJson($$"""{ "code": 414, "desc": "\"{{name}}\" is required." }""");

        form[name] = "";
        (await _caller.Talk(form)).ShouldBeJson(
            $$"""{ "code": 404, "desc": "\"{{name}}\" is required, but is empty." }""");
    }

    [Theory]
    [InlineData("serverId", "x", "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("channelId", "-1", "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("msgIdServer", "1.0", "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("msgTime", "today", "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("fromTime", "", "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("toTime", "-1", "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("excludeMsgId", "abc", "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("limit", "0", "must be a whole number from 1 to 100.")]
    [InlineData("limit", "101", "must be a whole number from 1 to 100.")]
    [InlineData("limit", "", "must be a whole number from 1 to 100.")]
    [InlineData("reverse", "1", "must be true or false.")]
    [InlineData("accid", "", "must be an account: 1 to 32 of letters, digits and _ @ . - characters.")]
    [InlineData("accid", "a b", "must be an account: 1 to 32 of letters, digits and _ @ . - characters.")]
    public async Task Bad_parameter_is_refused_with_414_by_name(string name, string value, string rule)
    {
        var form = Caller.Form(DemoThreads.ChannelNested);
        form[name] = value;

        (await _caller.Talk(form)).ShouldBeJson($$"""{ "code": 414, "desc": "\"{{name}}\" {{rule}}" }""");
    }

    [Fact]
    public async Task Window_that_ends_before_it_begins_is_refused_with_414()
    {
        Dictionary<string, string> form = new(Caller.Form(DemoThreads.ChannelNested))
        {
            ["fromTime"] = "2",
            ["toTime"] = "1",
        };

        (await _caller.Talk(form)).ShouldBeJson("""
            { "code": 414, "desc": "\"fromTime\" must not be later than \"toTime\"." }
            """);
    }

    [Theory]
    [InlineData("accid", "nobody", 404, "The account in \\\"accid\\\" does not exist.")]
    [InlineData("serverId", "1", 404, "The channel of \\\"serverId\\\" and \\\"channelId\\\" does not exist.")]
    [InlineData("channelId", "1", 404, "The channel of \\\"serverId\\\" and \\\"channelId\\\" does not exist.")]
    [InlineData("channelId", "302", 404, "The message does not exist.")]
    [InlineData("msgIdServer", "8002", 404, "The message does not exist.")]
    [InlineData("msgIdServer", "158844553001000001", 404, "The message does not exist.")]
    [InlineData("msgTime", "1", 404, "The message does not exist.")]
    public async Task What_does_not_exist_is_answered_with_404(string name, string value, int code, string text)
    {
        var form = Caller.Form(DemoThreads.ChannelNested);
        form[name] = value;

        (await _caller.Talk(form)).ShouldBeJson($$"""{ "code": {{code}}, "desc": "{{text}}" }""");
    }

    [Fact]
    public async Task Channel_of_others_is_answered_with_403()
    {
        var form = Caller.Form(DemoThreads.PrivateChannel);

        (await _caller.Talk(new(form) { ["accid"] = "alice" })).ShouldBeJson("""
            { "code": 403, "desc": "The account in \"accid\" may not read this channel." }
            """);
        (await _caller.Talk(new(form) { ["accid"] = "BOB" })).Code().ShouldBe(200);
        (await _caller.Talk(form)).Code().ShouldBe(200);
    }

    [Fact]
    public async Task Server_without_the_thread_add_on_is_answered_with_403()
    {
        _caller.Store.AddChannel(1_513_535, 301, threadsEnabled: false);

        (await _caller.Talk(Caller.Form(DemoThreads.ChannelNested))).ShouldBeJson("""
            { "code": 403, "desc": "The add-on \"Thread\" is not enabled." }
            """);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", true)]
    [InlineData("application/x-www-form-urlencoded;charset=utf-8", true)]
    [InlineData("application/x-www-form-urlencoded; charset=UTF-8", true)]
    [InlineData("application/x-www-form-urlencoded;charset=gbk", false)]
    [InlineData("application/json", false)]
    [InlineData(null, false)]
    public async Task Body_must_be_declared_as_a_form_in_utf8(string? contentType, bool accepted)
    {
        using var form = new FormUrlEncodedContent(Caller.Form(DemoThreads.ChannelNested));
        using var request = Caller.TalkRequest([]);
        request.Content = new StringContent(await form.ReadAsStringAsync(), Encoding.UTF8);
        request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);

        var answer = await _caller.Send(request);

        if (accepted)
        {
            answer.Code().ShouldBe(200);
            return;
        }

        answer.ShouldBeJson("""
            { "code": 414, "desc": "\"Content-Type\" must be application/x-www-form-urlencoded;charset=utf-8." }
            """);
    }

    [Fact]
    public async Task Form_that_cannot_be_read_is_refused_with_414()
    {
        using var request = Caller.TalkRequest(new() { [new string('k', 3_000)] = "v" });

        (await _caller.Send(request)).ShouldBeJson("""{ "code": 414, "desc": "The form cannot be read." }""");
    }
}
