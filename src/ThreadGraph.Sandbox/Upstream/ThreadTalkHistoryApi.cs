using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>
/// QChat's <c>queryThreadTalkHistory</c> (upstream.md 5): finds the thread, cuts the page, writes the answer.
/// </summary>
internal sealed class ThreadTalkHistoryApi(SandboxStore store, SandboxOptions options)
{
    public void Answer(UpstreamCall call)
    {
        var (request, refusal) = ThreadTalkRequest.Read(call.Values, store.NowMs);
        if (request is null
            || (refusal = ChannelAccess.Check(
                store, request.AccountId, request.QChatServerId, request.ChannelId)) is not null)
        {
            call.Refuse(refusal!);
            return;
        }

        var thread = store.FindThread(request.ServerId);
        if (thread is null || !IsRoot(thread, request))
        {
            call.Refuse(Codes.NotFound, "The message does not exist.");
            return;
        }

        var snapshot = thread.Snapshot;
        Answers.WriteThreadTalk(call.Body, snapshot, Cut(snapshot, request));
    }

    private static bool IsRoot(SandboxThread thread, ThreadTalkRequest request) =>
        thread.IsIn(request.QChatServerId, request.ChannelId) && thread.Root.TimeMs == request.TimeMs;

    private ReplyPage Cut(ThreadSnapshot snapshot, ThreadTalkRequest request)
    {
        var (low, high) = snapshot.Window(request.FromTimeMs, request.ToTimeMs);
        if (request.ExcludedServerId is not { } excludedId)
        {
            return ReplyPage.Cut(snapshot.Replies, low, high, request.OldestFirst, request.Limit);
        }

        // An anchor that is not at the boundary drops nothing [?]; what it drops there is an option (upstream.md 5.2).
        var boundaryMs = request.OldestFirst ? request.FromTimeMs : request.ToTimeMs;
        var anchor = snapshot.IndexFrom(boundaryMs, excludedId);
        if (anchor >= high
            || snapshot.Replies[anchor].TimeMs != boundaryMs || snapshot.Replies[anchor].ServerId != excludedId)
        {
            return ReplyPage.Cut(snapshot.Replies, low, high, request.OldestFirst, request.Limit);
        }

        if (options.Anchor == QChatAnchor.SingleMessage)
        {
            StoredMessage[] others = [.. snapshot.Replies[low..anchor], .. snapshot.Replies[(anchor + 1)..high]];
            return ReplyPage.Cut(others, 0, others.Length, request.OldestFirst, request.Limit);
        }

        (low, high) = request.OldestFirst ? (anchor + 1, high) : (low, anchor);
        return ReplyPage.Cut(snapshot.Replies, low, high, request.OldestFirst, request.Limit);
    }
}
