using ThreadGraph.Yunxin.Transport;

namespace ThreadGraph.Yunxin.Membership;

/// <summary><c>GET /im/v2.1/team_members/{account_id}/actions/joined_teams</c> (upstream.md 10).</summary>
internal sealed class JoinedTeamsCall(JoinedTeamsQuery query, UpstreamEndpoint endpoint)
    : UpstreamCall<JoinedTeamsPage>(endpoint)
{
    /// <summary>As many as such lists are known to give (upstream.md 10, ?).</summary>
    private const int Limit = 100;

    internal override string Account => query.AccountId;

    internal override DateTimeOffset? Deadline => query.Deadline;

    internal override HttpRequestMessage CreateRequest(UpstreamHost host, bool oldestFirstFlag)
    {
        var parameters = WireParameters.Query(
            $"{host.BaseUrl}/im/v2.1/team_members/{Uri.EscapeDataString(query.AccountId)}/actions/joined_teams");

        // team_type is not conversation_type: 1 is an advanced team, 2 a super team (upstream.md 10).
        parameters.Add("team_type", (int)query.ConversationType - 1);
        if (query.PageToken is { } token)
        {
            parameters.Add("page_token", token);
        }

        parameters.Add("limit", Limit);
        return parameters.ToQuery();
    }

    internal override JoinedTeamsPage Read(ReadOnlySpan<byte> body, UpstreamHost host, bool oldestFirstFlag)
    {
        var (code, page) = new MembershipReader(body).Read();
        ThrowIfRefused(code);
        return page.NextToken == query.PageToken ? page with { NextToken = null } : page;
    }
}
