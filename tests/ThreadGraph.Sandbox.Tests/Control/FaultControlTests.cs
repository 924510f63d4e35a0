using ThreadGraph.Sandbox.Faults;
using ThreadGraph.Sandbox.Tests.Support;

namespace ThreadGraph.Sandbox.Tests.Control;

public sealed class FaultControlTests : IAsyncLifetime
{
    private ControlHost _host = null!;

    public async Task InitializeAsync() => _host = await ControlHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Faults_are_set_shown_and_lifted()
    {
        var (status, answer) = await _host.Post("/sandbox/faults", """
            { "fault": "ServiceUnavailable", "api": "thread_messages", "root": "158844553001000001",
              "account": "Alice", "port": 5090, "skip": 2, "count": 1, "durationMs": 5, "probability": 0.5,
              "seed": 7, "delayMs": 8, "bodyBytes": 9 }
            """);
        await _host.Post("/sandbox/faults", """{ "fault": "hang" }""");

        status.ShouldBe(201);
        const string First = """
            { "id": 1, "fault": "ServiceUnavailable", "api": "thread_messages", "root": "158844553001000001",
              "account": "alice", "port": 5090, "skip": 2, "count": 1, "durationMs": 5, "probability": 0.5,
              "hits": 0, "isSpent": false }
            """;
        answer.ShouldBeJson(First);
        (await _host.Get("/sandbox/faults")).Answer.ShouldBeJson($$"""
            { "injected": 0, "faults": [ {{First}},
              { "id": 2, "fault": "Hang", "api": null, "root": null, "account": null, "port": null, "skip": 0,
                "count": null, "durationMs": null, "probability": 1, "hits": 0, "isSpent": false } ] }
            """);
        _host.Store.Faults.All[0].Rule.ShouldBe(new FaultRule
        {
            Fault = SandboxFault.ServiceUnavailable,
            Api = SandboxApi.ThreadMessages,
            RootServerId = 158_844_553_001_000_001,
            AccountId = "alice",
            Port = 5090,
            Skip = 2,
            Count = 1,
            DurationMs = 5,
            Probability = 0.5,
            Seed = 7,
            DelayMs = 8,
            BodyBytes = 9,
        });

        (await _host.Delete("/sandbox/faults/1")).Status.ShouldBe(204);
        (await _host.Delete("/sandbox/faults/1")).ShouldBe((404, """{"error":"There is no fault with this ID."}"""));
        (await _host.Delete("/sandbox/faults")).Status.ShouldBe(204);
        (await _host.Get("/sandbox/faults")).Answer.ShouldBe("""{"injected":0,"faults":[]}""");
    }

    [Theory]
    [InlineData("""{ "fault": "Hang", "api": "queryThread" }""", "\"api\" must be one of thread_messages, ")]
    [InlineData("""{ "fault": "Fire" }""", "\"fault\" must be one of Latency, Hang, ")]
    [InlineData("""{ "api": "thread_messages" }""", "\"fault\" is required: one of Latency, Hang, ")]
    [InlineData("""{ "fault": "Hang", "probability": "1" }""", "\"probability\" must be a number.")]
    [InlineData("""{ "fault": "Hang", "count": 0 }""", "Count must be 1 or more, but is 0.")]
    [InlineData("""{ "fault": "Hang", "when": 1 }""", "Unknown field \"when\"; known: fault, api, root, account, ")]
    public async Task Bad_fault_is_refused_with_400_and_a_reason(string body, string error)
    {
        var (status, answer) = await _host.Post("/sandbox/faults", body);

        status.ShouldBe(400);
        using var json = System.Text.Json.JsonDocument.Parse(answer);
        json.RootElement.GetProperty("error").GetString()!.ShouldStartWith(error);
    }
}
