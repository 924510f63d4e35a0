using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Control;

/// <summary>Replies that are added, and messages that are recalled, over HTTP.</summary>
public sealed class MessageControlTests : IAsyncLifetime
{
    private ControlHost _host = null!;

    private SandboxStore Store => _host.Store;

    public async Task InitializeAsync() => _host = await ControlHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Message_with_only_a_thread_answers_the_root_now()
    {
        var (status, answer) = await Post("""{ "thread": "158844553001000001" }""");

        status.ShouldBe(201);
        answer.ShouldBeJson("""
            { "serverId": "159000000000000001", "clientId": "sandbox-159000000000000001", "time": 1767225600000 }
            """);
        Store.FindThread(158_844_553_001_000_001)!.Replies[^1].ShouldBe(new SandboxMessage
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
        var replies = Store.FindThread(8001)!.Replies;
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
        var reply = Store.FindThread(DemoThreads.SevenLevels.ServerId)!.Replies[3];

        (await _host.Delete($"/sandbox/messages/{reply.ServerId}")).Status.ShouldBe(204);
        (await _host.Delete("/sandbox/messages/8002")).Status.ShouldBe(204);

        var left = Store.FindThread(DemoThreads.SevenLevels.ServerId)!.Replies;
        left.Count.ShouldBe(20);
        left.ShouldNotContain(reply);
        var marked = Store.FindThread(8001)!.Replies[0];
        (marked.ServerId, marked.Status, marked.Text, marked.ModifiedTimeMs)
            .ShouldBe((8002, 1, "Level 1: in the garden?", ManualTime.StartMs));
    }

    [Theory]
    [InlineData("77")]
    [InlineData("abc")]
    public async Task Recall_of_an_unknown_message_is_answered_with_404(string serverId) =>
        (await _host.Delete($"/sandbox/messages/{serverId}")).ShouldBe(
            (404, """{"error":"There is no message with this server ID."}"""));

    [Fact]
    public async Task Many_callers_at_once_lose_nothing()
    {
        var posts = Enumerable.Range(0, 64).Select(n => Post($$"""{ "thread": 8001, "text": "{{n}}" }"""));

        (await Task.WhenAll(posts)).ShouldAllBe(answer => answer.Status == 201);

        var replies = Store.FindThread(8001)!.Replies;
        replies.Count.ShouldBe(26 + 64);
        replies.Select(reply => (reply.TimeMs, reply.ServerId)).ShouldBeInOrder();
        replies.Skip(26).Select(reply => reply.Text).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(0, 64).Select(n => $"{n}").Order(StringComparer.Ordinal));
    }

    private Task<(int Status, string Answer)> Post(string json) => _host.Post("/sandbox/messages", json);
}
