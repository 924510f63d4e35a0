using System.Text.Json;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Upstream;

public sealed class SingleMessageTests : IAsyncLifetime
{
    private const string TeamChecks = "?check_team_valid=true&check_team_member_valid=true";

    private const string NoConversation = "must be owner|type|peer, such as alice|1|bob or alice|2|12345.";

    private Caller _caller = null!;

    public async Task InitializeAsync() => _caller = await Caller.StartAsync();

    public async Task DisposeAsync() => await _caller.DisposeAsync();

    [Fact]
    public async Task Message_is_the_whole_of_data_as_in_the_thread()
    {
        (await Get("alice|1|bob", DemoThreads.SevenLevels.ServerId)).ShouldBeJson("""
            { "code": 200, "msg": "success", "data": {
                "message_server_id": 158844553001000001, "message_client_id": "seven-levels", "sender_id": "alice",
                "receiver_id": "bob", "conversation_type": 1, "message_type": 0, "text": "How deep can we go?",
                "create_time": 1748822400037, "sender_client_type": 32 } }
            """);
        _caller.Store.Calls.Of(SandboxApi.SingleMessage).ShouldBe(1);
    }

    [Theory]
    [InlineData("/im/v2", false)]
    [InlineData("/im/v2.1", true)]
    [InlineData("/nimserver/im/v2", false)]
    [InlineData("/nimserver/im/v2.1", true)]
    public async Task Each_path_serves_its_version(string path, bool hasType) =>
        (await Get("bob|1|alice", DemoThreads.SevenLevels.ServerId, path: path))
            .Contains("conversation_type", StringComparison.Ordinal).ShouldBe(hasType);

    [Fact]
    public async Task Reply_comes_with_its_references_until_it_is_recalled()
    {
        var reply = _caller.Store.FindThread(DemoThreads.Team.ServerId)!.Replies[^1];

        using var json = JsonDocument.Parse(await Get("alice|2|4100200300", reply.ServerId));
        var data = json.RootElement.GetProperty("data");
        data.GetProperty("text").GetString().ShouldBe("All but dave may read this.");
        data.GetProperty("inclusive").GetBoolean().ShouldBeFalse();
        data.GetProperty("thread_config").GetProperty("thread_root").GetProperty("message_server_id").GetInt64()
            .ShouldBe(DemoThreads.Team.ServerId);
        _caller.Store.Recall(reply.ServerId);
        (await Get("alice|2|4100200300", reply.ServerId)).Code().ShouldBe(107404);
    }

    [Theory]
    [InlineData("alice|2|4100200300", 11)]
    [InlineData("Alice|3|5100200300", 12)]
    [InlineData("alice|1|bob", 1)]
    public async Task Member_and_party_pass_the_checks(string conversation, int thread) =>
        (await Get(conversation, Root(thread), TeamChecks)).Code().ShouldBe(200);

    /// <summary>The code of a non-member is not documented [?] (upstream.md 10).</summary>
    [Fact]
    public async Task Team_of_others_is_answered_with_109404_when_membership_is_checked()
    {
        var root = DemoThreads.OthersTeam.ServerId;

        (await Get("alice|2|4100200301", root, TeamChecks)).ShouldBeJson("""
            { "code": 109404, "msg": "The account is not a member of the team.", "data": {} }
            """);
        (await Get("alice|2|4100200301", root, "?check_team_member_valid=true")).Code().ShouldBe(109404);
        (await Get("alice|2|4100200301", root, "?check_team_valid=true")).Code().ShouldBe(200);
        (await Get("alice|2|4100200301", root)).Code().ShouldBe(200);
        (await Get("carol|2|4100200301", root, TeamChecks)).Code().ShouldBe(200);
    }

    [Fact]
    public async Task Members_who_leave_are_members_no_more()
    {
        var members = _caller.Store.AddTeam(DemoThreads.OthersTeam.Conversation);

        members.Add(new SandboxMember("Alice"));
        (await Get("alice|2|4100200301", DemoThreads.OthersTeam.ServerId, TeamChecks)).Code().ShouldBe(200);
        members.Remove("ALICE").ShouldBeTrue();
        (await Get("alice|2|4100200301", DemoThreads.OthersTeam.ServerId, TeamChecks)).Code().ShouldBe(109404);
    }

    [Theory]
    [InlineData("alice|2|77", 11, TeamChecks, 108404)]
    [InlineData("alice|3|4100200300", 11, TeamChecks, 108404)]
    [InlineData("alice|3|4100200300", 11, "", 107404)]
    [InlineData("nobody|2|4100200300", 11, "", 102404)]
    [InlineData("alice|1|nobody", 1, "", 102404)]
    [InlineData("alice|1|carol", 1, "", 107404)]
    [InlineData("alice|1|bob", 3, "", 107404)]
    [InlineData("alice|1|bob", 14, "", 107404)]
    [InlineData("alice|1|bob", 1, "?message_time=1", 107404)]
    [InlineData("alice|1|bob", 1, "?message_time=1748822400037", 200)]
    public async Task What_does_not_exist_there_has_its_code(string conversation, int thread, string query, int code) =>
        (await Get(conversation, Root(thread), query)).Code().ShouldBe(code);

    [Theory]
    [InlineData("alice", "1", "", "conversation_id", NoConversation)]
    [InlineData("alice|4|1", "1", "", "conversation_id", NoConversation)]
    [InlineData("alice|2|bob", "1", "", "conversation_id", NoConversation)]
    [InlineData("alice|1|bob", "x", "", "message_server_id", "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("alice|1|bob", "1", "?message_time=x", "message_time",
        "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("alice|1|bob", "1", "?check_team_valid=1", "check_team_valid", "must be true or false.")]
    [InlineData("alice|1|bob", "1", "?check_team_member_valid=1", "check_team_member_valid", "must be true or false.")]
    public async Task Bad_parameter_is_refused_with_414_by_name(
        string conversation, string id, string query, string name, string rule) =>
        (await Get(conversation, id, query)).ShouldBeJson(
            $$"""{ "code": 414, "msg": "\"{{name}}\" {{rule}}", "data": {} }""");

    private static long Root(int number) => 158_844_553_000_000_001 + (number * 1_000_000L);

    private Task<string> Get(string conversation, long id, string query = "", string path = "/im/v2.1") =>
        Get(conversation, Caller.Digits(id), query, path);

    private Task<string> Get(string conversation, string id, string query, string path = "/im/v2.1") =>
        _caller.Send(new HttpRequestMessage(
            HttpMethod.Get, $"{path}/conversations/{Uri.EscapeDataString(conversation)}/messages/{id}{query}"));
}
