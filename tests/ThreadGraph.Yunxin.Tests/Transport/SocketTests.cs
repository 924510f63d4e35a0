using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.Transport;

/// <summary>The same client over real connections, to a server of our own.</summary>
public sealed class SocketTests : IAsyncLifetime
{
    private const string Fine =
        """{ "code": 200, "data": { "thread_root": { "message_server_id": 158844553334358018 } } }""";

    private readonly List<string> _seen = [];
    private RequestDelegate _answer = context => Json(context, Fine);
    private WebApplication _server = null!;

    private string Address => _server.Urls.Single();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.Run(async context =>
        {
            var request = context.Request;
            var body = await new StreamReader(request.Body).ReadToEndAsync();
            var address = $"{request.Path}{request.QueryString}";
            _seen.Add($"{request.Method} {address} {request.ContentType} {request.ContentLength} {body}");
            await _answer(context);
        });
        await _server.StartAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Both_endpoints_arrive_as_the_contract_writes_them()
    {
        using var rig = Rig.OverSockets(("MessageApi:0", Address + "/gate"), ("QChatApi:0", Address + "/nimserver"));

        await rig.AskAsync(Queries.ThreadMessages with { SenderId = "a b+c", MessageClientId = "密/%" });
        _answer = context => Json(context, """{ "code": 200, "threadMsg": { "msgIdServer": 158844553334358018 } }""");
        await rig.AskAsync(Queries.ThreadTalkHistory);

        _seen.ShouldBe(
        [
            "GET /gate/im/v2.1/messages/actions/thread_messages"
                + "?begin_time=1753951800000&end_time=1754000000000&limit=20&descending=true"
                + "&conversation_type=1&sender_id=a%20b%2Bc&receiver_id=bob"
                + "&message_server_id=158844553334358018&message_client_id=%E5%AF%86%2F%25&create_time=1753951800000"
                + " application/json;charset=UTF-8 0 ",
            "POST /nimserver/qchat/queryThreadTalkHistory.action application/x-www-form-urlencoded;charset=utf-8 128 "
                + "serverId=1513535&channelId=123&msgIdServer=158844553334358018&msgTime=1650284147467&accid=carol"
                + "&fromTime=0&limit=2&reverse=false",
        ]);
    }

    [Fact]
    public async Task Dead_first_base_url_is_made_up_for_by_the_second()
    {
        using var rig = Rig.OverSockets(
            ("MessageApi:0", $"http://127.0.0.1:{ClosedPort()}"), ("MessageApi:1", Address));

        (await rig.AskAsync(Queries.ThreadMessages)).Root!.ServerId.ShouldBe(158844553334358018);

        _seen.Count.ShouldBe(1);
        rig.Log.Lines.ShouldHaveSingleItem().ShouldMatch(
            "^Warning 1 thread_messages at host 0 \\(trace id [0-9a-f]{32}\\) failed with ConnectionFailed, "
            + "upstream code none: No connection to the upstream could be made; ask again later.$");
    }

    [Fact]
    public async Task Connection_cut_before_the_answer_is_lost_and_tried_at_the_next_base_url()
    {
        _answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        using var rig = Rig.OverSockets(
            ("MessageApi:0", Address), ("MessageApi:1", Address), ("MaxRetries", "1"));

        (await rig.FailsAsync(Queries.ThreadMessages)).Failure.ShouldBe(YunxinFailure.ConnectionLost);

        _seen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Connection_cut_within_the_answer_is_lost()
    {
        _answer = async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{ \"code\": 200,");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
        using var rig = Rig.OverSockets(("MessageApi:0", Address), ("MaxRetries", "0"));

        (await rig.FailsAsync(Queries.ThreadMessages)).Failure.ShouldBe(YunxinFailure.ConnectionLost);
    }

    [Fact]
    public async Task Redirects_are_not_followed_and_cookies_not_kept()
    {
        _answer = context =>
        {
            context.Response.Cookies.Append("session", "1");
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        };
        using var rig = Rig.OverSockets(("MessageApi:0", Address));

        var error = await rig.FailsAsync(Queries.ThreadMessages);
        var cookies = "unset";
        _answer = context =>
        {
            cookies = context.Request.Headers.Cookie.ToString();
            return Json(context, Fine);
        };
        await rig.AskAsync(Queries.ThreadMessages);

        error.Message.ShouldBe("The upstream's gateway answered HTTP 302; check the configured base address.");
        _seen.Count.ShouldBe(2);
        cookies.ShouldBe("");
    }

    [Fact]
    public async Task Compressed_answer_is_read_and_its_limit_counts_after_decompression()
    {
        _answer = async context =>
        {
            context.Request.Headers.AcceptEncoding.ToString().ShouldBe("gzip");
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await gzip.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Fine.PadRight(100_000)));
        };
        using var wide = Rig.OverSockets(("MessageApi:0", Address));
        using var narrow = Rig.OverSockets(("MessageApi:0", Address), ("MaxResponseBytes", "65536"));

        (await wide.AskAsync(Queries.ThreadMessages)).Root!.ServerId.ShouldBe(158844553334358018);
        (await narrow.FailsAsync(Queries.ThreadMessages)).Message.ShouldBe(
            "The upstream's answer is larger than Yunxin:MaxResponseBytes allows.");
    }

    [Fact]
    public async Task Answer_that_is_not_compressed_as_declared_is_not_the_contract()
    {
        _answer = context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return Json(context, Fine);
        };
        using var rig = Rig.OverSockets(("MessageApi:0", Address));

        (await rig.FailsAsync(Queries.ThreadMessages)).Failure.ShouldBe(YunxinFailure.Protocol);
    }

    private static Task Json(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
