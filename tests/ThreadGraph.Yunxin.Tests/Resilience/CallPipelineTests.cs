using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.Resilience;

public class CallPipelineTests
{
    private const string Fine = """
        { "code": 200, "data": { "thread_root": { "message_server_id": 1 } }, "threadMsg": { "msgIdServer": 1 } }
        """;

    private static readonly HttpRequestException Refused = new(HttpRequestError.ConnectionError);

    [Fact]
    public async Task Refused_connection_is_tried_once_more_at_the_next_base_url_with_new_nonce_time_and_trace_id()
    {
        using var rig = new Rig(("MessageApi:0", "http://first.test"), ("MessageApi:1", "http://second.test/prefix"));
        rig.Upstream
            .Does((_, _) =>
            {
                rig.Time.Advance(TimeSpan.FromSeconds(1));
                return Task.FromException<HttpResponseMessage>(Refused);
            })
            .Answers(Fine);

        var page = await rig.AskAsync(Queries.ThreadMessages);

        page.Root!.ServerId.ShouldBe(1);
        var (first, second) = (rig.Upstream.Seen[0], rig.Upstream.Seen[1]);
        rig.Upstream.Seen.Count.ShouldBe(2);
        first.Url.ShouldStartWith("http://first.test/im/v2.1/");
        second.Url.ShouldStartWith("http://second.test/prefix/im/v2.1/");
        first.Headers["CurTime"].ShouldBe("1700000000");
        second.Headers["CurTime"].ShouldBe("1700000001");
        foreach (var header in new[] { "Nonce", "CheckSum", "X-custom-traceid" })
        {
            second.Headers[header].ShouldNotBe(first.Headers[header]);
        }
    }

    [Fact]
    public async Task Qchat_attempts_have_request_ids_of_their_own()
    {
        using var rig = new Rig(("QChatApi:0", "http://first.test"), ("QChatApi:1", "http://second.test"));
        rig.Upstream.Fails(Refused).Answers(Fine);

        await rig.AskAsync(Queries.ThreadTalkHistory);

        rig.Upstream.Seen.Select(request => new Uri(request.Url).Host).ShouldBe(["first.test", "second.test"]);
        rig.Upstream.Seen.Select(request => request.Headers["RequestId"]).ShouldBeUnique();
        rig.Upstream.Seen.Select(request => request.Body).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Single_base_url_is_tried_twice()
    {
        using var rig = new Rig();
        rig.Upstream.Fails(Refused).Answers(Fine);

        await rig.AskAsync(Queries.ThreadMessages);

        rig.Upstream.Seen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Second_refusal_is_the_callers()
    {
        using var rig = new Rig(("MessageApi:0", "http://a.test"), ("MessageApi:1", "http://b.test"),
            ("MessageApi:2", "http://c.test"));
        rig.Upstream.Fails(Refused);

        var error = await rig.FailsAsync(Queries.ThreadMessages);

        error.Failure.ShouldBe(YunxinFailure.ConnectionFailed);
        error.Message.ShouldBe("No connection to the upstream could be made; ask again later.");
        rig.Upstream.Seen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Connect_timeout_of_the_handler_is_a_failed_connection()
    {
        using var rig = new Rig();
        rig.Upstream.Fails(new TaskCanceledException("connecting", new TimeoutException())).Answers(Fine);

        await rig.AskAsync(Queries.ThreadMessages);

        rig.Upstream.Seen.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    public async Task Nothing_is_tried_again_that_the_upstream_may_have_seen(HttpRequestError httpError)
    {
        using var rig = new Rig();
        rig.Upstream.Fails(new HttpRequestException(httpError));

        await rig.FailsAsync(Queries.ThreadMessages);

        rig.Upstream.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Attempt_without_an_answer_ends_with_the_attempt_timeout()
    {
        using var rig = new Rig(("AttemptTimeout", "00:00:03"));
        var waiting = rig.WaitsForever();

        var asking = rig.AskAsync(Queries.ThreadMessages);
        await waiting;
        rig.Time.Advance(TimeSpan.FromSeconds(2.9));
        asking.IsCompleted.ShouldBeFalse();
        rig.Time.Advance(TimeSpan.FromSeconds(0.1));

        var error = await Should.ThrowAsync<YunxinException>(asking);
        error.Failure.ShouldBe(YunxinFailure.Timeout);
        error.IsRetryable.ShouldBeTrue();
        error.Message.ShouldBe("The upstream did not answer in time; ask again later.");
        rig.Upstream.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Slow_body_ends_with_the_attempt_timeout_too()
    {
        using var rig = new Rig();
        var reading = new TaskCompletionSource();
        rig.Upstream.Does((_, _) => Task.FromResult(
            new HttpResponseMessage { Content = new StreamContent(new SilentStream(reading)) }));

        var asking = rig.AskAsync(Queries.ThreadTalkHistory);
        await reading.Task;
        rig.Time.Advance(TimeSpan.FromSeconds(5));

        (await Should.ThrowAsync<YunxinException>(asking)).Failure.ShouldBe(YunxinFailure.Timeout);
    }

    [Fact]
    public async Task Each_attempt_has_the_whole_attempt_timeout()
    {
        using var rig = new Rig();
        rig.Upstream.Does((_, _) =>
        {
            rig.Time.Advance(TimeSpan.FromSeconds(4));
            return Task.FromException<HttpResponseMessage>(Refused);
        });
        var waiting = rig.WaitsForever();

        var asking = rig.AskAsync(Queries.ThreadMessages);
        await waiting;
        rig.Time.Advance(TimeSpan.FromSeconds(4.9));
        asking.IsCompleted.ShouldBeFalse();
        rig.Time.Advance(TimeSpan.FromSeconds(0.1));

        (await Should.ThrowAsync<YunxinException>(asking)).Failure.ShouldBe(YunxinFailure.Timeout);
    }

    [Fact]
    public async Task Cancelled_caller_gets_a_cancellation_and_no_further_attempt()
    {
        using var rig = new Rig();
        using var caller = new CancellationTokenSource();
        var waiting = rig.WaitsForever();

        var asking = rig.Client.QueryThreadMessagesAsync(Queries.ThreadMessages, caller.Token);
        await waiting;
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asking);
        rig.Upstream.Seen.Count.ShouldBe(1);
        rig.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Caller_cancelled_beforehand_costs_no_call()
    {
        using var rig = new Rig();

        await Should.ThrowAsync<OperationCanceledException>(
            () => rig.Client.QueryThreadTalkHistoryAsync(Queries.ThreadTalkHistory, new CancellationToken(true)));

        rig.Upstream.Seen.ShouldBeEmpty();
    }

    /// <summary>A body that never comes, but notices cancellation.</summary>
    private sealed class SilentStream(TaskCompletionSource reading) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            reading.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
