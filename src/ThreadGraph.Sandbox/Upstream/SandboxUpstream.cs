using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>The three endpoints of the upstream, as request delegates.</summary>
internal sealed class SandboxUpstream(SandboxStore store, SandboxOptions options)
{
    private readonly ThreadMessagesApi _threadMessages = new(store, options);
    private readonly ThreadTalkHistoryApi _threadTalkHistory = new(store, options);

    public Task ThreadMessagesV2(HttpContext context)
    {
        _threadMessages.Answer(context, isV21: false);
        return Task.CompletedTask;
    }

    public Task ThreadMessagesV21(HttpContext context)
    {
        _threadMessages.Answer(context, isV21: true);
        return Task.CompletedTask;
    }

    public Task QueryThreadTalkHistory(HttpContext context) => _threadTalkHistory.AnswerAsync(context);
}
