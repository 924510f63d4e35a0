namespace ThreadGraph.Yunxin;

/// <summary>Asks Yunxin who belongs where, through the same hosts, budgets and pipeline as <see cref="IYunxinClient"/>.</summary>
/// <remarks>
/// All methods fail with a <see cref="YunxinException"/> and nothing else, except that a cancelled token surfaces as
/// <see cref="OperationCanceledException"/>.
/// </remarks>
public interface IYunxinMembershipClient
{
    /// <summary>
    /// Reads one message of a team in an account's name, so that the upstream checks that the account is a member
    /// (upstream.md 10). The message itself is of no interest.
    /// </summary>
    /// <param name="query">The account, the team and any message of it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that succeeds if the account is a member.</returns>
    /// <exception cref="YunxinException">
    /// The account is no member (<see cref="YunxinFailure.Forbidden"/>), account or team do not exist; or the message is
    /// gone (<see cref="YunxinFailure.ThreadNotFound"/>), which says nothing about the account; or the call failed.
    /// </exception>
    Task CheckTeamMemberAsync(TeamMemberQuery query, CancellationToken cancellationToken);

    /// <summary>Reads a page of the teams that an account is in (upstream.md 10).</summary>
    /// <param name="query">The account and the page.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The teams of the page, and what leads on from it.</returns>
    /// <exception cref="YunxinException">The page could not be had; the failure says why.</exception>
    Task<JoinedTeamsPage> QueryJoinedTeamsAsync(JoinedTeamsQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the smallest page of a QChat server's members in an account's name, so that the upstream checks that the
    /// account is one of them (upstream.md 11). The page itself is of no interest.
    /// </summary>
    /// <param name="query">The account and the server.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that succeeds if the account is a member.</returns>
    /// <exception cref="YunxinException">
    /// The account is no member (<see cref="YunxinFailure.Forbidden"/>), account or server do not exist
    /// (<see cref="YunxinFailure.ThreadNotFound"/>), or the call failed.
    /// </exception>
    Task CheckServerMemberAsync(ServerMemberQuery query, CancellationToken cancellationToken);
}
