using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>QChat's <c>batchQueryThreadTalkMeta</c> (upstream.md 11): the reply counts of many roots.</summary>
internal sealed class ThreadTalkMetaApi(SandboxStore store)
{
    public void Answer(UpstreamCall call)
    {
        var (request, refusal) = ThreadTalkMetaRequest.Read(call.Values);
        if (request is null
            || (refusal = ChannelAccess.Check(
                store, request.AccountId, request.QChatServerId, request.ChannelId)) is not null)
        {
            call.Refuse(refusal!);
            return;
        }

        // What is no root of this channel is left out [?]: Root_that_is_not_there_is_left_out.
        Answers.WriteThreadTalkMeta(call.Body, request.Roots
            .Select(root => store.FindThread(root.ServerId) is { } thread && IsRoot(thread, request, root.TimeMs)
                ? thread
                : null)
            .OfType<SandboxThread>());
    }

    private static bool IsRoot(SandboxThread thread, ThreadTalkMetaRequest request, long timeMs) =>
        thread.IsIn(request.QChatServerId, request.ChannelId)
        && thread.Root.TimeMs == timeMs
        && thread.Snapshot.Root is not null;
}
