using ThreadGraph.Sandbox.Faults;
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
        var page = Cut(snapshot, Faulty(snapshot, request, call.Fault));
        if (call.Fault == SandboxFault.OtherThread)
        {
            (snapshot, page) = ForeignThread.Of(thread, snapshot, page);
        }

        Answers.WriteThreadTalk(call.Body, snapshot, page);
    }

    /// <returns>What a host with a fault takes the request for.</returns>
    private static ThreadTalkRequest Faulty(ThreadSnapshot snapshot, ThreadTalkRequest request, SandboxFault? fault)
    {
        switch (fault)
        {
            case SandboxFault.InvertedOrder:
                return request with { OldestFirst = !request.OldestFirst };
            case SandboxFault.LoopingToken when request.OldestFirst:
                return request with { FromTimeMs = 0, ExcludedServerId = null };
            case SandboxFault.LoopingToken:
                return request with { ToTimeMs = long.MaxValue, ExcludedServerId = null };
            case SandboxFault.UnchangedToken when request.ExcludedServerId is { } anchorId:
                return PageUpTo(snapshot, request, anchorId);
            default:
                return request;
        }
    }

    /// <summary>The page whose last reply the anchor is, as the request before asked for it.</summary>
    private static ThreadTalkRequest PageUpTo(ThreadSnapshot snapshot, ThreadTalkRequest request, long anchorId)
    {
        var anchor = snapshot.IndexOf(anchorId);
        if (anchor < 0)
        {
            return request;
        }

        var before = request.OldestFirst ? anchor - request.Limit : anchor + request.Limit;
        var reply = before >= 0 && before < snapshot.Replies.Length ? snapshot.Replies[before] : null;
        return request with
        {
            ExcludedServerId = reply?.ServerId,
            FromTimeMs = request.OldestFirst ? reply?.TimeMs ?? 0 : request.FromTimeMs,
            ToTimeMs = request.OldestFirst ? request.ToTimeMs : reply?.TimeMs ?? long.MaxValue,
        };
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
