using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Faults;
using ThreadGraph.Sandbox.Tests.Support;

namespace ThreadGraph.Sandbox.Tests.Faults;

/// <summary>What arrives of a call that goes wrong on its way, over a real connection, from both families.</summary>
public sealed class FaultAnswersTests : IAsyncLifetime
{
    private const string Json = "application/json; charset=utf-8";

    private Caller _caller = null!;

    public async Task InitializeAsync() => _caller = await Caller.StartAsync();

    public async Task DisposeAsync() => await _caller.DisposeAsync();

    [Theory]
    [InlineData(SandboxFault.InternalServerError, 500, "500 Internal Server Error")]
    [InlineData(SandboxFault.BadGateway, 502, "502 Bad Gateway")]
    [InlineData(SandboxFault.ServiceUnavailable, 503, "503 Service Temporarily Unavailable")]
    [InlineData(SandboxFault.GatewayTimeout, 504, "504 Gateway Time-out")]
    public async Task Gateway_answers_with_a_page(SandboxFault fault, int status, string text)
    {
        Set(fault);
        var page = $"<html><head><title>{text}</title></head><body>{text}</body></html>\r\n";

        (await Messages()).ShouldBe((status, "text/html", page));
        (await Talk()).ShouldBe((status, "text/html", page));
        _caller.Store.Calls.Total.ShouldBe(2);
        _caller.Store.Faults.Injected.ShouldBe(2);
    }

    [Theory]
    [InlineData(SandboxFault.TooFrequent, 416, "Too many calls; the API is closed for 10 seconds.")]
    [InlineData(SandboxFault.RetryCode, 449, "Please try again.")]
    [InlineData(SandboxFault.InternalErrorCode, 500, "Internal error.")]
    [InlineData(SandboxFault.BusyCode, 503, "The server is busy.")]
    public async Task Body_code_comes_in_the_envelope_of_its_family(SandboxFault fault, int code, string text)
    {
        Set(fault);

        (await Messages()).ShouldBe((200, Json, $$$"""{"code":{{{code}}},"msg":"{{{text}}}","data":{}}"""));
        (await Talk()).ShouldBe((200, Json, $$$"""{"code":{{{code}}},"desc":"{{{text}}}"}"""));
    }

    [Fact]
    public async Task Duplicate_names_the_header_of_its_family()
    {
        Set(SandboxFault.DuplicateRequest);

        (await Messages()).ShouldBe((200, Json,
            """{"code":431,"msg":"Header \"X-custom-traceid\" repeats one of the last 60 seconds.","data":{}}"""));
        (await Talk()).ShouldBe((200, Json,
            """{"code":431,"desc":"Header \"RequestId\" repeats one of the last 60 seconds."}"""));
    }

    [Fact]
    public async Task Right_body_is_spoilt_in_one_respect_only()
    {
        foreach (var ask in (Func<Task<(int, string?, string)>>[])[Messages, Talk])
        {
            var (_, _, right) = await ask();

            Set(SandboxFault.EmptyBody, count: 1);
            (await ask()).ShouldBe((200, Json, ""));
            Set(SandboxFault.WrongContentType, count: 1);
            (await ask()).ShouldBe((200, "text/html; charset=utf-8", right));
            Set(SandboxFault.TruncatedJson, count: 1);
            (await ask()).ShouldBe((200, Json, right[..(right.Length / 2)]));
            Set(SandboxFault.MalformedJson, count: 1);
            (await ask()).ShouldBe((200, Json, right[..^1] + "]"));
            _caller.Store.Faults.Add(
                new FaultRule { Fault = SandboxFault.OversizedBody, Count = 1, BodyBytes = 100_000 });
            (await ask()).ShouldBe((200, Json, $"{{\"padding\":\"{new string('x', 100_000)}\",{right[1..]}"));

            (await ask()).ShouldBe((200, Json, right));
        }
    }

    [Theory]
    [InlineData(SandboxFault.ResetBeforeAnswer)]
    [InlineData(SandboxFault.ResetMidBody)]
    public async Task Connection_breaks_and_the_next_one_serves(SandboxFault fault)
    {
        foreach (var ask in (Func<Task<(int Status, string?, string)>>[])[Messages, Talk])
        {
            Set(fault, count: 1);
            await Should.ThrowAsync<HttpRequestException>(ask);
            (await ask()).Status.ShouldBe(200);
        }
    }

    [Fact]
    public async Task Connection_that_breaks_in_the_middle_has_sent_headers_and_half_of_the_body()
    {
        var (_, _, right) = await Messages();
        Set(SandboxFault.ResetMidBody);

        using var response = await _caller.Http.SendAsync(
            _caller.Sign(MessagesRequest()), HttpCompletionOption.ResponseHeadersRead);
        ((int)response.StatusCode, response.Content.Headers.ContentLength).ShouldBe((200, right.Length));
        using var body = await response.Content.ReadAsStreamAsync();
        var half = new byte[right.Length / 2];
        await body.ReadExactlyAsync(half);

        System.Text.Encoding.UTF8.GetString(half).ShouldBe(right[..half.Length]);
        await Should.ThrowAsync<IOException>(() => body.CopyToAsync(Stream.Null));
    }

    [Fact]
    public async Task Late_answer_comes_when_its_time_has_passed()
    {
        _caller.Store.Faults.Add(new FaultRule { Fault = SandboxFault.Latency, DelayMs = 2_500, Count = 1 });

        var late = Messages();
        (await _caller.Time.PassAsync()).ShouldBe(TimeSpan.FromMilliseconds(2_500));

        (await late).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Slow_body_comes_in_pieces_of_64_bytes()
    {
        var (_, _, right) = await Messages();
        _caller.Store.Faults.Add(new FaultRule { Fault = SandboxFault.SlowBody, DelayMs = 10, Count = 1 });

        var slow = Messages();
        for (var sent = 64; sent < right.Length; sent += 64)
        {
            slow.IsCompleted.ShouldBeFalse();
            (await _caller.Time.PassAsync()).ShouldBe(TimeSpan.FromMilliseconds(10));
        }

        (await slow).ShouldBe((200, Json, right));
    }

    [Fact]
    public async Task Hanging_call_ends_with_its_caller_and_another_is_served_meanwhile()
    {
        Set(SandboxFault.Hang, count: 1);
        using var patience = new CancellationTokenSource();

        var hanging = _caller.Http.SendAsync(_caller.Sign(MessagesRequest()), patience.Token);
        await _caller.Store.Faults.WhenSpentAsync();
        (await Messages()).Status.ShouldBe(200);
        hanging.IsCompleted.ShouldBeFalse();
        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => hanging);
    }

    private Task<(int Status, string? ContentType, string Body)> Messages() =>
        _caller.SendForAnything(MessagesRequest());

    private Task<(int Status, string? ContentType, string Body)> Talk() =>
        _caller.SendForAnything(Caller.TalkRequest(Caller.Form(DemoThreads.ChannelNoReplies)));

    private HttpRequestMessage MessagesRequest() =>
        Caller.MessagesRequest(_caller.Parameters(DemoThreads.SevenLevels));

    private void Set(SandboxFault fault, int? count = null) =>
        _caller.Store.Faults.Add(new FaultRule { Fault = fault, Count = count });
}
