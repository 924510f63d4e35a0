using System.Net;
using System.Text;
using ThreadGraph.Yunxin.Tests.Support;
using static ThreadGraph.Yunxin.YunxinFailure;

namespace ThreadGraph.Yunxin.Tests.Failures;

public class LocalFailuresTests
{
    private const string Json = "application/json";
    private const string Fine =
        """{ "code": 200, "data": { "thread_root": { "message_server_id": 158844553334358018 } } }""";

    // HTTP status, content type, body: failure, whether to ask again, sentence.
    [Theory]
    [InlineData(502, "text/html", "<html>", Unavailable, true,
        "The upstream's gateway answered HTTP 502; ask again later.")]
    [InlineData(503, Json, "{}", Unavailable, true, "The upstream's gateway answered HTTP 503; ask again later.")]
    [InlineData(504, Json, "", Unavailable, true, "The upstream's gateway answered HTTP 504; ask again later.")]
    [InlineData(500, Json, Fine, Unavailable, true, "The upstream's gateway answered HTTP 500; ask again later.")]
    [InlineData(429, Json, "{}", Busy, true,
        "The upstream's gateway answered HTTP 429; wait before asking again.")]
    [InlineData(404, Json, Fine, Protocol, false,
        "The upstream's gateway answered HTTP 404; check the configured base address.")]
    [InlineData(204, Json, "", Protocol, false,
        "The upstream's gateway answered HTTP 204; check the configured base address.")]
    [InlineData(200, Json, "", Unavailable, true, "The upstream's gateway gave an empty answer; ask again later.")]
    [InlineData(200, Json, " \r\n", Unavailable, true, "The upstream's gateway gave an empty answer; ask again later.")]
    [InlineData(200, "text/html", "<!DOCTYPE html>", Unavailable, true,
        "The upstream's gateway gave a web page for an answer; ask again later.")]
    [InlineData(200, Json, "\n<html>", Unavailable, true,
        "The upstream's gateway gave a web page for an answer; ask again later.")]
    [InlineData(200, "text/plain", Fine, Protocol, false,
        "The upstream's answer is not declared to be JSON; check the configured base address.")]
    [InlineData(200, null, Fine, Protocol, false,
        "The upstream's answer is not declared to be JSON; check the configured base address.")]
    [InlineData(200, Json, """{ "code": 200, "data": { "thread_root": { "mess""", Protocol, true,
        "The upstream's answer is not complete, valid JSON; ask again.")]
    [InlineData(200, Json, """{ "code": 200, "data": { "messages": [ """, Protocol, true,
        "The upstream's answer is not complete, valid JSON; ask again.")]
    [InlineData(200, Json, Fine + "}", Protocol, true,
        "The upstream's answer is not complete, valid JSON; ask again.")]
    [InlineData(200, Json, "OK", Protocol, true, "The upstream's answer is not complete, valid JSON; ask again.")]
    [InlineData(200, Json, "[]", Protocol, false,
        "The upstream's answer carries no code; check the configured base address.")]
    [InlineData(200, Json, """{ "code": null, "data": {} }""", Protocol, false,
        "The upstream's answer carries no code; check the configured base address.")]
    public async Task Answer_that_is_not_the_contract_is_told_apart(
        int status, string? contentType, string body, YunxinFailure failure, bool isRetryable, string sentence)
    {
        using var rig = new Rig(("MaxRetries", "0"));
        rig.Upstream.Answers((HttpStatusCode)status, contentType, body);

        foreach (var error in new[]
        {
            await rig.FailsAsync(Queries.ThreadMessages),
            await rig.FailsAsync(Queries.ThreadTalkHistory with { ExcludeMsgId = 1 }),
        })
        {
            error.Failure.ShouldBe(failure);
            error.IsRetryable.ShouldBe(isRetryable);
            error.Message.ShouldBe(sentence);
            error.UpstreamCode.ShouldBeNull();
        }

        rig.Upstream.Seen.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(""" "thread_root": { "message_server_id": 7 } """, """ "threadMsg": { "msgIdServer": 7 } """)]
    [InlineData(
        """ "messages": [ { "message_server_id": 2, "thread_config": { "thread_root": { "message_server_id": 7 }}}] """,
        """ "msgs": [ { "msgIdServer": 2, "threadMsgIdServer": 7 } ] """)]
    public async Task Page_of_another_thread_is_not_the_contract(string im, string qchat)
    {
        using var rig = new Rig(("MaxRetries", "0"));
        rig.Upstream
            .Answers($$"""{ "code": 200, "data": { {{im}} } }""")
            .Answers($$"""{ "code": 200, {{qchat}} }""");

        foreach (var error in new[]
        {
            await rig.FailsAsync(Queries.ThreadMessages with { PageToken = "t1" }),
            await rig.FailsAsync(Queries.ThreadTalkHistory with { ExcludeMsgId = 1 }),
        })
        {
            error.Failure.ShouldBe(Protocol);
            error.IsRetryable.ShouldBeTrue();
            error.Message.ShouldBe("The upstream's answer is about another thread than was asked for; ask again.");
        }
    }

