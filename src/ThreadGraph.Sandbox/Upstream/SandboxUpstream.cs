using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>The upstream's endpoints, as request delegates.</summary>
internal sealed class SandboxUpstream
{
    public SandboxUpstream(SandboxStore store, SandboxOptions options)
    {
        var threadMessages = new ThreadMessagesApi(store, options);
        ThreadMessagesV2 = Serve(SandboxApi.ThreadMessages, call => threadMessages.Answer(call, isV21: false));
        ThreadMessagesV21 = Serve(SandboxApi.ThreadMessages, call => threadMessages.Answer(call, isV21: true));
        QueryThreadTalkHistory = Serve(
            SandboxApi.QueryThreadTalkHistory, new ThreadTalkHistoryApi(store, options).Answer);
        BatchQueryThreadTalkMeta = Serve(SandboxApi.BatchQueryThreadTalkMeta, new ThreadTalkMetaApi(store).Answer);
        var singleMessage = new SingleMessageApi(store);
        SingleMessageV2 = Serve(SandboxApi.SingleMessage, call => singleMessage.Answer(call, isV21: false));
        SingleMessageV21 = Serve(SandboxApi.SingleMessage, call => singleMessage.Answer(call, isV21: true));
        var teamMembers = new TeamMembersApi(store);
        JoinedTeams = Serve(SandboxApi.JoinedTeams, teamMembers.AnswerJoinedTeams);
        ListMembers = Serve(SandboxApi.ListMembers, teamMembers.AnswerListMembers);
        GetServerMemberListPage = Serve(SandboxApi.GetServerMemberListPage, new ServerMembersApi(store).Answer);

        RequestDelegate Serve(SandboxApi api, Action<UpstreamCall> answer) =>
            new UpstreamEndpoint(store, options, api, answer).ServeAsync;
    }

    public RequestDelegate ThreadMessagesV2 { get; }

    public RequestDelegate ThreadMessagesV21 { get; }

    public RequestDelegate QueryThreadTalkHistory { get; }

    public RequestDelegate BatchQueryThreadTalkMeta { get; }

    public RequestDelegate SingleMessageV2 { get; }

    public RequestDelegate SingleMessageV21 { get; }

    public RequestDelegate JoinedTeams { get; }

    public RequestDelegate ListMembers { get; }

    public RequestDelegate GetServerMemberListPage { get; }
}
