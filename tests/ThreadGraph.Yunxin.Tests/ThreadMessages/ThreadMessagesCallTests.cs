using ThreadGraph.Yunxin.Signing;
using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.ThreadMessages;

public class ThreadMessagesCallTests
{
    private const string EmptyThread = """
        { "code": 200, "msg": "success", "data": { "has_more": false,
          "thread_root": { "message_server_id": 158844553334358018, "message_client_id": "c",
                           "sender_id": "alice", "create_time": 5 },
          "total": 0, "timestamp": 9, "messages": [] } }
        """;

    [Fact]
    public async Task First_page_sends_every_parameter_of_v2_1_without_operator_and_token()
    {
        var sent = await SendAsync(Queries.ThreadMessages);

        sent.Method.ShouldBe("GET");
        sent.Url.ShouldBe(
            "https://open.yunxinapi.com/im/v2.1/messages/actions/thread_messages"
            + "?begin_time=1753951800000&end_time=1754000000000&limit=20&descending=true&conversation_type=1"
            + "&sender_id=alice&receiver_id=bob&message_server_id=158844553334358018&message_client_id=c-1"
            + "&create_time=1753951800000");
    }

    [Fact]
    public async Task Version_2_sends_the_operator()
    {
        var sent = await SendAsync(
            Queries.ThreadMessages with
            {
                ConversationType = YunxinConversationType.SuperTeam,
                ReceiverId = "987654321",
                OldestFirst = false,
                PageToken = "opaque+/=",
                Limit = 100,
            },
            ("ApiVersion", "v2"));

        sent.Url.ShouldBe(
            "https://open.yunxinapi.com/im/v2/messages/actions/thread_messages"
            + "?begin_time=1753951800000&end_time=1754000000000&page_token=opaque%2B%2F%3D&limit=100&descending=false"
            + "&conversation_type=3&operator_id=carol&sender_id=alice&receiver_id=987654321"
            + "&message_server_id=158844553334358018&message_client_id=c-1&create_time=1753951800000");
    }

    [Fact]
    public async Task Version_2_1_sends_the_operator_if_configured()
    {
        var sent = await SendAsync(Queries.ThreadMessages, ("SendOperatorId", "true"));

        sent.Url.ShouldContain("/im/v2.1/");
        sent.Url.ShouldContain("&conversation_type=1&operator_id=carol&sender_id=alice&");
    }

    [Fact]
    public async Task Empty_token_is_the_first_page()
    {
        var sent = await SendAsync(Queries.ThreadMessages with { PageToken = "" });

        sent.Url.ShouldNotContain("page_token");
    }

    [Fact]
    public async Task Values_are_percent_encoded_as_utf_8()
    {
        var sent = await SendAsync(
            Queries.ThreadMessages with { MessageClientId = "a&b=c d/é密😀", SenderId = "a@b.c" });

        sent.Url.ShouldContain(
            "&sender_id=a%40b.c&receiver_id=bob&message_server_id=158844553334358018"
            + "&message_client_id=a%26b%3Dc%20d%2F%C3%A9%E5%AF%86%F0%9F%98%80&create_time=1753951800000");
    }

    [Theory]
    [InlineData("https://api-cn.yunxinapi.com/nimserver")]
    [InlineData("https://api-cn.yunxinapi.com/nimserver/")]
    public async Task Base_url_may_have_a_path_prefix(string baseUrl)
    {
        var sent = await SendAsync(Queries.ThreadMessages, ("MessageApi:0", baseUrl));

        sent.Url.ShouldStartWith("https://api-cn.yunxinapi.com/nimserver/im/v2.1/messages/actions/thread_messages?");
    }

