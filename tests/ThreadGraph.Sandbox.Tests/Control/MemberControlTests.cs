using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;

namespace ThreadGraph.Sandbox.Tests.Control;

public sealed class MemberControlTests : IAsyncLifetime
{
    private ControlHost _host = null!;

    public async Task InitializeAsync() => _host = await ControlHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Accounts_join_and_leave_teams_and_servers()
    {
        var team = _host.Store.AddTeam(DemoThreads.OthersTeam.Conversation);
        var server = _host.Store.AddQChatServer(1_513_536);

        (await _host.Put("/sandbox/teams/4100200301/members/Alice")).Status.ShouldBe(204);
        (await _host.Put("/sandbox/servers/1513536/members/alice")).Status.ShouldBe(204);
        team.All.Select(member => (member.AccountId, member.JoinTimeMs)).ShouldBe(
            [("alice", ManualTime.StartMs), ("bob", 1_746_057_600_000), ("carol", 1_746_061_200_000)]);
        server.Contains("ALICE").ShouldBeTrue();

        (await _host.Delete("/sandbox/teams/4100200301/members/alice")).Status.ShouldBe(204);
        (await _host.Delete("/sandbox/servers/1513536/members/alice")).Status.ShouldBe(204);
        (team.Contains("alice"), server.Contains("alice")).ShouldBe((false, false));
    }

    [Theory]
    [InlineData("teams/1/members/bob")]
    [InlineData("teams/x/members/bob")]
    [InlineData("servers/1/members/bob")]
    [InlineData("teams/4100200301/members/alice")]
    [InlineData("teams/4100200301/members/a%20b")]
    public async Task What_is_not_there_cannot_leave(string path) =>
        (await _host.Delete($"/sandbox/{path}")).ShouldBe(
            (404, """{"error":"There is no such team, server or member."}"""));
}
