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

        RequestDelegate Serve(SandboxApi api, Action<UpstreamCall> answer) =>
            new UpstreamEndpoint(store, options, api, answer).ServeAsync;
    }

    public RequestDelegate ThreadMessagesV2 { get; }

    public RequestDelegate ThreadMessagesV21 { get; }

    public RequestDelegate QueryThreadTalkHistory { get; }

    public RequestDelegate BatchQueryThreadTalkMeta { get; }
}