    [Fact]
    public async Task Request_carries_signature_trace_id_and_content_type()
    {
        var sent = await SendAsync(Queries.ThreadMessages);

        sent.Headers.Keys.ShouldBe(["X-custom-traceid", "AppKey", "Nonce", "CurTime", "CheckSum"]);
        sent.Headers["X-custom-traceid"].ShouldMatch("^[0-9a-f]{32}$");
        sent.Headers["AppKey"].ShouldBe("demo-key");
        sent.Headers["CurTime"].ShouldBe("1700000000");
        sent.Headers["CheckSum"].ShouldBe(CheckSum.Compute("demo-secret", sent.Headers["Nonce"], "1700000000"));
        sent.ContentType.ShouldBe("application/json;charset=UTF-8");
        sent.Body.ShouldBe("");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task Limit_out_of_range_costs_no_call(int limit)
    {
        using var rig = new Rig();

        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            () => rig.AskAsync(Queries.ThreadMessages with { Limit = limit }));

        rig.Upstream.Seen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"has_more\": true, \"next_token\": \"t2\"", "=000108c7fe07b56a5c63t2", true)]
    [InlineData("\"next_token\": \"t2\"", "=000108c7fe07b56a5c63t2", true)]
    [InlineData("\"has_more\": \"true\", \"next_token\": 77", "=000107f20107b4b4a69377", true)]
    [InlineData("\"has_more\": false, \"next_token\": \"t2\"", null, false)]
    [InlineData("\"has_more\": true, \"next_token\": \"\"", null, true)]
    [InlineData("\"has_more\": true", null, true)]
    [InlineData("\"has_more\": true, \"next_token\": \"t1\"", null, true)]
    public async Task Tokens_end_without_more_or_without_a_new_one(string fields, string? next, bool hasMore)
    {
        using var rig = new Rig();
        rig.Upstream.Answers($$"""
            { "code": 200, "data": { {{fields}},
              "thread_root": { "message_server_id": 158844553334358018 }, "messages": [] } }
            """);

        var page = await rig.AskAsync(Queries.ThreadMessages with { PageToken = "t1" });

        page.NextToken.ShouldBe(next);
        page.HasMore.ShouldBe(hasMore);
    }

    [Fact]
    public async Task Repeated_token_that_promises_more_is_logged_once()
    {
        using var rig = new Rig();
        rig.Upstream.Answers("""
            { "code": 200, "data": { "has_more": true, "next_token": "t1", "messages": [] } }
            """);

        for (var i = 0; i < 3; i++)
        {
            (await rig.AskAsync(Queries.ThreadMessages with { PageToken = "t1" })).NextToken.ShouldBeNull();
        }

        rig.Log.Lines.ShouldBe(
        [
            "Warning 9 thread_messages at host 0 says that there is more but repeats the page token; "
                + "what follows is to be asked for by its time.",
        ]);
    }

    [Fact]
    public async Task Tokens_that_go_round_end_the_chain_with_a_protocol_failure()
    {
        using var rig = new Rig();
        foreach (var next in new[] { "a", "b", "c", "a", "b", "c", "a", "b", "c" })
        {
            rig.Upstream.Answers($$"""
                { "code": 200, "data": { "has_more": true, "next_token": "{{next}}",
                  "thread_root": { "message_server_id": 158844553334358018 } } }
                """);
        }

        var query = Queries.ThreadMessages;
        var error = await Should.ThrowAsync<YunxinException>(async () =>
        {
            for (var i = 0; i < 9; i++)
            {
                query = query with { PageToken = (await rig.AskAsync(query)).NextToken };
            }
        });

        error.Failure.ShouldBe(YunxinFailure.Protocol);
        error.IsRetryable.ShouldBeFalse();
        error.Message.ShouldBe("The upstream's page token leads back to pages that were read before.");
        rig.Upstream.Seen.Count.ShouldBeLessThanOrEqualTo(8);
    }

    [Fact]
    public async Task Existing_root_without_replies_is_an_empty_page()
    {
        using var rig = new Rig();
        rig.Upstream.Answers(EmptyThread);

        var page = await rig.AskAsync(Queries.ThreadMessages);

        page.Root!.ServerId.ShouldBe(158844553334358018);
        page.Total.ShouldBe(0);
        page.LastReplyTimeMs.ShouldBeNull();
        page.Messages.ShouldBeEmpty();
        page.HasMore.ShouldBeFalse();
    }

    private static async Task<SeenRequest> SendAsync(
        ThreadMessagesQuery query, params (string Key, string Value)[] settings)
    {
        using var rig = new Rig(settings);
        rig.Upstream.Answers(EmptyThread);
        await rig.AskAsync(query);
        return rig.Upstream.Seen.ShouldHaveSingleItem();
    }
}
