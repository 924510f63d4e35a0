using System.Net;
using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.Transport;

/// <summary>Where calls go when hosts fail and recover; time stands still but for what the tests let pass.</summary>
public sealed class UpstreamHostsTests : IDisposable
{
    private readonly HashSet<string> _dead = [];
    private readonly Rig _rig = new(("MessageApi:0", "http://a.test"), ("MessageApi:1", "http://b.test"));

    public UpstreamHostsTests() => AnswerBy(_rig, host => _dead.Contains(host));

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Host_that_fails_in_a_row_is_left_out_probed_once_and_put_back()
    {
        _dead.Add("a.test");
        (await HostsOfAsync(4)).ShouldBe("a b, a b, a b, b", "after three failures the host is out");

        _rig.Time.Advance(TimeSpan.FromSeconds(5));
        (await HostsOfAsync(2)).ShouldBe("a b, b", "the probe failed");

        _rig.Time.Advance(TimeSpan.FromSeconds(4.9));
        _dead.Clear();
        (await HostsOfAsync(1)).ShouldBe("b", "it is still out");
        _rig.Time.Advance(TimeSpan.FromSeconds(0.1));
        (await HostsOfAsync(3)).ShouldBe("a, a, a", "the probe was answered");

        _rig.Log.Lines.Where(line => !line.Contains("failed with")).ShouldBe(
        [
            "Warning 4 thread_messages at host 0 failed too often in a row; "
                + "the host is the last choice for 00:00:05 and then probed.",
            "Information 5 thread_messages at host 0 answers again; the host is back in its place.",
        ]);
    }

