using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>QChat's <c>getServerMemberListPage</c> (upstream.md 11): those who joined last come first.</summary>
/// <remarks>
/// How a page ends among members who joined in one millisecond is not documented [?]; here the next page begins with
/// the millisecond before.
/// </remarks>
internal sealed class ServerMembersApi(SandboxStore store)
{
    private const int MaxLimit = 200;

    public void Answer(UpstreamCall call)
    {
        var reader = new ParameterReader(call.Values, emptyRequiredCode: Codes.NotFound);
        var serverId = reader.Number("serverId");
        var accountId = reader.OptionalAccount("accid");
        var beforeMs = reader.OptionalNumber("timetag") is { } timetag and > 0 ? timetag : long.MaxValue;
        var limit = reader.Limit("limit", defaultLimit: 100, MaxLimit);
        if ((reader.Refusal ?? Check(serverId, accountId)) is { } refusal)
        {
            call.Refuse(refusal);
            return;
        }

        SandboxMember[] rest =
        [
            .. store.FindQChatServer(serverId)!.All
                .Where(member => member.JoinTimeMs < beforeMs)
                .OrderByDescending(member => member.JoinTimeMs),
        ];
        Answers.WriteServerMembers(
            call.Body, serverId, rest[..Math.Min(limit, rest.Length)], hasMore: rest.Length > limit);
    }

    private Refusal? Check(long serverId, string? accountId)
    {
        if (store.FindQChatServer(serverId) is not { } members)
        {
            return new Refusal(Codes.NotFound, "The server in \"serverId\" does not exist.");
        }

        if (accountId is not null && !store.HasAccount(accountId))
        {
            return new Refusal(Codes.NotFound, "The account in \"accid\" does not exist.");
        }

        // The code is a presumption [?]: Account_that_is_no_member_of_the_server_is_answered_with_403.
        return accountId is null || members.Has(accountId)
            ? null
            : new Refusal(Codes.NoPermission, "The account in \"accid\" is not a member of the server.");
    }
}
