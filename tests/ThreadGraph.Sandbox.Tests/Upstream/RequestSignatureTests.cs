using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;

namespace ThreadGraph.Sandbox.Tests.Upstream;

public sealed class RequestSignatureTests : IAsyncLifetime
{
    private Caller _caller = null!;

    public async Task InitializeAsync() => _caller = await Caller.StartAsync();

    public async Task DisposeAsync() => await _caller.DisposeAsync();

    [Fact]
    public async Task Vector_of_the_contract_is_accepted()
    {
        var options = new SandboxOptions { AppSecret = "demo-secret" };
        await using var caller = await Caller.StartAsync(options);
        caller.Time.NowMs = 1_700_000_000_000;

        (await caller.SendAsItIs(Request(checkSum: "dad2abd9c1fa5cc32f91b5c09e43d7f0ea86d704"))).ShouldBeJson("""
            { "code": 414, "msg": "\"begin_time\" is required.", "data": {} }
            """);
    }

    [Theory]
    [InlineData("dad2abd9c1fa5cc32f91b5c09e43d7f0ea86d705")]
    [InlineData("DAD2ABD9C1FA5CC32F91B5C09E43D7F0EA86D704")]
    [InlineData("")]
    public async Task Wrong_check_sum_is_refused_with_414(string checkSum)
    {
        var options = new SandboxOptions { AppSecret = "demo-secret" };
        await using var caller = await Caller.StartAsync(options);
        caller.Time.NowMs = 1_700_000_000_000;

        (await caller.SendAsItIs(Request(checkSum))).ShouldBeJson("""
            { "code": 414,
              "msg": "Header \"CheckSum\" must be the lower-case hex SHA-1 of AppSecret + Nonce + CurTime.",
              "data": {} }
            """);
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public async Task Stale_clock_is_refused_with_414(int seconds) =>
        (await SentAt(seconds)).ShouldBeJson("""
            { "code": 414, "desc": "Header \"CurTime\" is more than 5 minutes away from the server's clock." }
            """);

    [Theory]
    [InlineData(-300)]
    [InlineData(300)]
    public async Task Clock_within_five_minutes_is_accepted(int seconds) =>
        (await SentAt(seconds)).Code().ShouldBe(200);

    [Theory]
    [InlineData("AppKey", "", 414, "Header \\\"AppKey\\\" is missing.")]
    [InlineData("AppKey", "another", 101303, "The AppKey does not exist here.")]
    [InlineData("Nonce", "", 414, "Header \\\"Nonce\\\" must have 1 to 128 characters.")]
    [InlineData("CurTime", "now", 414, "Header \\\"CurTime\\\" must be UTC epoch seconds in decimal digits.")]
    [InlineData("CurTime", "-1", 414, "Header \\\"CurTime\\\" must be UTC epoch seconds in decimal digits.")]
    public async Task Bad_header_is_refused(string header, string value, int code, string message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/im/v2.1/messages/actions/thread_messages");
        request.Headers.TryAddWithoutValidation(header, value);

        (await _caller.Send(request)).ShouldBeJson($$"""{ "code": {{code}}, "msg": "{{message}}", "data": {} }""");
    }

    [Fact]
    public async Task Channel_api_explains_a_bad_signature_in_desc()
    {
        using var request = Caller.TalkRequest(Caller.Form(DemoThreads.ChannelNested));

        (await _caller.SendAsItIs(request)).ShouldBeJson("""
            { "code": 414, "desc": "Header \"AppKey\" is missing." }
            """);
    }

    [Theory]
    [InlineData(128, 200)]
    [InlineData(129, 414)]
    public async Task Nonce_has_at_most_128_characters(int length, int code)
    {
        using var request = Caller.TalkRequest(Caller.Form(DemoThreads.ChannelNested));
        request.Headers.Add("Nonce", new string('n', length));

        (await _caller.Send(request)).Code().ShouldBe(code);
    }

    private async Task<string> SentAt(int seconds)
    {
        var curTime = Caller.Digits((ManualTime.StartMs / 1000) + seconds);
        using var request = Caller.TalkRequest(Caller.Form(DemoThreads.ChannelNested));
        request.Headers.Add("CurTime", curTime);
        request.Headers.Add("Nonce", "n");
        request.Headers.Add("CheckSum", Caller.CheckSum("sandbox-secret", "n", curTime));
        return await _caller.Send(request);
    }

    private static HttpRequestMessage Request(string checkSum)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/im/v2/messages/actions/thread_messages");
        request.Headers.Add("AppKey", "sandbox");
        request.Headers.Add("Nonce", "7b1c9f");
        request.Headers.Add("CurTime", "1700000000");
        request.Headers.TryAddWithoutValidation("CheckSum", checkSum);
        return request;
    }
}
