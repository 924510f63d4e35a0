namespace ThreadGraph.Sandbox.Upstream;

/// <summary>How the upstream spells its APIs (one message has no name there), and the family of each.</summary>
internal static class ApiNames
{
    public static readonly SandboxApi[] All = Enum.GetValues<SandboxApi>();

    public static string Name(this SandboxApi api) => api switch
    {
        SandboxApi.ThreadMessages => "thread_messages",
        SandboxApi.QueryThreadTalkHistory => "queryThreadTalkHistory",
        SandboxApi.BatchQueryThreadTalkMeta => "batchQueryThreadTalkMeta",
        SandboxApi.SingleMessage => "single_message",
        SandboxApi.JoinedTeams => "joined_teams",
        SandboxApi.ListMembers => "list_members",
        SandboxApi.GetServerMemberListPage => "getServerMemberListPage",
        _ => throw new ArgumentOutOfRangeException(nameof(api), api, null),
    };

    /// <summary>QChat: a form, the nimserver envelope; otherwise IM: a query, the v2 envelope.</summary>
    public static bool IsQChat(this SandboxApi api) =>
        api is SandboxApi.QueryThreadTalkHistory
            or SandboxApi.BatchQueryThreadTalkMeta
            or SandboxApi.GetServerMemberListPage;

    /// <summary>The optional header by which the API knows a repeated request (upstream.md 1.1).</summary>
    public static string RequestIdHeader(this SandboxApi api) => api.IsQChat() ? "RequestId" : "X-custom-traceid";
}
