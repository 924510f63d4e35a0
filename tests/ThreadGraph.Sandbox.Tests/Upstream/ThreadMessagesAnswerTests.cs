using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Upstream;

public sealed class ThreadMessagesAnswerTests
{
    private const string V21 = "/im/v2.1/messages/actions/thread_messages";

    private static readonly DemoThread Thread =
        new("c-root", SandboxConversation.P2P("alice", "bob"), "alice", 158_844_553_334_358_019, 1_000, 2);

    private static readonly DemoThread TeamThread =
        new("c-team", SandboxConversation.Team(4_100_200_300), "alice", 9_007_199_254_740_993, 1_000, 1);

    [Fact]
    public async Task V21_gives_numbers_throughout()
    {
        await using var caller = await Caller.StartAsync(fill: Fill);

        (await caller.Messages(caller.Parameters(Thread), V21)).ShouldBeJson("""
            { "code": 200, "msg": "success",
              "data": {
                "has_more": false,
                "thread_root": {
                  "message_server_id": 158844553334358019, "message_client_id": "c-root", "sender_id": "alice",
                  "receiver_id": "bob", "conversation_type": 1, "message_type": 0, "text": "root",
                  "create_time": 1000, "sender_client_type": 32 },
                "total": 2, "timestamp": 1002,
                "messages": [
                  { "message_server_id": 158844553334358021, "message_client_id": "c-1", "sender_id": "bob",
                    "receiver_id": "alice", "message_type": 100, "sub_type": 3, "text": "first",
                    "attachment": { "big": 9007199254740993 }, "extension": "{\"k\":1}", "create_time": 1001,
                    "sender_client_type": 1, "modify_account_id": "bob", "modify_time": 1500,
                    "thread_config": {
                      "thread_root": { "sender_id": "alice", "receiver_id": "bob", "create_time": 1000,
                        "message_server_id": 158844553334358019, "message_client_id": "c-root" },
                      "thread_reply": { "sender_id": "alice", "receiver_id": "bob", "create_time": 1000,
                        "message_server_id": 158844553334358019, "message_client_id": "c-root" } } },
                  { "message_server_id": 158844553334358023, "message_client_id": "c-2", "sender_id": "alice",
                    "receiver_id": "bob", "message_type": 100, "attachment": "not json", "create_time": 1002,
                    "sender_client_type": 16,
                    "thread_config": {
                      "thread_root": { "sender_id": "alice", "receiver_id": "bob", "create_time": 1000,
                        "message_server_id": 158844553334358019, "message_client_id": "c-root" },
                      "thread_reply": { "sender_id": "bob", "receiver_id": "alice", "create_time": 1001,
                        "message_server_id": 158844553334358021, "message_client_id": "c-1" } } } ] } }
            """);
    }

    [Fact]
    public async Task V2_gives_the_ids_of_thread_config_as_strings_and_no_conversation_type()
    {
        await using var caller = await Caller.StartAsync(fill: Fill);

        (await caller.Messages(new(caller.Parameters(Thread)) { ["begin_time"] = "1002" })).ShouldBeJson("""
            { "code": 200, "msg": "success",
              "data": {
                "has_more": false,
                "thread_root": {
                  "message_server_id": 158844553334358019, "message_client_id": "c-root", "sender_id": "alice",
                  "receiver_id": "bob", "message_type": 0, "text": "root", "create_time": 1000,
                  "sender_client_type": 32 },
                "total": 2, "timestamp": 1002,
                "messages": [
                  { "message_server_id": 158844553334358023, "message_client_id": "c-2", "sender_id": "alice",
                    "receiver_id": "bob", "message_type": 100, "attachment": "not json", "create_time": 1002,
                    "sender_client_type": 16,
                    "thread_config": {
                      "thread_root": { "sender_id": "alice", "receiver_id": "bob", "create_time": 1000,
                        "message_server_id": "158844553334358019", "message_client_id": "c-root" },
                      "thread_reply": { "sender_id": "bob", "receiver_id": "alice", "create_time": 1001,
                        "message_server_id": "158844553334358021", "message_client_id": "c-1" } } } ] } }
            """);
    }

