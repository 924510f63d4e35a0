using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Upstream;

/// <summary><c>getServerMemberListPage</c>, <c>list_members</c> and <c>joined_teams</c>.</summary>
public sealed class MemberListsTests : IAsyncLifetime
{
    private Caller _caller = null!;

    public async Task InitializeAsync() => _caller = await Caller.StartAsync(fill: store =>
    {
        store.AddQChatServer(
            5, new("alice", 100, MemberRole.Owner), new("bob", 300), new("carol", 200), new SandboxMember("dave", 400));
        store.AddAccount("mallory");
        store.AddTeam(
            SandboxConversation.Team(71), new("alice", 1, MemberRole.Owner), new("bob", 2, MemberRole.Manager),
            new SandboxMember("carol", 3));
        store.AddTeam(SandboxConversation.Team(72), new SandboxMember("bob", 4));
        store.AddTeam(SandboxConversation.Team(9), new SandboxMember("carol", 4));
        store.AddTeam(SandboxConversation.SuperTeam(73), new SandboxMember("carol", 5));
    });

    public async Task DisposeAsync() => await _caller.DisposeAsync();

    [Fact]
    public async Task Server_members_come_page_by_page_the_latest_first()
    {
        (await Server(("limit", "3"), ("timetag", "0"))).ShouldBeJson("""
            { "code": 200, "pageInfo": { "hasMore": true, "nextTimetag": 200 }, "serverMembers": [
              { "serverId": 5, "accid": "dave", "type": 0, "joinTime": 400 },
              { "serverId": 5, "accid": "bob", "type": 0, "joinTime": 300 },
              { "serverId": 5, "accid": "carol", "type": 0, "joinTime": 200 } ] }
            """);
        (await Server(("limit", "3"), ("timetag", "200"))).ShouldBeJson("""
            { "code": 200, "pageInfo": { "hasMore": false, "nextTimetag": 100 }, "serverMembers": [
              { "serverId": 5, "accid": "alice", "type": 1, "joinTime": 100 } ] }
            """);
        _caller.Store.Calls.Of(SandboxApi.GetServerMemberListPage).ShouldBe(2);
    }

    /// <summary>The code is not documented [?] (upstream.md 11).</summary>
    [Fact]
    public async Task Account_that_is_no_member_of_the_server_is_answered_with_403()
    {
        (await Server(("accid", "Bob"), ("limit", "1"))).Code().ShouldBe(200);
        (await Server(("accid", "mallory"), ("limit", "1"))).ShouldBeJson("""
            { "code": 403, "desc": "The account in \"accid\" is not a member of the server." }
            """);
        (await Server(("accid", "nobody"))).ShouldBeJson("""
            { "code": 404, "desc": "The account in \"accid\" does not exist." }
            """);
        (await Server(("serverId", "6"))).ShouldBeJson("""
            { "code": 404, "desc": "The server in \"serverId\" does not exist." }
            """);
    }