    [Fact]
    public async Task Breach_of_the_contract_is_an_error_in_the_log_once()
    {
        using var rig = new Rig(("MaxRetries", "0"));
        rig.Upstream.Answers(HttpStatusCode.OK, "text/plain", Fine);

        for (var i = 0; i < 3; i++)
        {
            await rig.FailsAsync(Queries.ThreadMessages);
        }

        rig.Log.Lines.Select(line => line.Split(' ')[0]).ShouldBe(["Error", "Debug", "Debug"]);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=utf-8")]
    public async Task Content_type_of_json_is_read_in_any_spelling(string contentType)
    {
        using var rig = new Rig(("MaxRetries", "0"));
        rig.Upstream.Answers(HttpStatusCode.OK, contentType, Fine);

        (await rig.AskAsync(Queries.ThreadMessages)).Root!.ServerId.ShouldBe(158844553334358018);
    }

    [Fact]
    public async Task Byte_order_mark_is_passed_over()
    {
        using var rig = new Rig(("MaxRetries", "0"));
        rig.Upstream.Answers(HttpStatusCode.OK, Json, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Fine)]);

        (await rig.AskAsync(Queries.ThreadMessages)).Root!.ServerId.ShouldBe(158844553334358018);
    }

    [Theory]
    [InlineData(65536, true)]
    [InlineData(65537, false)]
    public async Task Body_is_read_up_to_the_limit_and_no_further(int bytes, bool isRead)
    {
        using var rig = new Rig(("MaxRetries", "0"), ("MaxResponseBytes", "65536"));
        var body = Encoding.UTF8.GetBytes(Fine.PadRight(bytes));
        rig.Upstream
            .Answers(HttpStatusCode.OK, Json, body)
            .Does((_, _) => Task.FromResult(new HttpResponseMessage { Content = new UnknownLength(body) }));

        for (var i = 0; i < 2; i++)
        {
            if (isRead)
            {
                (await rig.AskAsync(Queries.ThreadMessages)).Root!.ServerId.ShouldBe(158844553334358018);
                continue;
            }

            var error = await rig.FailsAsync(Queries.ThreadMessages);
            error.Failure.ShouldBe(Protocol);
            error.Message.ShouldBe("The upstream's answer is larger than Yunxin:MaxResponseBytes allows.");
        }
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, ConnectionFailed)]
    [InlineData(HttpRequestError.ConnectionError, ConnectionFailed)]
    [InlineData(HttpRequestError.SecureConnectionError, ConnectionFailed)]
    [InlineData(HttpRequestError.ProxyTunnelError, ConnectionFailed)]
    [InlineData(HttpRequestError.InvalidResponse, Protocol)]
    [InlineData(HttpRequestError.HttpProtocolError, Protocol)]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded, Protocol)]
    [InlineData(HttpRequestError.ResponseEnded, ConnectionLost)]
    [InlineData(HttpRequestError.Unknown, ConnectionLost)]
    public async Task Network_error_is_told_apart_by_what_the_upstream_may_have_seen(
        HttpRequestError httpError, YunxinFailure failure)
    {
        using var rig = new Rig(("MaxRetries", "0"));
        rig.Upstream.Fails(new HttpRequestException(httpError, "open.yunxinapi.com:443"));

        var error = await rig.FailsAsync(Queries.ThreadMessages);

        error.Failure.ShouldBe(failure);
        error.ToString().ShouldNotContain("yunxinapi");
    }

    [Fact]
    public async Task Connection_that_breaks_within_the_body_is_lost()
    {
        using var rig = new Rig(("MaxRetries", "0"));
        rig.Upstream
            .Does((_, _) => Broken(new HttpIOException(HttpRequestError.ResponseEnded, "ended")))
            .Does((_, _) => Broken(new IOException("reset")));

        (await rig.FailsAsync(Queries.ThreadMessages)).Failure.ShouldBe(ConnectionLost);
        (await rig.FailsAsync(Queries.ThreadMessages)).Failure.ShouldBe(ConnectionLost);

        static Task<HttpResponseMessage> Broken(Exception error)
        {
            var content = new StreamContent(new BreakingStream(error));
            content.Headers.TryAddWithoutValidation("Content-Type", Json);
            return Task.FromResult(new HttpResponseMessage { Content = content });
        }
    }

    /// <summary>A body that does not say how long it is.</summary>
    private sealed class UnknownLength : HttpContent
    {
        private readonly byte[] _body;

        public UnknownLength(byte[] body)
        {
            _body = body;
            Headers.TryAddWithoutValidation("Content-Type", Json);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            stream.WriteAsync(_body).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>Some bytes, then the error.</summary>
    private sealed class BreakingStream(Exception error) : MemoryStream("{ \"code\":"u8.ToArray())
    {
        // A body of unknown length.
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw error;
    }
}
