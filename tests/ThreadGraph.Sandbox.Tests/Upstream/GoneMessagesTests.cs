using System.Text.Json;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Upstream;

/// <summary>What the endpoints give of messages that were recalled, deleted, purged or edited.</summary>
public sealed class GoneMessagesTests : IAsyncLifetime
{
    private static readonly DemoThread Pair =
        new("c-0", SandboxConversation.P2P("alice", "bob"), "alice", 1000, 1_000, 2);

    private static readonly DemoThread Channel =
        new("c-100", SandboxConversation.Channel(7, 8), "alice", 1100, 1_000, 2);

    private Caller _caller = null!;

    public async Task InitializeAsync() => _caller = await Caller.StartAsync(fill: store =>
    {
        store.AddThread(Pair.Conversation, Made.Message(0, "alice", 1_000))
            .AddReplies([Made.Message(1, "bob", 1_001), Made.Message(2, "alice", 1_002)]);
        store.AddThread(Channel.Conversation, Made.Message(100, "alice", 1_000))
            .AddReplies([Made.Message(101, "bob", 1_001), Made.Message(102, "alice", 1_002)]);
    });

    public async Task DisposeAsync() => await _caller.DisposeAsync();

    /// <summary>What is answered for a root that is gone is not documented [?] (upstream.md 14, 12).</summary>
    [Fact]
    public async Task Thread_without_its_root_still_gives_its_replies()
    {
        _caller.Store.Purge(Pair.ServerId).ShouldBeTrue();
        _caller.Store.Purge(Channel.ServerId).ShouldBeTrue();

        (await Shape(_caller.Messages(_caller.Parameters(Pair)))).ShouldBe("200 root - total 2: 1001 1002");
        (await Shape(_caller.Talk(Caller.Form(Channel)))).ShouldBe("200 root - total 2: 1101 1102");
        (await _caller.QChat("batchQueryThreadTalkMeta", new()
        {
            ["serverId"] = "7", ["channelId"] = "8", ["queryMsgs"] = """[{"msgIdServer":1100,"msgTime":1000}]""",
        })).ShouldBeJson("""{ "code": 200, "data": [] }""");
    }

    [Fact]
    public async Task Deleted_root_ends_an_im_thread_and_is_marked_in_a_channel()
    {
        _caller.Store.Delete(Pair.ServerId).ShouldBeTrue();
        _caller.Store.Delete(Channel.ServerId).ShouldBeTrue();

        (await _caller.Messages(_caller.Parameters(Pair))).ShouldBeJson("""
            { "code": 107404, "msg": "The message does not exist.", "data": {} }
            """);
        (await Shape(_caller.Talk(Caller.Form(Channel)))).ShouldBe("200 root 1100 status 2 total 2: 1101 1102");
    }

    [Theory]
    [InlineData("recall", "1101 status 1 1102", 2)]
    [InlineData("delete", "1101 status 2 1102", 2)]
    [InlineData("purge", "1102", 1)]
    public async Task Reply_is_gone_from_im_and_marked_in_a_channel_unless_purged(
        string how, string channel, int channelTotal)
    {
        foreach (var reply in (long[])[1001, 1101])
        {
            (how switch
            {
                "recall" => _caller.Store.Recall(reply),
                "delete" => _caller.Store.Delete(reply),
                _ => _caller.Store.Purge(reply),
            }).ShouldBeTrue();
        }

        (await Shape(_caller.Messages(_caller.Parameters(Pair)))).ShouldBe("200 root 1000 total 1: 1002");
        (await Shape(_caller.Talk(Caller.Form(Channel)))).ShouldBe(
            $"200 root 1100 total {channelTotal}: {channel}");
    }