    [Fact]
    public async Task Only_one_of_many_calls_probes()
    {
        _dead.Add("a.test");
        await HostsOfAsync(3);
        _rig.Time.Advance(TimeSpan.FromSeconds(5));
        _rig.Upstream.Seen.Clear();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _rig.AskAsync(Queries.ThreadMessages)));

        _rig.Upstream.Seen.Count(request => request.Url.Contains("a.test")).ShouldBe(1);
    }

    [Fact]
    public async Task Last_choice_is_a_choice_as_long_as_its_circuit_is_closed()
    {
        _dead.UnionWith(["a.test", "b.test"]);
        await _rig.FailsAsync(Queries.ThreadMessages);
        await _rig.FailsAsync(Queries.ThreadMessages);
        _dead.Remove("b.test");

        (await HostsOfAsync(1)).ShouldBe("a b");
    }

    [Fact]
    public async Task Host_that_fails_for_the_most_part_is_sent_nothing_until_a_probe_is_answered()
    {
        using var rig = new Rig(("MessageApi:0", "http://a.test"), ("MaxRetries", "0"));
        AnswerBy(rig, host => _dead.Contains(host));
        _dead.Add("a.test");
        for (var i = 0; i < 10; i++)
        {
            var failure = await Should.ThrowAsync<YunxinException>(() => rig.AskAsync(Queries.ThreadMessages));
            failure.Failure.ShouldBe(YunxinFailure.ConnectionFailed);
        }

        rig.Time.Advance(TimeSpan.FromSeconds(2));
        var error = await Should.ThrowAsync<YunxinException>(() => rig.AskAsync(Queries.ThreadMessages));

        error.Failure.ShouldBe(YunxinFailure.Unavailable);
        error.IsRetryable.ShouldBeTrue();
        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(3));
        error.Message.ShouldBe("The upstream failed too often and is left alone for now; ask again later.");
        rig.Upstream.Seen.Count.ShouldBe(10);

        _dead.Clear();
        rig.Time.Advance(TimeSpan.FromSeconds(3));
        await rig.AskAsync(Queries.ThreadMessages);
        await rig.AskAsync(Queries.ThreadMessages);
        rig.Log.Lines.Where(line => !line.Contains("failed with")).ShouldBe(
        [
            "Warning 4 thread_messages at host 0 failed too often in a row; "
                + "the host is the last choice for 00:00:05 and then probed.",
            "Error 6 thread_messages at host 0 fails for the most part; "
                + "its circuit is open and nothing is sent there for a while.",
            "Information 5 thread_messages at host 0 answers again; the host is back in its place.",
            "Information 7 thread_messages at host 0 passed its probe; its circuit is closed.",
        ]);
    }

    [Fact]
    public async Task Probe_of_a_caller_who_gives_up_is_made_by_the_next()
    {
        _dead.Add("a.test");
        await HostsOfAsync(3);
        _rig.Time.Advance(TimeSpan.FromSeconds(5));
        using var caller = new CancellationTokenSource();
        _stalled = true;
        var asking = _rig.Client.QueryThreadMessagesAsync(Queries.ThreadMessages, caller.Token);
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(asking);

        _stalled = false;
        _dead.Clear();
        (await HostsOfAsync(1)).ShouldBe("a");
    }

    [Fact]
    public async Task Refusals_do_not_speak_against_a_host()
    {
        using var rig = new Rig(("MessageApi:0", "http://a.test"), ("MessageApi:1", "http://b.test"));
        rig.Upstream.Answers("""{ "code": 404 }""");
        for (var i = 0; i < 20; i++)
        {
            (await rig.FailsAsync(Queries.ThreadMessages)).Failure.ShouldBe(YunxinFailure.ThreadNotFound);
        }

        rig.Upstream.Seen.ShouldAllBe(request => request.Url.Contains("a.test"));
    }

    [Fact]
    public async Task Quota_of_the_upstream_stops_all_calls_of_the_api_and_of_no_other()
    {
        using var rig = new Rig(("BusyPause", "00:00:08"));
        rig.Upstream.Answers("""{ "code": 416 }""").Answers(Fine);

        var first = await Should.ThrowAsync<YunxinException>(() => rig.AskAsync(Queries.ThreadMessages));
        rig.Time.Advance(TimeSpan.FromSeconds(2));
        var second = await Should.ThrowAsync<YunxinException>(
            () => rig.AskAsync(Queries.ThreadMessages with { OperatorId = "dave" }));
        await rig.AskAsync(Queries.ThreadTalkHistory);
        rig.Time.Advance(TimeSpan.FromSeconds(6));
        await rig.AskAsync(Queries.ThreadMessages);

        (first.UpstreamCode, first.RetryAfter).ShouldBe((416, TimeSpan.FromSeconds(8)));
        (second.UpstreamCode, second.RetryAfter).ShouldBe((null, TimeSpan.FromSeconds(6)));
        second.Failure.ShouldBe(YunxinFailure.Busy);
        rig.Upstream.Seen.Count.ShouldBe(3);
        rig.Log.Lines.Skip(1).ShouldBe(
        [
            "Warning 8 thread_messages is over the upstream's quota; "
                + "none of its calls is sent for 00:00:08, then slowly more.",
            "Warning 2 thread_messages has no budget left for all that is asked: "
                + "some calls are refused until the queue has drained.",
        ]);
    }

    private const string Fine = """
        { "code": 200, "data": { "thread_root": { "message_server_id": 158844553334358018 } },
          "threadMsg": { "msgIdServer": 158844553334358018 } }
        """;

    private bool _stalled;

    private void AnswerBy(Rig rig, Func<string, bool> isDead) => rig.Upstream.Does(async (request, token) =>
    {
        if (_stalled)
        {
            await Task.Delay(Timeout.Infinite, token);
        }

        return isDead(new Uri(request.Url).Host)
            ? throw new HttpRequestException(HttpRequestError.ConnectionError)
            : new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(Fine, null, "application/json"),
            };
    });

    /// <summary>
    /// The hosts that some calls one after the other go to: "a b, b" for two calls of two and one attempts.
    /// </summary>
    private async Task<string> HostsOfAsync(int calls)
    {
        var hosts = new List<string>();
        for (var i = 0; i < calls; i++)
        {
            _rig.Upstream.Seen.Clear();
            await _rig.AskAsync(Queries.ThreadMessages);
            hosts.Add(string.Join(' ', _rig.Upstream.Seen.Select(request => new Uri(request.Url).Host.Split('.')[0])));
        }

        return string.Join(", ", hosts);
    }
}
