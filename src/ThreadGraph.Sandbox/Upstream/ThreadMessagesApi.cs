using ThreadGraph.Sandbox.Faults;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>IM's <c>thread_messages</c> (upstream.md 3): finds the thread, cuts the page, writes the answer.</summary>
internal sealed class ThreadMessagesApi(SandboxStore store, SandboxOptions options)
{
    private readonly PageTokens _tokens = new(options.AppSecret);

    public void Answer(UpstreamCall call, bool isV21)
    {
        var (request, refusal) = ThreadMessagesRequest.Read(call.Values, isV21);
        if (request is null || (refusal = CheckAccounts(request)) is not null)
        {
            call.Refuse(refusal!);
            return;
        }

        var thread = store.FindThread(request.ServerId);
        if (thread is null || !IsRoot(thread, request) || thread.Snapshot is not { HasEnded: false } snapshot)
        {
            // Not documented for a missing or recalled root [?]; the general code for messages is the likeliest.
            call.Refuse(Codes.UnknownMessage, "The message does not exist.");
            return;
        }

        // A host that has the order the wrong way round reads from the other end, under the token it is sent.
        var oldestFirst = request.OldestFirst != (call.Fault == SandboxFault.InvertedOrder);
        if (Cut(snapshot, request, oldestFirst) is not { } page)
        {
            call.Refuse(Codes.BadParameter, "\"page_token\" is damaged or belongs to other parameters.");
            return;
        }

        var nextToken = NextToken(call.Fault, request, page);
        if (call.Fault == SandboxFault.OtherThread)
        {
            (snapshot, page) = ForeignThread.Of(thread, snapshot, page);
        }

        Answers.WriteMessages(call.Body, snapshot, page, nextToken, isV21);
    }

    private Refusal? CheckAccounts(ThreadMessagesRequest request)
    {
        if (request.OperatorId is { } operatorId && !store.HasAccount(operatorId))
        {
            return new Refusal(Codes.UnknownAccount, "The account in \"operator_id\" does not exist.");
        }

        if (!store.HasAccount(request.SenderId))
        {
            return new Refusal(Codes.UnknownAccount, "The account in \"sender_id\" does not exist.");
        }

        if (request.Kind == ConversationKind.P2P)
        {
            return store.HasAccount(request.ReceiverId)
                ? null
                : new Refusal(Codes.UnknownAccount, "The account in \"receiver_id\" does not exist.");
        }

        return store.HasTeam(request.TeamId, request.Kind)
            ? null
            : new Refusal(Codes.UnknownTeam, "The team in \"receiver_id\" does not exist.");
    }

    /// <summary>All six identifying values must be the root's.</summary>
    private static bool IsRoot(SandboxThread thread, ThreadMessagesRequest request) =>
        thread.Root.ServerId == request.ServerId
        && thread.Conversation.Kind == request.Kind
        && thread.Root.SenderId == request.SenderId
        && thread.Conversation.ReceiverOf(thread.Root.SenderId) == request.ReceiverId
        && thread.Root.ClientId == request.ClientId
        && thread.Root.TimeMs == request.CreateTimeMs;

    /// <returns>The page; null when the token is refused.</returns>
    private ReplyPage? Cut(ThreadSnapshot snapshot, ThreadMessagesRequest request, bool oldestFirst)
    {
        // Both bounds are taken as inclusive [?] (upstream.md 3.1).
        var (low, high) = snapshot.Window(request.BeginTimeMs, request.EndTimeMs);
        if (request.PageToken.Length > 0)
        {
            if (!_tokens.TryRead(request, out var timeMs, out var serverId))
            {
                return null;
            }

            if (oldestFirst)
            {
                low = Math.Max(low, snapshot.IndexAfter(timeMs, serverId));
            }
            else
            {
                high = Math.Min(high, snapshot.IndexFrom(timeMs, serverId));
            }
        }

        return ReplyPage.Cut(snapshot.Replies, low, high, oldestFirst, request.Limit);
    }

    /// <returns>What leads on from the page; null: nothing, the page is the last.</returns>
    private string? NextToken(SandboxFault? fault, ThreadMessagesRequest request, ReplyPage page)
    {
        var next = page is { HasMore: true, Last: { } last }
            ? _tokens.Write(request, last.TimeMs, last.ServerId)
            : null;
        switch (fault)
        {
            case SandboxFault.UnchangedToken:
                return request.PageToken;
            case SandboxFault.LoopingToken:
                // Back to the first page, but never twice in a row: there the token would merely be unchanged.
                var startMs = request.OldestFirst ? 0 : long.MaxValue;
                var start = _tokens.Write(request, startMs, startMs);
                return start == request.PageToken ? next ?? start : start;
            default:
                return next;
        }
    }
}
