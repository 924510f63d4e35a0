using System.Globalization;
using Microsoft.Extensions.Options;
using ThreadGraph.Threads;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Access;

/// <summary>Whether an account is in the team, super team or QChat server that a thread stands in.</summary>
/// <remarks>
/// The upstream is not known to check it when it is asked for a thread (upstream.md 3.3 and 5.4), so it is asked here, once
/// for a while and only when something is about to be read.
/// </remarks>
internal sealed class MembershipCheck(
    IYunxinMembershipClient client, MembershipCache cache, IOptions<AccessOptions> options)
{
    /// <summary>The most pages of teams to look through: 100 teams each.</summary>
    private const int MaxTeamPages = 50;

    /// <summary>Succeeds if an account may read the threads of a thread's conversation, as far as membership says.</summary>
    /// <param name="account">The account, in lower case.</param>
    /// <param name="thread">The thread; it need not exist.</param>
    /// <param name="deadline">When the answer has to be there.</param>
    /// <param name="cancellationToken">Ends the waiting; the question goes on, for others may be waiting.</param>
    /// <exception cref="GraphQLException">The account is not a member, or there is no such team or server.</exception>
    /// <exception cref="YunxinException">The question could not be answered.</exception>
    public Task DemandAsync(
        string account, ThreadKey thread, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        if (!options.Value.CheckMembership || Membership.Needed(account, thread) is not { } membership)
        {
            return Task.CompletedTask;
        }

        var answer = cache.GetOrAsk(membership, () => AskAsync(membership, thread, deadline));
        return answer is { IsCompletedSuccessfully: true, Result: true }
            ? Task.CompletedTask
            : DemandAsync(answer, cancellationToken);
    }

    private static async Task DemandAsync(Task<bool> answer, CancellationToken cancellationToken)
    {
        if (!await answer.WaitAsync(cancellationToken))
        {
            throw Failures.Forbidden();
        }
    }

    private async Task<bool> AskAsync(Membership membership, ThreadKey thread, DateTimeOffset deadline)
    {
        try
        {
            await (membership.TeamKind is { } kind
                ? client.CheckTeamMemberAsync(TeamQuery(membership, kind, thread, deadline), CancellationToken.None)
                : client.CheckServerMemberAsync(ServerQuery(membership, deadline), CancellationToken.None));
            return true;
        }
        catch (YunxinException exception) when (IsNo(exception))
        {
            return false;
        }
        catch (YunxinException exception) when (exception.Failure == YunxinFailure.ThreadNotFound)
        {
            // QChat: the server or the account is not there (upstream.md 5.4). IM: the message is gone, which says nothing.
            return membership.TeamKind is { } kind && await HasJoinedAsync(membership, kind, deadline);
        }
    }

    /// <summary>Looks for the team among all that the account is in.</summary>
    private async Task<bool> HasJoinedAsync(Membership membership, YunxinConversationType kind, DateTimeOffset deadline)
    {
        if (!long.TryParse(membership.GroupId, NumberStyles.None, CultureInfo.InvariantCulture, out var team))
        {
            return false;
        }

        string? token = null;
        for (var pages = 0; pages < MaxTeamPages; pages++)
        {
            var query = new JoinedTeamsQuery
            {
                AccountId = membership.Account,
                ConversationType = kind,
                PageToken = token,
                Deadline = deadline,
            };
            var page = await JoinedTeamsAsync(query);
            if (page.TeamIds.Contains(team))
            {
                return true;
            }

            if ((token = page.NextToken) is null)
            {
                break;
            }
        }

        return false;
    }

    /// <summary>Nobody is in a team who is not there.</summary>
    private async Task<JoinedTeamsPage> JoinedTeamsAsync(JoinedTeamsQuery query)
    {
        try
        {
            return await client.QueryJoinedTeamsAsync(query, CancellationToken.None);
        }
        catch (YunxinException exception) when (IsNo(exception) || exception.Failure == YunxinFailure.ThreadNotFound)
        {
            return new JoinedTeamsPage([], null);
        }
    }

    /// <summary>
    /// That who is no member gets 109404 or 403 is a presumption (upstream.md 10, ?; held by the sandbox's
    /// <c>Team_of_others_is_answered_with_109404_when_membership_is_checked</c>). A team or an account that is not there is
    /// a no like any other, so that nobody learns of others' teams.
    /// </summary>
    private static bool IsNo(YunxinException exception) => exception.Failure
        is YunxinFailure.Forbidden or YunxinFailure.TeamNotFound or YunxinFailure.AccountNotFound;

    private static TeamMemberQuery TeamQuery(
        Membership membership, YunxinConversationType kind, ThreadKey thread, DateTimeOffset deadline) => new()
        {
            AccountId = membership.Account,
            ConversationType = kind,
            TeamId = membership.GroupId,
            MessageServerId = thread.MessageId,
            CreateTimeMs = thread.CreatedAtMs,
            Deadline = deadline,
        };

    private static ServerMemberQuery ServerQuery(Membership membership, DateTimeOffset deadline) => new()
    {
        AccId = membership.Account,
        ServerId = membership.GroupId,
        Deadline = deadline,
    };
}
