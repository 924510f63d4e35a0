using System.Globalization;
using ThreadGraph.Yunxin.Transport;

namespace ThreadGraph.Yunxin.Membership;

/// <summary>
/// <c>GET /im/v2.1/conversations/{cid}/messages/{message_server_id}</c> with both checks on (upstream.md 10).
/// </summary>
internal sealed class TeamMemberCall(TeamMemberQuery query, UpstreamEndpoint endpoint) : UpstreamCall<bool>(endpoint)
{
    internal override string Account => query.AccountId;

    internal override DateTimeOffset? Deadline => query.Deadline;

    internal override HttpRequestMessage CreateRequest(UpstreamHost host, bool oldestFirstFlag)
    {
        // The id is owner|type|peer; the owner is the account whose view is read.
        var conversation = Uri.EscapeDataString(string.Create(
            CultureInfo.InvariantCulture, $"{query.AccountId}|{(int)query.ConversationType}|{query.TeamId}"));
        var parameters = WireParameters.Query(string.Create(
            CultureInfo.InvariantCulture,
            $"{host.BaseUrl}/im/v2.1/conversations/{conversation}/messages/{query.MessageServerId}"));
        parameters.Add("message_time", query.CreateTimeMs);
        parameters.Add("check_team_valid", true);
        parameters.Add("check_team_member_valid", true);
        return parameters.ToQuery();
    }

    internal override bool Read(ReadOnlySpan<byte> body, UpstreamHost host, bool oldestFirstFlag)
    {
        ThrowIfRefused(new MembershipReader(body).Read().Code);
        return true;
    }
}
