using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.Membership;

public sealed class MembershipCallTests : IDisposable
{
    private readonly Rig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Team_member_is_checked_by_a_message_of_the_team_in_the_accounts_name()
    {
        _rig.Upstream.Answers("""{ "code": 200, "msg": "success", "data": { "message_server_id": 1 } }""");

        await CheckTeamAsync();

        var sent = _rig.Upstream.Seen.ShouldHaveSingleItem();
        sent.Method.ShouldBe("GET");
        sent.Url.ShouldBe(
            "https://open.yunxinapi.com/im/v2.1/conversations/carol%7C3%7C9007199254740993/messages/158844553334358018"
            + "?message_time=1753951800000&check_team_valid=true&check_team_member_valid=true");
        sent.ContentType.ShouldBe("application/json;charset=UTF-8");
        sent.Headers.Keys.ShouldBe(["X-custom-traceid", "AppKey", "Nonce", "CurTime", "CheckSum"]);
    }

    [Fact]
    public async Task Server_member_is_checked_by_the_smallest_page_in_the_accounts_name()
    {
        _rig.Upstream.Answers("""{ "code": 200, "pageInfo": { "hasMore": true }, "serverMembers": [ {} ] }""");

        await CheckServerAsync();

        var sent = _rig.Upstream.Seen.ShouldHaveSingleItem();
        sent.Method.ShouldBe("POST");
        sent.Url.ShouldBe("https://api.yunxinapi.com/nimserver/qchat/getServerMemberListPage.action");
        sent.Headers.Keys.ShouldBe(["RequestId", "AppKey", "Nonce", "CurTime", "CheckSum"]);
        sent.Body.ShouldBe("serverId=1513535&accid=carol&timetag=0&limit=1");
    }

    [Theory]
    [InlineData("""{ "code": 109404, "msg": "no" }""", YunxinFailure.Forbidden)]
    [InlineData("""{ "code": 403 }""", YunxinFailure.Forbidden)]
    [InlineData("""{ "code": 107404 }""", YunxinFailure.ThreadNotFound)]
    [InlineData("""{ "code": 108404 }""", YunxinFailure.TeamNotFound)]
    [InlineData("""{ "code": 102404 }""", YunxinFailure.AccountNotFound)]
    [InlineData("""{ "code": 416 }""", YunxinFailure.Busy)]
    [InlineData("""{ "data": {} }""", YunxinFailure.Protocol)]
    [InlineData("""{ "code": 200, "data": """, YunxinFailure.Protocol)]
    public async Task Whatever_is_no_success_proves_no_membership(string body, YunxinFailure failure)
    {
        _rig.Upstream.Answers(body);

        (await FailureAsync(CheckTeamAsync())).ShouldBe(failure);
        (await FailureAsync(CheckServerAsync())).ShouldBe(failure);
    }

    [Fact]
    public async Task Joined_teams_are_read_by_page()
    {
        _rig.Upstream.Answers(
            """
            { "code": 200, "data": { "has_more": true, "next_token": "t1", "team_info_list": [
              { "team_id": 9007199254740993, "name": "a", "member_info": { "team_id": 5 } }, 7, { "name": "b" },
              { "team_id": "4100200300" } ] } }
            """);

        var page = await JoinedAsync(Queries.JoinedTeams);

        page.TeamIds.ShouldBe([9007199254740993, 4100200300]);
        page.NextToken.ShouldBe("t1");
        _rig.Upstream.Seen.ShouldHaveSingleItem().Url.ShouldBe(
            "https://open.yunxinapi.com/im/v2.1/team_members/carol%40example.org/actions/joined_teams?team_type=1&limit=100");
    }

    [Theory]
    [InlineData("""{ "has_more": false, "next_token": "t2", "team_info_list": [] }""")]
    [InlineData("""{ "has_more": true, "next_token": "" }""")]
    [InlineData("""{ "has_more": true, "next_token": "t1" }""")]
    [InlineData("""{ "has_more": true }""")]
    [InlineData("[]")]
    public async Task Last_page_leads_nowhere(string data)
    {
        _rig.Upstream.Answers($$"""{ "code": 200, "data": {{data}} }""");

        var page = await JoinedAsync(Queries.JoinedTeams with
        {
            ConversationType = YunxinConversationType.SuperTeam,
            PageToken = "t1",
        });

        page.TeamIds.ShouldBeEmpty();
        page.NextToken.ShouldBeNull();
        _rig.Upstream.Seen.ShouldHaveSingleItem().Url.ShouldEndWith("?team_type=2&page_token=t1&limit=100");
    }

    private Task CheckTeamAsync() => _rig.Members.CheckTeamMemberAsync(Queries.TeamMember, CancellationToken.None);

    private Task CheckServerAsync() => _rig.Members.CheckServerMemberAsync(Queries.ServerMember, CancellationToken.None);

    private Task<JoinedTeamsPage> JoinedAsync(JoinedTeamsQuery query) =>
        _rig.Members.QueryJoinedTeamsAsync(query, CancellationToken.None);

    private async Task<YunxinFailure> FailureAsync(Task check) =>
        (await Should.ThrowAsync<YunxinException>(() => _rig.PassTimeAsync(WithResult(check)))).Failure;

    private static async Task<bool> WithResult(Task check)
    {
        await check;
        return true;
    }
}
