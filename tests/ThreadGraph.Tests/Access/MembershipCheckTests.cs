using Microsoft.Extensions.Options;
using ThreadGraph.Access;
using ThreadGraph.GraphQL;
using ThreadGraph.Tests.Support;
using ThreadGraph.Threads;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Tests.Access;

/// <summary>What an upstream may say of a member, whichever of message and member it looks for first.</summary>
public sealed class MembershipCheckTests
{
    private static readonly ThreadKey Team = new MessageThreadKey(YunxinConversationType.Team, "bob", "77", 5, "c", 9);
    private static readonly ThreadKey Channel = new ChannelThreadKey("77", "1", 5, 9);

    [Theory]
    [InlineData(null, "", true, "single_message")]
    [InlineData(YunxinFailure.Forbidden, "77", false, "single_message")]
    [InlineData(YunxinFailure.TeamNotFound, "77", false, "single_message")]
    [InlineData(YunxinFailure.AccountNotFound, "77", false, "single_message")]
    [InlineData(YunxinFailure.ThreadNotFound, "77", true, "single_message,joined_teams")]
    [InlineData(YunxinFailure.ThreadNotFound, "1|2|77", true, "single_message,joined_teams,joined_teams,joined_teams")]
    [InlineData(YunxinFailure.ThreadNotFound, "1|2|770", false, "single_message,joined_teams,joined_teams,joined_teams")]
    public async Task Message_that_is_gone_is_no_answer_and_everything_else_is(
        YunxinFailure? failure, string joined, bool expected, string calls)
    {
        var upstream = new Upstream(failure, joined.Split('|'));

        (await IsAllowedAsync(upstream, Team)).ShouldBe(expected);

        string.Join(',', upstream.Calls).ShouldBe(calls);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(YunxinFailure.Forbidden, false)]
    [InlineData(YunxinFailure.ThreadNotFound, false)]
    public async Task Server_that_is_not_there_has_no_members(YunxinFailure? failure, bool expected)
    {
        var upstream = new Upstream(failure, ["77"]);

        (await IsAllowedAsync(upstream, Channel)).ShouldBe(expected);

        upstream.Calls.ShouldBe(["getServerMemberListPage"]);
    }

    [Theory]
    [InlineData(YunxinFailure.Busy)]
    [InlineData(YunxinFailure.Rejected)]
    [InlineData(YunxinFailure.Protocol)]
    [InlineData(YunxinFailure.UnknownCode)]
    public async Task Failure_is_neither_yes_nor_no(YunxinFailure failure)
    {
        (await Should.ThrowAsync<YunxinException>(() => IsAllowedAsync(new Upstream(failure, ["77"]), Team)))
            .Failure.ShouldBe(failure);
        (await Should.ThrowAsync<YunxinException>(() => IsAllowedAsync(new Upstream(failure, ["77"]), Channel)))
            .Failure.ShouldBe(failure);
    }

    [Fact]
    public async Task Endless_list_of_teams_comes_to_an_end()
    {
        var upstream = new Upstream(YunxinFailure.ThreadNotFound, [.. Enumerable.Repeat("1", 1_000), "77"]);

        (await IsAllowedAsync(upstream, Team)).ShouldBeFalse();

        upstream.Calls.Count.ShouldBe(51);
    }

    private static async Task<bool> IsAllowedAsync(Upstream upstream, ThreadKey thread)
    {
        var options = Options.Create(new AccessOptions());
        var check = new MembershipCheck(upstream, new MembershipCache(options, new ManualTime()), options);
        try
        {
            await check.DemandAsync("alice", thread, DateTimeOffset.MaxValue, CancellationToken.None);
            return true;
        }
        catch (GraphQLException refusal)
        {
            refusal.Errors[0].Code.ShouldBe("FORBIDDEN");
            return false;
        }
    }

    /// <summary>Gives one answer to each check, and a team on each page.</summary>
    private sealed class Upstream(YunxinFailure? failure, string[] joined) : IYunxinMembershipClient
    {
        public List<string> Calls { get; } = [];

        public Task CheckTeamMemberAsync(TeamMemberQuery query, CancellationToken cancellationToken) => Answer("single_message");

        public Task CheckServerMemberAsync(ServerMemberQuery query, CancellationToken cancellationToken) =>
            Answer("getServerMemberListPage");

        public Task<JoinedTeamsPage> QueryJoinedTeamsAsync(JoinedTeamsQuery query, CancellationToken cancellationToken)
        {
            Calls.Add("joined_teams");
            var page = int.Parse(query.PageToken ?? "0");
            return Task.FromResult(
                new JoinedTeamsPage([long.Parse(joined[page])], page + 1 < joined.Length ? $"{page + 1}" : null));
        }

        private Task Answer(string call)
        {
            Calls.Add(call);
            return failure is { } reason
                ? Task.FromException(new YunxinException(reason, "Scripted."))
                : Task.CompletedTask;
        }
    }
}
