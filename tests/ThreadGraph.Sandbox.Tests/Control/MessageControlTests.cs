using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Control;

/// <summary>
/// As the main server has it: the upstream on a port of its own, the control endpoints in another program.
/// </summary>
public sealed class ControlEndpointsTests : IAsyncLifetime, IDisposable
{
    private readonly ManualTime _time = new();
    private readonly HttpClient _http = new();
    private WebApplication _host = null!;
    private SandboxStore _store = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddSandbox(builder.Configuration.GetSection("Sandbox"));
        _host = builder.Build();
        _host.MapSandboxControl();
        await _host.StartAsync();
        _store = _host.Services.GetRequiredService<SandboxStore>();
        _http.BaseAddress = new Uri(_host.Urls.Single());
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Calls_are_counted_by_api_also_failed_ones_until_reset()
    {
        await using var upstream = await SandboxServer.StartAsync(_store);
        using var caller = new HttpClient { BaseAddress = upstream.BaseAddress };
        (await Calls()).ShouldBeJson("""
            { "total": 0, "byApi": { "thread_messages": 0, "queryThreadTalkHistory": 0 } }
            """);

        for (var call = 0; call < 5; call++)
        {
            await caller.GetStringAsync("/im/v2/messages/actions/thread_messages");
        }

        for (var call = 0; call < 2; call++)
        {
            await caller.PostAsync("/nimserver/qchat/queryThreadTalkHistory.action", content: null);
        }

        (await Calls()).ShouldBeJson("""
            { "total": 7, "byApi": { "thread_messages": 5, "queryThreadTalkHistory": 2 } }
            """);
        (await _http.DeleteAsync("/sandbox/calls")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Calls()).ShouldBeJson("""
            { "total": 0, "byApi": { "thread_messages": 0, "queryThreadTalkHistory": 0 } }
            """);
    }

    [Fact]
    public async Task Message_with_only_a_thread_answers_the_root_now()
    {
        var (status, answer) = await Post("""{ "thread": "158844553001000001" }""");

        status.ShouldBe(201);
        answer.ShouldBeJson("""
            { "serverId": "159000000000000001", "clientId": "sandbox-159000000000000001", "time": 1767225600000 }
            """);
        _store.FindThread(158_844_553_001_000_001)!.Replies[^1].ShouldBe(new SandboxMessage
        {
            ServerId = 159_000_000_000_000_001,
            ClientId = "sandbox-159000000000000001",
            SenderId = "alice",
            TimeMs = ManualTime.StartMs,
            Parent = new MessageReference(158_844_553_001_000_001, "seven-levels", "alice", 1_748_822_400_037),
        });
    }

    [Fact]
    public async Task Message_with_every_field_is_kept_as_given()
    {
        var (status, answer) = await Post("""
            { "thread": 8001, "parent": 8002, "sender": "CAROL", "text": "你好", "time": 1749859200500,
              "serverId": "9223372036854775807", "clientId": "mine", "type": 100, "subType": 5, "clientType": 65,
              "attachment": { "big": 9007199254740993 }, "extension": "x", "nick": "C", "status": 10086 }
            """);

        status.ShouldBe(201);
        answer.ShouldBeJson("""
            { "serverId": "9223372036854775807", "clientId": "mine", "time": 1749859200500 }
            """);
        var replies = _store.FindThread(8001)!.Replies;
        replies[1].ShouldBe(new SandboxMessage
        {
            ServerId = long.MaxValue,
            ClientId = "mine",
            SenderId = "carol",
            TimeMs = 1_749_859_200_500,
            Parent = replies.Single(reply => reply.ServerId == 8002).ToReference(),
            Type = 100,
            SubType = 5,
            ClientType = 65,
            SenderNick = "C",
            Text = "你好",
            Attachment = """{ "big": 9007199254740993 }""",
            Extension = "x",
            Status = 10_086,
        });
    }

