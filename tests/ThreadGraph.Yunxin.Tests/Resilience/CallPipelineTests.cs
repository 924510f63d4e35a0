using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.Resilience;

public class CallPipelineTests
{
    private const string Fine = """
        { "code": 200, "data": { "thread_root": { "message_server_id": 158844553334358018 } },
          "threadMsg": { "msgIdServer": 158844553334358018 } }
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

        page.Root!.ServerId.ShouldBe(158844553334358018);
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
    public async Task Single_base_url_is_tried_again_after_a_pause()
    {
        using var rig = new Rig();
        rig.Upstream.Fails(Refused).Fails(Refused).Answers(Fine);

        var asking = rig.AskAsync(Queries.ThreadMessages);

        rig.Upstream.Seen.Count.ShouldBe(1, "no time has passed");
        (await rig.PassTimeAsync(asking)).Root!.ServerId.ShouldBe(158844553334358018);
        rig.Upstream.Seen.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Every_base_url_is_tried_before_the_failure_is_the_callers()
    {
        using var rig = new Rig(("MessageApi:0", "http://a.test"), ("MessageApi:1", "http://b.test"),
            ("MessageApi:2", "http://c.test"));
        rig.Upstream.Fails(Refused);

        var error = await Should.ThrowAsync<YunxinException>(() => rig.AskAsync(Queries.ThreadMessages));

        error.Failure.ShouldBe(YunxinFailure.ConnectionFailed);
        error.Message.ShouldBe("No connection to the upstream could be made; ask again later.");
        rig.Upstream.Seen.Select(request => new Uri(request.Url).Host).ShouldBe(["a.test", "b.test", "c.test"]);
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("1", 2)]
    [InlineData("4", 5)]
    public async Task Retries_are_as_many_as_configured(string retries, int attempts)
    {
        using var rig = new Rig(("MaxRetries", retries));
        rig.Upstream.Fails(Refused);

        await rig.FailsAsync(Queries.ThreadTalkHistory);

        rig.Upstream.Seen.Count.ShouldBe(attempts);
    }

    // upstream.md 8: what the answer is, and how many attempts it comes to with two base URLs and two retries.
    [Theory]
    [InlineData("""{ "code": 404 }""", 1)]
    [InlineData("""{ "code": 403 }""", 1)]
    [InlineData("""{ "code": 414 }""", 1)]
    [InlineData("""{ "code": 416 }""", 1)]
    [InlineData("""{ "code": 107323 }""", 1)]
    [InlineData("""{ "code": 189301 }""", 1)]
    [InlineData("""{ "code": 431 }""", 2)]
    [InlineData("""{ "code": 449 }""", 3)]
    [InlineData("""{ "code": 102449 }""", 3)]
    [InlineData("""{ "code": 408 }""", 3)]
    [InlineData("""{ "code": 500 }""", 3)]
    [InlineData("""{ "code": 503 }""", 3)]
    [InlineData("""{ "code": 514 }""", 3)]
    [InlineData("""{ "code": 2""", 3)]
    [InlineData("<html>", 3)]
    [InlineData("", 3)]
    [InlineData("[]", 1)]
    public async Task Answer_is_asked_for_again_where_that_may_help(string body, int attempts)
    {
        using var rig = new Rig(("MessageApi:0", "http://a.test"), ("MessageApi:1", "http://b.test"));
        rig.Upstream.Answers(body);

        await rig.FailsAsync(Queries.ThreadMessages);

        rig.Upstream.Seen.Count.ShouldBe(attempts);
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded, 3)]
    [InlineData(HttpRequestError.NameResolutionError, 3)]
    [InlineData(HttpRequestError.InvalidResponse, 1)]
    public async Task Read_is_repeated_even_if_the_upstream_may_have_seen_it(HttpRequestError httpError, int attempts)
    {
        using var rig = new Rig();
        rig.Upstream.Fails(new HttpRequestException(httpError));

        await rig.FailsAsync(Queries.ThreadMessages);

        rig.Upstream.Seen.Count.ShouldBe(attempts);
    }

    [Fact]
    public async Task Connect_timeout_of_the_handler_is_a_failed_connection()
    {
        using var rig = new Rig();
        rig.Upstream.Fails(new TaskCanceledException("connecting", new TimeoutException())).Answers(Fine);

        await rig.PassTimeAsync(rig.AskAsync(Queries.ThreadMessages));

        rig.Upstream.Seen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Attempt_that_timed_out_is_made_again_elsewhere()
    {
        using var rig = new Rig(("MessageApi:0", "http://a.test"), ("MessageApi:1", "http://b.test"));
        var waiting = rig.WaitsForever();
        rig.Upstream.Answers(Fine);

        var asking = rig.AskAsync(Queries.ThreadMessages);
        await waiting;
        rig.Time.Advance(TimeSpan.FromSeconds(5));

        (await asking).Root!.ServerId.ShouldBe(158844553334358018);
        rig.Upstream.Seen.Select(request => new Uri(request.Url).Host).ShouldBe(["a.test", "b.test"]);
    }

    [Fact]
    public async Task Whole_call_ends_with_the_total_timeout()
    {
        using var rig = new Rig(
            ("MessageApi:0", "http://a.test"), ("MessageApi:1", "http://b.test"), ("TotalTimeout", "00:00:07"));
        var (first, second) = (rig.WaitsForever(), rig.WaitsForever());
        rig.Upstream.Answers(Fine);

        var asking = rig.AskAsync(Queries.ThreadMessages);
        await first;
        rig.Time.Advance(TimeSpan.FromSeconds(5));
        await second;
        rig.Time.Advance(TimeSpan.FromSeconds(1.9));
        asking.IsCompleted.ShouldBeFalse();
        rig.Time.Advance(TimeSpan.FromSeconds(0.1));

        var error = await Should.ThrowAsync<YunxinException>(asking);
        error.Failure.ShouldBe(YunxinFailure.Timeout);
        error.Message.ShouldBe("The upstream did not answer in the time that was left; ask again.");
        rig.Upstream.Seen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Caller_with_a_deadline_gets_the_failure_in_time_and_not_after_a_pause_that_outlasts_it()
    {
        using var rig = new Rig(("RetryDelay", "00:00:01"));
        rig.Upstream.Answers("""{ "code": 503 }""");

        var asking = rig.AskAsync(
            Queries.ThreadMessages with { Deadline = rig.Time.GetUtcNow() + TimeSpan.FromMilliseconds(400) });

        var error = await Should.ThrowAsync<YunxinException>(asking);
        error.Failure.ShouldBe(YunxinFailure.ServerError);
        error.UpstreamCode.ShouldBe(503);
        rig.Upstream.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Attempt_has_no_more_time_than_the_caller()
    {
        using var rig = new Rig();
        var waiting = rig.WaitsForever();

        var asking = rig.AskAsync(
            Queries.ThreadTalkHistory with { Deadline = rig.Time.GetUtcNow() + TimeSpan.FromSeconds(1) });
        await waiting;
        rig.Time.Advance(TimeSpan.FromSeconds(0.9));
        asking.IsCompleted.ShouldBeFalse();
        rig.Time.Advance(TimeSpan.FromSeconds(0.1));

        (await Should.ThrowAsync<YunxinException>(asking)).Failure.ShouldBe(YunxinFailure.Timeout);
        rig.Upstream.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Deadline_that_has_passed_costs_no_call()
    {
        using var rig = new Rig();

        var error = await rig.FailsAsync(Queries.ThreadTalkMeta with { Deadline = rig.Time.GetUtcNow() });

        error.Failure.ShouldBe(YunxinFailure.Timeout);
        error.Message.ShouldBe("The time for the call was up before the upstream was asked.");
        rig.Upstream.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Attempt_without_an_answer_ends_with_the_attempt_timeout()
    {
        using var rig = new Rig(("AttemptTimeout", "00:00:03"), ("MaxRetries", "0"));
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
        using var rig = new Rig(("MaxRetries", "0"));
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
        using var rig = new Rig(
            ("MessageApi:0", "http://a.test"), ("MessageApi:1", "http://b.test"), ("MaxRetries", "1"));
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
        // A body of unknown length.
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            reading.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