    [Fact]
    public async Task Edited_messages_say_who_and_when()
    {
        _caller.Time.NowMs = 5_000_000;
        _caller.Store.Edit(1001, "New").ShouldBeTrue();
        _caller.Store.Edit(1000, "New root", "Carol").ShouldBeTrue();
        _caller.Store.Edit(1101, "New").ShouldBeTrue();

        var im = await _caller.Messages(_caller.Parameters(Pair));
        im.ShouldContain(
            """New","create_time":1001,"sender_client_type":16,"modify_account_id":"bob","modify_time":5000000""");
        im.ShouldContain(
            """root","create_time":1000,"sender_client_type":16,"modify_account_id":"carol","modify_time":5000000""");
        (await _caller.Talk(Caller.Form(Channel))).ShouldContain(
            """time":1001,"updateTime":5000000,"status":0,"body":"New""");
    }

    [Fact]
    public async Task Removed_thread_is_unknown_and_its_ids_are_free_again()
    {
        _caller.Store.RemoveThread(Pair.ServerId).ShouldBeTrue();

        (await _caller.Messages(_caller.Parameters(Pair))).Code().ShouldBe(107404);
        _caller.Store.RemoveThread(Pair.ServerId).ShouldBeFalse();
        _caller.Store.AddThread(Pair.Conversation, Made.Message(0, "alice", 1_000))
            .AddReply(Made.Message(1, "bob", 1_001)).ServerId.ShouldBe(1001);
    }

    [Fact]
    public async Task Parent_known_by_its_client_id_alone_comes_with_server_id_0_or_without_one()
    {
        var byClientId = new MessageReference(0, "c-77", "bob", 1_001);
        foreach (var (root, number) in (ReadOnlySpan<(long, int)>)[(1000, 3), (1100, 103)])
        {
            var thread = _caller.Store.FindThread(root)!;
            thread.AddReply(Made.Message(number, "bob", 1_003) with { Parent = byClientId });
            thread.AddReply(Made.Message(number + 1, "bob", 1_004) with
            {
                Parent = byClientId with { OmitsServerId = true },
            });
        }

        (await Parents(_caller.Messages(_caller.Parameters(Pair)))).ShouldBe(["\"0\"", null]);
        (await Parents(_caller.Messages(_caller.Parameters(Pair), "/im/v2.1/messages/actions/thread_messages")))
            .ShouldBe(["0", null]);
        (await Parents(_caller.Talk(Caller.Form(Channel)))).ShouldBe(["0", null]);
    }

    /// <returns>The server IDs that the last two replies give their parents, as written.</returns>
    private static async Task<string?[]> Parents(Task<string> answer)
    {
        using var json = JsonDocument.Parse(await answer);
        var replies = json.RootElement.TryGetProperty("data", out var data)
            ? data.GetProperty("messages").EnumerateArray()
                .Select(reply => reply.GetProperty("thread_config").GetProperty("thread_reply"))
            : json.RootElement.GetProperty("msgs").EnumerateArray();
        return [.. replies.TakeLast(2).Select(reply =>
            reply.TryGetProperty("message_server_id", out var id) || reply.TryGetProperty("replyMsgIdServer", out id)
                ? id.GetRawText()
                : null)];
    }

    private static async Task<string> Shape(Task<string> answer)
    {
        using var json = JsonDocument.Parse(await answer);
        var isIm = json.RootElement.TryGetProperty("data", out var data);
        var fields = isIm ? data : json.RootElement;
        var root = fields.TryGetProperty(isIm ? "thread_root" : "threadMsg", out var message) ? Name(message) : "-";
        var replies = fields.GetProperty(isIm ? "messages" : "msgs").EnumerateArray().Select(Name);
        return $"{json.RootElement.GetProperty("code")} root {root} total {fields.GetProperty("total")}: "
            + string.Join(' ', replies);

        string Name(JsonElement reply)
        {
            var id = reply.GetProperty(isIm ? "message_server_id" : "msgIdServer").GetRawText();
            var status = isIm ? 0 : reply.GetProperty("status").GetInt32();
            return status == 0 ? id : $"{id} status {status}";
        }
    }
}