    [Theory]
    [InlineData("", "The body must be a JSON object.")]
    [InlineData("[]", "The body must be a JSON object.")]
    [InlineData("{", "The body must be a JSON object.")]
    [InlineData("{}", "\\\"thread\\\" is required: the root's server ID.")]
    [InlineData("""{ "thread": "1" }""", "There is no thread with the root \\\"1\\\".")]
    [InlineData("""{ "thread": "one" }""",
        "\\\"thread\\\" must be a server ID: a 64-bit integer, as string or number.")]
    [InlineData("""{ "thread": 8001, "txt": "a" }""",
        "Unknown field \\\"txt\\\"; known: thread, parent, sender, text, time, serverId, clientId, type, subType, "
        + "clientType, attachment, extension, nick, status, receiverAccountIds, inclusive, newMemberVisible.")]
    [InlineData("""{ "thread": 8001, "receiverAccountIds": ["bob", 1] }""",
        "\\\"receiverAccountIds\\\" must be an array of strings.")]
    [InlineData("""{ "thread": 8001, "inclusive": 1 }""", "\\\"inclusive\\\" must be true or false.")]
    [InlineData("""{ "thread": 8001, "text": 1 }""", "\\\"text\\\" must be a string.")]
    [InlineData("""{ "thread": 8001, "time": "1" }""", "\\\"time\\\" must be a whole number from 0.")]
    [InlineData("""{ "thread": 8001, "time": 1.5 }""", "\\\"time\\\" must be a whole number from 0.")]
    [InlineData("""{ "thread": 8001, "time": 5 }""", "\\\"time\\\" must not be before the root's, 1749859200481.")]
    [InlineData("""{ "thread": 8001, "type": 3000000000 }""", "\\\"type\\\" must be at most 2147483647.")]
    [InlineData("""{ "thread": 8001, "parent": 77 }""", "\\\"parent\\\" is \\\"77\\\", which is not in this thread.")]
    [InlineData("""{ "thread": 8001, "serverId": 8002 }""", "The server ID 8002 is taken.")]
    [InlineData("""{ "thread": 8001, "sender": "nobody" }""",
        "\\\"sender\\\" is \\\"nobody\\\", which is no known account.")]
    [InlineData("""{ "thread": 8001, "sender": "a b" }""",
        "\\\"a b\\\" is not an account: 1 to 32 of letters, digits and _ @ . - characters.")]
    [InlineData("""{ "thread": 158844553001000001, "sender": "carol" }""",
        "\\\"sender\\\" must be \\\"alice\\\" or \\\"bob\\\" in this conversation.")]
    public async Task Bad_body_is_refused_with_400_and_a_reason(string body, string error)
    {
        var (status, answer) = await Post(body);

        status.ShouldBe(400);
        answer.ShouldBeJson($$"""{ "error": "{{error}}" }""");
    }

    [Fact]
    public async Task Recalled_message_is_gone_from_im_and_marked_in_a_channel()
    {
        var reply = _store.FindThread(DemoThreads.SevenLevels.ServerId)!.Replies[3];

        (await _http.DeleteAsync($"/sandbox/messages/{reply.ServerId}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _http.DeleteAsync("/sandbox/messages/8002")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var left = _store.FindThread(DemoThreads.SevenLevels.ServerId)!.Replies;
        left.Count.ShouldBe(20);
        left.ShouldNotContain(reply);
        var marked = _store.FindThread(8001)!.Replies[0];
        (marked.ServerId, marked.Status, marked.Text, marked.ModifiedTimeMs)
            .ShouldBe((8002, 1, "Level 1: in the garden?", ManualTime.StartMs));
    }

    [Theory]
    [InlineData("77")]
    [InlineData("abc")]
    public async Task Recall_of_an_unknown_message_is_answered_with_404(string serverId)
    {
        using var response = await _http.DeleteAsync($"/sandbox/messages/{serverId}");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldBeJson("""
            { "error": "There is no message with this server ID." }
            """);
    }

    [Fact]
    public async Task Many_callers_at_once_lose_nothing()
    {
        var posts = Enumerable.Range(0, 64).Select(n => Post($$"""{ "thread": 8001, "text": "{{n}}" }"""));

        (await Task.WhenAll(posts)).ShouldAllBe(answer => answer.Status == 201);

        var replies = _store.FindThread(8001)!.Replies;
        replies.Count.ShouldBe(26 + 64);
        replies.Select(reply => (reply.TimeMs, reply.ServerId)).ShouldBeInOrder();
        replies.Skip(26).Select(reply => reply.Text).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(0, 64).Select(n => $"{n}").Order(StringComparer.Ordinal));
    }

    private Task<string> Calls() => _http.GetStringAsync("/sandbox/calls");

    private async Task<(int Status, string Answer)> Post(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync("/sandbox/messages", content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
