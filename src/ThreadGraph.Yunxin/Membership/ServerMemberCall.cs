using ThreadGraph.Yunxin.Transport;

namespace ThreadGraph.Yunxin.Membership;

/// <summary><c>POST /qchat/getServerMemberListPage.action</c> in an account's name (upstream.md 11).</summary>
internal sealed class ServerMemberCall(ServerMemberQuery query, UpstreamEndpoint endpoint) : UpstreamCall<bool>(endpoint)
{
    internal override string Account => query.AccId;

    internal override DateTimeOffset? Deadline => query.Deadline;

    internal override HttpRequestMessage CreateRequest(UpstreamHost host, bool oldestFirstFlag)
    {
        var parameters = WireParameters.Form(host.BaseUrl + "/qchat/getServerMemberListPage.action");
        parameters.Add("serverId", query.ServerId);
        parameters.Add("accid", query.AccId);
        parameters.Add("timetag", 0);
        parameters.Add("limit", 1);
        return parameters.ToForm();
    }

    internal override bool Read(ReadOnlySpan<byte> body, UpstreamHost host, bool oldestFirstFlag)
    {
        ThrowIfRefused(new MembershipReader(body).Read().Code);
        return true;
    }
}
