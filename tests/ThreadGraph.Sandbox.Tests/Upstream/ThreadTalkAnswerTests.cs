using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Upstream;

public sealed class ThreadTalkAnswerTests
{
    private static readonly DemoThread Thread =
        new("c-root", SandboxConversation.Channel(7, 8), "alice", 158_844_553_334_358_019, 1_000, 2);

    [Fact]
    public async Task Everything_stands_at_the_top_level_and_recalled_content_still_arrives()
    {
        await using var caller = await Caller.StartAsync(fill: Fill);
        caller.Time.NowMs = ManualTime.StartMs + 5;
        caller.Store.Recall(158_844_553_334_358_021).ShouldBeTrue();

        (await caller.Talk(Caller.Form(Thread))).ShouldBeJson("""
            { "code": 200,
              "threadMsg": {
                "fromAccount": "alice", "fromNick": "Alice", "fromClientType": "REST", "time": 1000,
                "updateTime": 1000, "status": 0, "body": "root", "type": 0, "msgIdServer": 158844553334358019,
                "msgIdClient": "c-root" },
              "total": 2, "timestamp": 1002,
              "msgs": [
                { "fromAccount": "bob", "fromClientType": "IOS", "time": 1001, "updateTime": 1767225600005,
                  "status": 1, "body": "was said", "attach": "{\"url\":\"u\"}", "ext": "e", "type": 1,
                  "msgIdServer": 158844553334358021, "msgIdClient": "42",
                  "replyMsgIdClient": "c-root", "replyMsgIdServer": 158844553334358019, "replyMsgTime": 1000,
                  "replyMsgFromAccount": "alice",
                  "threadMsgIdClient": "c-root", "threadMsgIdServer": 158844553334358019, "threadMsgTime": 1000,
                  "threadMsgFromAccount": "alice" },
                { "fromAccount": "alice", "fromClientType": "2", "time": 1002, "updateTime": 1002,
                  "status": 10001, "type": 0, "msgIdServer": 158844553334358023, "msgIdClient": "c-2",
                  "replyMsgIdClient": "42", "replyMsgIdServer": 158844553334358021, "replyMsgTime": 1001,
                  "replyMsgFromAccount": "bob",
                  "threadMsgIdClient": "c-root", "threadMsgIdServer": 158844553334358019, "threadMsgTime": 1000,
                  "threadMsgFromAccount": "alice" } ] }
            """);
    }

    [Fact]
    public async Task Recalled_root_still_arrives_with_its_status()
    {
        await using var caller = await Caller.StartAsync(fill: Fill);
        caller.Store.Recall(Thread.ServerId).ShouldBeTrue();

        (await caller.Talk(new(Caller.Form(Thread)) { ["fromTime"] = "5000" })).ShouldBeJson("""
            { "code": 200,
              "threadMsg": {
                "fromAccount": "alice", "fromNick": "Alice", "fromClientType": "REST", "time": 1000,
                "updateTime": 1767225600000, "status": 1, "body": "root", "type": 0,
                "msgIdServer": 158844553334358019, "msgIdClient": "c-root" },
              "total": 2, "timestamp": 1002, "msgs": [] }
            """);
    }

    private static void Fill(SandboxStore store)
    {
        var root = new SandboxMessage
        {
            ServerId = Thread.ServerId, ClientId = "c-root", SenderId = "alice", TimeMs = 1_000, Text = "root",
            SenderNick = "Alice", ClientType = 32,
        };
        var first = new SandboxMessage
        {
            ServerId = 158_844_553_334_358_021, ClientId = "42", SenderId = "bob", TimeMs = 1_001, Text = "was said",
            Type = 1, ClientType = 2, Attachment = """{"url":"u"}""", Extension = "e",
        };
        var second = new SandboxMessage
        {
            ServerId = 158_844_553_334_358_023, ClientId = "c-2", SenderId = "alice", TimeMs = 1_002,
            ClientTypeText = "2", Status = 10_001, Parent = first.ToReference(),
        };
        store.AddThread(Thread.Conversation, root).AddReplies([first, second]);
    }
}
