using System.Diagnostics.Metrics;
using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.Telemetry;

public sealed class YunxinMetricsTests : IDisposable
{
    private const string Fine = """
        { "code": 200, "data": { "thread_root": { "message_server_id": 158844553334358018 } } }
        """;

    private readonly Rig _rig = new(("MessageApi:0", "http://a.test"), ("MessageApi:1", "http://b.test"));
    private readonly MeterListener _listener = new();
    private readonly List<string> _seen = [];

    public YunxinMetricsTests()
    {
        var meters = _rig.Meters;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters) && instrument.Meter.Name == YunxinTelemetry.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(Note);
        _listener.SetMeasurementEventCallback<int>(Note);
        _listener.SetMeasurementEventCallback<double>(Note);
        _ = _rig.Client;
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _rig.Dispose();
    }

    [Fact]
    public async Task Failover_counts_as_two_attempts_a_retry_and_one_call()
    {
        _rig.Upstream.Fails(new HttpRequestException(HttpRequestError.ConnectionError)).Answers(Fine);

        await _rig.AskAsync(Queries.ThreadMessages);

        _seen.ShouldBe(
        [
            "yunxin.client.queue.duration 0 s api=thread_messages",
            "yunxin.client.attempts 1 {attempt} api=thread_messages host=0 outcome=ConnectionFailed",
            "yunxin.client.queue.duration 0 s api=thread_messages",
            "yunxin.client.attempts 1 {attempt} api=thread_messages host=1 outcome=Success",
            "yunxin.client.retries 1 {attempt} api=thread_messages host=1 outcome=Success",
            "yunxin.client.failovers 1 {attempt} api=thread_messages host=1 outcome=Success",
            "yunxin.client.calls 1 {call} api=thread_messages outcome=Success",
            "yunxin.client.call.duration 0 s api=thread_messages outcome=Success",
        ]);
    }

    [Fact]
    public async Task Budget_queue_and_circuits_can_be_looked_at()
    {
        _rig.Upstream.Answers(Fine);
        await _rig.AskAsync(Queries.ThreadMessages);
        _seen.Clear();

        _listener.RecordObservableInstruments();

        _seen.ShouldBe(
        [
            "yunxin.client.budget.available 94 {call} api=thread_messages",
            "yunxin.client.budget.available 95 {call} api=queryThreadTalkHistory",
            "yunxin.client.budget.available 95 {call} api=batchQueryThreadTalkMeta",
            "yunxin.client.budget.available 95 {call} api=single_message",
            "yunxin.client.budget.available 95 {call} api=joined_teams",
            "yunxin.client.budget.available 95 {call} api=getServerMemberListPage",
            "yunxin.client.queue.length 0 {call} api=thread_messages",
            "yunxin.client.queue.length 0 {call} api=queryThreadTalkHistory",
            "yunxin.client.queue.length 0 {call} api=batchQueryThreadTalkMeta",
            "yunxin.client.queue.length 0 {call} api=single_message",
            "yunxin.client.queue.length 0 {call} api=joined_teams",
            "yunxin.client.queue.length 0 {call} api=getServerMemberListPage",
            "yunxin.client.circuit.state 0 {state} api=thread_messages host=0",
            "yunxin.client.circuit.state 0 {state} api=thread_messages host=1",
            "yunxin.client.circuit.state 0 {state} api=queryThreadTalkHistory host=0",
            "yunxin.client.circuit.state 0 {state} api=batchQueryThreadTalkMeta host=0",
            "yunxin.client.circuit.state 0 {state} api=single_message host=0",
            "yunxin.client.circuit.state 0 {state} api=single_message host=1",
            "yunxin.client.circuit.state 0 {state} api=joined_teams host=0",
            "yunxin.client.circuit.state 0 {state} api=joined_teams host=1",
            "yunxin.client.circuit.state 0 {state} api=getServerMemberListPage host=0",
        ]);
    }

    [Fact]
    public async Task Wait_for_the_quota_and_refusal_are_measured()
    {
        _rig.Upstream.Answers(Fine);
        for (var i = 0; i < 95; i++)
        {
            await _rig.AskAsync(Queries.ThreadMessages);
        }

        _seen.Clear();
        await Should.ThrowAsync<YunxinException>(() => _rig.AskAsync(
            Queries.ThreadMessages with { Deadline = _rig.Time.GetUtcNow() + TimeSpan.FromSeconds(0.5) }));

        _seen.ShouldBe(
        [
            "yunxin.client.queue.duration 0 s api=thread_messages",
            "yunxin.client.calls 1 {call} api=thread_messages outcome=Busy",
            "yunxin.client.call.duration 0 s api=thread_messages outcome=Busy",
        ]);
    }

    private void Note<TValue>(
        Instrument instrument, TValue value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var line = FormattableString.Invariant($"{instrument.Name} {value} {instrument.Unit}");
        foreach (var (name, tag) in tags)
        {
            line += FormattableString.Invariant($" {name["yunxin.".Length..]}={tag}");
        }

        _seen.Add(line);
    }
}