    [Fact]
    public async Task Directed_team_message_names_its_receivers()
    {
        await using var caller = await Caller.StartAsync(fill: Fill);

        (await caller.Messages(caller.Parameters(TeamThread), V21)).ShouldBeJson("""
            { "code": 200, "msg": "success",
              "data": {
                "has_more": false,
                "thread_root": {
                  "message_server_id": 9007199254740993, "message_client_id": "c-team", "sender_id": "alice",
                  "team_id": 4100200300, "conversation_type": 2, "message_type": 0, "create_time": 1000,
                  "sender_client_type": 16 },
                "total": 1, "timestamp": 2000,
                "messages": [
                  { "message_server_id": 9223372036854775807, "message_client_id": "c-9", "sender_id": "bob",
                    "team_id": 4100200300, "message_type": 0, "text": "psst", "create_time": 2000,
                    "sender_client_type": 16, "receiver_account_ids": ["alice"], "inclusive": true,
                    "new_member_visible": false,
                    "thread_config": {
                      "thread_root": { "sender_id": "alice", "receiver_id": "4100200300", "create_time": 1000,
                        "message_server_id": 9007199254740993, "message_client_id": "c-team" },
                      "thread_reply": { "sender_id": "alice", "receiver_id": "4100200300", "create_time": 1000,
                        "message_server_id": 9007199254740993, "message_client_id": "c-team" } } } ] } }
            """);
    }

    [Fact]
    public async Task Thread_without_replies_has_total_and_timestamp_zero()
    {
        await using var caller = await Caller.StartAsync();

        (await caller.Messages(caller.Parameters(DemoThreads.NoReplies))).ShouldBeJson("""
            { "code": 200, "msg": "success",
              "data": {
                "has_more": false,
                "thread_root": {
                  "message_server_id": 158844553009000001, "message_client_id": "no-replies", "sender_id": "erin",
                  "receiver_id": "alice", "message_type": 0, "text": "Is anybody there?",
                  "create_time": 1749513600333, "sender_client_type": 32 },
                "total": 0, "timestamp": 0, "messages": [] } }
            """);
    }

    private static void Fill(SandboxStore store)
    {
        var root = new SandboxMessage
        {
            ServerId = 158_844_553_334_358_019, ClientId = "c-root", SenderId = "Alice", TimeMs = 1_000, Text = "root",
            ClientType = 32,
        };
        var first = new SandboxMessage
        {
            ServerId = 158_844_553_334_358_021, ClientId = "c-1", SenderId = "bob", TimeMs = 1_001, Text = "first",
            Type = 100, SubType = 3, ClientType = 1, Attachment = """{"big":9007199254740993}""",
            Extension = """{"k":1}""", ModifiedBy = "bob", ModifiedTimeMs = 1_500,
        };
        var second = new SandboxMessage
        {
            ServerId = 158_844_553_334_358_023, ClientId = "c-2", SenderId = "alice", TimeMs = 1_002, Type = 100,
            Attachment = "not json", Parent = first.ToReference(),
        };
        store.AddThread(Thread.Conversation, root).AddReplies([second, first]);

        var teamRoot = new SandboxMessage
        {
            ServerId = 9_007_199_254_740_993, ClientId = "c-team", SenderId = "alice", TimeMs = 1_000,
        };
        store.AddThread(TeamThread.Conversation, teamRoot).AddReply(new SandboxMessage
        {
            ServerId = long.MaxValue, ClientId = "c-9", SenderId = "bob", TimeMs = 2_000, Text = "psst",
            ReceiverAccountIds = ["alice"], Inclusive = true, NewMemberVisible = false,
        });
    }
}