    [Theory]
    [InlineData("serverId", "x", "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("timetag", "x", "must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("limit", "0", "must be a whole number from 1 to 200.")]
    [InlineData("limit", "201", "must be a whole number from 1 to 200.")]
    [InlineData("accid", "a b", "must be an account: 1 to 32 of letters, digits and _ @ . - characters.")]
    public async Task Bad_server_parameter_is_refused_with_414_by_name(string name, string value, string rule) =>
        (await Server((name, value))).ShouldBeJson($$"""{ "code": 414, "desc": "\"{{name}}\" {{rule}}" }""");

    [Fact]
    public async Task Server_or_team_known_by_its_threads_alone_is_open_to_every_account()
    {
        _caller.Store.AddThread(SandboxConversation.Channel(6, 1), Made.Message(0, "erin", 1_000));
        _caller.Store.AddThread(SandboxConversation.Team(74), Made.Message(1, "erin", 1_000));

        (await Server(("serverId", "6"), ("accid", "mallory"))).ShouldBeJson("""
            { "code": 200, "pageInfo": { "hasMore": false, "nextTimetag": 0 }, "serverMembers": [] }
            """);
        (await Im("conversations/mallory%7C2%7C74/messages/1001?check_team_member_valid=true")).Code().ShouldBe(200);
    }

    [Fact]
    public async Task Team_members_come_page_by_page()
    {
        var first = await Im("teams/71/actions/list_members?team_type=1&limit=2");
        first.ShouldBeJson("""
            { "code": 200, "msg": "success", "data": { "has_more": true, "next_token": "Ym9i", "items": [
              { "team_id": 71, "account_id": "alice", "member_role": 1, "chat_banned": false, "join_time": 1,
                "update_time": 1 },
              { "team_id": 71, "account_id": "bob", "member_role": 2, "chat_banned": false, "join_time": 2,
                "update_time": 2 } ] } }
            """);
        (await Im("teams/71/actions/list_members?team_type=1&limit=2&page_token=Ym9i")).ShouldBeJson("""
            { "code": 200, "msg": "success", "data": { "has_more": false, "items": [
              { "team_id": 71, "account_id": "carol", "member_role": 0, "chat_banned": false, "join_time": 3,
                "update_time": 3 } ] } }
            """);
        _caller.Store.Calls.Of(SandboxApi.ListMembers).ShouldBe(2);
    }

    [Theory]
    [InlineData("0", "alice bob carol")]
    [InlineData("1", "alice bob")]
    [InlineData("2", "carol")]
    public async Task Team_members_are_chosen_by_role(string type, string accounts)
    {
        using var json = System.Text.Json.JsonDocument.Parse(
            await Im($"teams/71/actions/list_members?team_type=1&limit=100&member_type={type}"));

        string.Join(' ', json.RootElement.GetProperty("data").GetProperty("items").EnumerateArray()
            .Select(member => member.GetProperty("account_id"))).ShouldBe(accounts);
    }

    [Fact]
    public async Task Joined_teams_are_of_one_type_and_bring_the_members_own_data_if_asked()
    {
        (await Im("team_members/carol/actions/joined_teams?team_type=1&limit=1&need_return_member_info=1"))
            .ShouldBeJson("""
            { "code": 200, "msg": "success", "data": { "has_more": true, "next_token": "MDAwMDAwMDAwMDAwMDAwMDAwOQ",
              "team_info_list": [ { "team_id": 9, "team_type": 1, "member_count": 1,
                "member_info": { "account_id": "carol", "member_role": 0, "chat_banned": false, "join_time": 4,
                  "update_time": 4 } } ] } }
            """);
        (await Im("team_members/carol/actions/joined_teams?team_type=1&limit=1&page_token=MDAwMDAwMDAwMDAwMDAwMDAwOQ"))
            .ShouldBeJson("""
            { "code": 200, "msg": "success", "data": { "has_more": false,
              "team_info_list": [ { "team_id": 71, "team_type": 1, "member_count": 3 } ] } }
            """);
        (await Im("team_members/carol/actions/joined_teams?team_type=2&limit=1")).ShouldBeJson("""
            { "code": 200, "msg": "success", "data": { "has_more": false,
              "team_info_list": [ { "team_id": 73, "team_type": 2, "member_count": 1 } ] } }
            """);
        _caller.Store.Calls.Of(SandboxApi.JoinedTeams).ShouldBe(3);
    }

    [Theory]
    [InlineData("teams/71/actions/list_members?limit=1", 414, "\\\"team_type\\\" is required.")]
    [InlineData("teams/71/actions/list_members?team_type=3&limit=1", 414, "\\\"team_type\\\" must be 1 or 2.")]
    [InlineData("teams/71/actions/list_members?team_type=1&limit=101", 414,
        "\\\"limit\\\" must be a whole number from 1 to 100.")]
    [InlineData("teams/71/actions/list_members?team_type=1&limit=1&page_token=*", 414,
        "\\\"page_token\\\" is damaged.")]
    [InlineData("teams/71/actions/list_members?team_type=1&limit=1&member_type=3", 414,
        "\\\"member_type\\\" must be 0, 1 or 2.")]
    [InlineData("teams/71/actions/list_members?team_type=2&limit=1", 108404,
        "The team in \\\"team_id\\\" does not exist.")]
    [InlineData("team_members/a%20b/actions/joined_teams?team_type=1&limit=1", 414,
        "\\\"account_id\\\" must be an account: 1 to 32 of letters, digits and _ @ . - characters.")]
    [InlineData("team_members/nobody/actions/joined_teams?team_type=1&limit=1", 102404,
        "The account in \\\"account_id\\\" does not exist.")]
    [InlineData("team_members/bob/actions/joined_teams?team_type=1&limit=1&need_return_member_info=true", 414,
        "\\\"need_return_member_info\\\" must be a whole number from 0 to 9223372036854775807.")]
    public async Task Bad_team_call_is_refused_by_name(string path, int code, string message) =>
        (await Im(path)).ShouldBeJson($$"""{ "code": {{code}}, "msg": "{{message}}", "data": {} }""");

    private Task<string> Server(params IEnumerable<(string Name, string Value)> form)
    {
        var fields = new Dictionary<string, string> { ["serverId"] = "5" };
        foreach (var (name, value) in form)
        {
            fields[name] = value;
        }

        return _caller.QChat("getServerMemberListPage", fields);
    }

    private Task<string> Im(string path) =>
        _caller.Send(new HttpRequestMessage(HttpMethod.Get, $"/im/v2.1/{path}"));
}
