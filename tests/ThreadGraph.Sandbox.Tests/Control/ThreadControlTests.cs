using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Control;

/// <summary>Threads, claimed parents, edits and removals over HTTP.</summary>
public sealed class ThreadControlTests : IAsyncLifetime
{
    private ControlHost _host = null!;

    public async Task InitializeAsync() => _host = await ControlHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(""" "kind": "P2P", "receiver": "Dave" """, ConversationKind.P2P, "dave")]
    [InlineData(""" "kind": "team", "teamId": 77 """, ConversationKind.Team, "77")]
    [InlineData(""" "kind": "SuperTeam", "teamId": "78" """, ConversationKind.SuperTeam, "78")]
    [InlineData(""" "kind": "Channel", "qchatServerId": 5, "channelId": 6 """, ConversationKind.Channel, null)]
    public async Task Thread_is_added_by_its_root(string place, ConversationKind kind, string? receiver)
    {
        (await _host.Post("/sandbox/threads", $$"""
            { {{place}}, "sender": "frank", "serverId": 42, "clientId": "mine", "time": 5, "text": "Hi",
              "receiverAccountIds": ["Bob"], "inclusive": false, "newMemberVisible": true }
            """)).ShouldBe((201, """{"serverId":"42","clientId":"mine","time":5}"""));

        var thread = _host.Store.FindThread(42)!;
        (thread.Conversation.Kind, thread.Conversation.ReceiverOf("frank")).ShouldBe((kind, receiver));
        (thread.Root.Text, thread.Root.Inclusive, thread.Root.NewMemberVisible).ShouldBe(("Hi", false, true));
        thread.Root.ReceiverAccountIds.ShouldBe(["bob"]);
    }

    [Theory]
    [InlineData("""{}""", "\"kind\" is required: P2P, Team, SuperTeam or Channel.")]
    [InlineData("""{ "kind": "mail" }""", "\"kind\" must be one of P2P, Team, SuperTeam, Channel.")]
    [InlineData("""{ "kind": "Team" }""", "\"sender\" is required: an account.")]
    [InlineData("""{ "kind": "P2P", "sender": "a" }""", "\"receiver\" is required: an account.")]
    [InlineData("""{ "kind": "Team", "sender": "a" }""", "\"teamId\" is required: the team's ID.")]
    [InlineData("""{ "kind": "Channel", "sender": "a", "channelId": 1 }""",
        "\"qchatServerId\" is required: the QChat server's ID.")]
    [InlineData("""{ "kind": "P2P", "sender": "a", "receiver": "b", "serverId": 8001 }""",
        "The server ID 8001 is taken.")]
    public async Task Thread_that_cannot_be_is_refused_with_400(string body, string error)
    {
        var (status, answer) = await _host.Post("/sandbox/threads", body);

        status.ShouldBe(400);
        answer.ShouldBeJson(System.Text.Json.JsonSerializer.Serialize(new { error }));
    }

    [Theory]
    [InlineData("""{ "serverId": "7", "clientId": "c", "sender": "Bob", "time": 9 }""", 7, false)]
    [InlineData("""{ "serverId": 0, "clientId": "c", "sender": "bob", "time": 9 }""", 0, false)]
    [InlineData("""{ "clientId": "c", "sender": "bob", "time": 9 }""", 0, true)]
    public async Task Reply_may_claim_any_parent(string parent, long serverId, bool omitted)
    {
        (await _host.Post("/sandbox/messages", $$"""{ "thread": 8001, "serverId": 12, "parent": {{parent}} }"""))
            .Status.ShouldBe(201);

        _host.Store.FindThread(8001)!.Replies.Single(reply => reply.ServerId == 12).Parent
            .ShouldBe(new MessageReference(serverId, "c", "bob", 9) { OmitsServerId = omitted });
    }

    [Fact]
    public async Task Edit_changes_text_editor_and_time()
    {
        (await _host.Patch("/sandbox/messages/8002", """{ "text": "New", "editor": "Carol" }""")).Status.ShouldBe(204);

        var edited = _host.Store.FindThread(8001)!.Replies[0];
        (edited.ServerId, edited.Text, edited.ModifiedBy, edited.ModifiedTimeMs)
            .ShouldBe((8002, "New", "carol", ManualTime.StartMs));
        (await _host.Patch("/sandbox/messages/1", "{}")).ShouldBe(
            (404, """{"error":"There is no message with this server ID."}"""));
    }

    [Theory]
    [InlineData("recall", 1)]
    [InlineData("delete", 2)]
    public async Task Recall_and_delete_mark_a_channel_message(string how, int status)
    {
        (await _host.Delete($"/sandbox/messages/8002?how={how}")).Status.ShouldBe(204);

        var marked = _host.Store.FindThread(8001)!.Replies[0];
        (marked.Status, marked.Text).ShouldBe((status, "Level 1: in the garden?"));
    }

    [Fact]
    public async Task Purge_takes_a_channel_message_away()
    {
        (await _host.Delete("/sandbox/messages/8002?how=purge")).Status.ShouldBe(204);

        _host.Store.FindThread(DemoThreads.ChannelNested.ServerId)!.Replies.Count.ShouldBe(25);
        (await _host.Delete("/sandbox/messages/8002?how=purge")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Removal_of_another_kind_is_refused_with_400() =>
        (await _host.Delete("/sandbox/messages/8002?how=burn")).ShouldBe(
            (400, """{"error":"\"how\" must be recall, delete or purge."}"""));
}
