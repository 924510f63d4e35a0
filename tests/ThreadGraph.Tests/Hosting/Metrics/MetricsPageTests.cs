using System.Diagnostics.Metrics;
using System.Net;
using ThreadGraph.Hosting.Metrics;
using ThreadGraph.Tests.Support;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Tests.Hosting.Metrics;

/// <summary>What a Prometheus server scrapes.</summary>
public sealed class MetricsPageTests : IDisposable
{
    private readonly TestMeters _meters = new();

    public void Dispose() => _meters.Dispose();

    [Fact]
    public void Each_kind_of_instrument_is_written_in_its_own_form()
    {
        using var page = new MetricsPage(_meters);
        var meter = _meters.Create(new MeterOptions(YunxinTelemetry.MeterName));
        var calls = meter.CreateCounter<long>("yunxin.client.calls", "{call}", "Calls.");
        var duration = meter.CreateHistogram<double>("yunxin.client.queue.duration", "s", "Waits.");
        meter.CreateObservableGauge("yunxin.client.queue.length", static () => 7, "{call}", "Calls that wait.");
        page.Write();

        calls.Add(2, new("yunxin.api", "thread_messages"), new("yunxin.outcome", "Success"));
        calls.Add(1, new("yunxin.api", "thread_messages"), new("yunxin.outcome", "Success"));
        calls.Add(1, new("yunxin.api", "thread_messages"), new("yunxin.outcome", "Busy"));
        duration.Record(0.02, new KeyValuePair<string, object?>("yunxin.api", "thread_messages"));
        duration.Record(3, new KeyValuePair<string, object?>("yunxin.api", "thread_messages"));
        duration.Record(60, new KeyValuePair<string, object?>("yunxin.api", "thread_messages"));

        page.Write().ShouldBe("""
            # HELP yunxin_client_calls_total Calls.
            # TYPE yunxin_client_calls_total counter
            yunxin_client_calls_total{yunxin_api="thread_messages",yunxin_outcome="Busy"} 1
            yunxin_client_calls_total{yunxin_api="thread_messages",yunxin_outcome="Success"} 3
            # HELP yunxin_client_queue_duration_seconds Waits.
            # TYPE yunxin_client_queue_duration_seconds histogram
            yunxin_client_queue_duration_seconds_bucket{yunxin_api="thread_messages",le="0.005"} 0
            yunxin_client_queue_duration_seconds_bucket{yunxin_api="thread_messages",le="0.01"} 0
            yunxin_client_queue_duration_seconds_bucket{yunxin_api="thread_messages",le="0.025"} 1
            yunxin_client_queue_duration_seconds_bucket{yunxin_api="thread_messages",le="0.05"} 1
            yunxin_client_queue_duration_seconds_bucket{yunxin_api="thread_messages",le="0.075"} 1
            yunxin_client_queue_duration_seconds_bucket{yunxin_api="thread_messages",le="0.1"} 1
            yunxin_client_queue_duration_seconds_bucket{yunxin_api="thread_messages",le="0.25"} 1
            yunxin_client_queue_duration_seconds_bucket{yunxin_api="thread_messages",le="0.5"} 1
            yunxin_client_queue_duration_seconds_bucket{yunxin_api="thread_messages",le="0.75"} 1
            yunxin_client_queue_duration_seconds_bucket{yunxin_api="thread_messages",le="1"} 1
            yunxin_client_queue_duration_seconds_bucket{yunxin_api="thread_messages",le="2.5"} 1
            yunxin_client_queue_duration_seconds_bucket{yunxin_api="thread_messages",le="5"} 2
            yunxin_client_queue_duration_seconds_bucket{yunxin_api="thread_messages",le="7.5"} 2
            yunxin_client_queue_duration_seconds_bucket{yunxin_api="thread_messages",le="10"} 2
            yunxin_client_queue_duration_seconds_bucket{yunxin_api="thread_messages",le="+Inf"} 3
            yunxin_client_queue_duration_seconds_sum{yunxin_api="thread_messages"} 63.02
            yunxin_client_queue_duration_seconds_count{yunxin_api="thread_messages"} 3
            # HELP yunxin_client_queue_length Calls that wait.
            # TYPE yunxin_client_queue_length gauge
            yunxin_client_queue_length 7

            """);
    }

    [Fact]
    public void Nothing_is_measured_before_the_page_is_asked_for_nor_after_it_is_gone()
    {
        var page = new MetricsPage(_meters);
        var calls = _meters.Create(new MeterOptions(YunxinTelemetry.MeterName)).CreateCounter<long>("yunxin.client.calls");

        calls.Enabled.ShouldBeFalse();
        page.Write();
        calls.Enabled.ShouldBeTrue();
        page.Dispose();
        calls.Enabled.ShouldBeFalse();
    }

    [Fact]
    public void Meters_of_others_are_left_out()
    {
        using var other = new TestMeters();
        using var page = new MetricsPage(_meters);

        other.Create(new MeterOptions(YunxinTelemetry.MeterName)).CreateCounter<long>("yunxin.client.calls");
        _meters.Create(new MeterOptions("System.Net.Http")).CreateCounter<long>("http.client.requests");

        page.Write().ShouldBe("");
    }

    [Fact]
    public async Task Server_shows_its_calls_and_no_secret()
    {
        Chat chat = null!;
        await using var app = await TestApp.StartAsync(store => chat = new Chat(store).Replies(1, 3));
        using var first = await app.Http.GetAsync("/metrics");
        (await app.QueryAsync("query($root: ThreadRootInput!) { thread(root: $root) { replyCount } }", chat.Variables)).Succeeds();

        using var response = await app.Http.GetAsync("/metrics");
        var page = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        page.ShouldContain("yunxin_client_calls_total{yunxin_api=\"thread_messages\",yunxin_outcome=\"Success\"} 1\n");
        page.ShouldContain("yunxin_client_circuit_state{yunxin_api=\"thread_messages\",yunxin_host=\"0\"} 0\n");
        foreach (var secret in (string[])[TestApp.AppSecret, "alice", "bob", app.UpstreamAddress.Authority, $"{Chat.RootId}"])
        {
            page.ShouldNotContain(secret);
        }
    }
}
