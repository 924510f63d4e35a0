using System.Net.Http.Headers;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>
/// QChat's <c>queryThreadTalkHistory</c> (upstream.md 5): finds the thread, cuts the page, writes the answer.
/// </summary>
internal sealed class ThreadTalkHistoryApi(SandboxStore store, SandboxOptions options)
{
    private readonly ApiGate _gate = new(store, options, requestIdHeader: "RequestId");

    public async Task AnswerAsync(HttpContext context)
    {
        store.Calls.CountQueryThreadTalkHistory();
        if ((_gate.Check(context.Request) ?? CheckContentType(context.Request)) is { } closed)
        {
            Answers.RefuseThreadTalk(context.Response, closed);
            return;
        }

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            Answers.RefuseThreadTalk(context.Response, new Refusal(Codes.BadParameter, "The form cannot be read."));
            return;
        }

        Answer(context.Response, form);
    }

    private void Answer(HttpResponse response, IFormCollection form)
    {
        var (request, refusal) = ThreadTalkRequest.Read(form, store.NowMs);
        if (request is null || (refusal = CheckAccess(request)) is not null)
        {
            Answers.RefuseThreadTalk(response, refusal!);
            return;
        }

        var thread = store.FindThread(request.ServerId);
        if (thread is null || !IsRoot(thread, request))
        {
            Answers.RefuseThreadTalk(response, new Refusal(Codes.NotFound, "The message does not exist."));
            return;
        }

        var snapshot = thread.Snapshot;
        Answers.WriteThreadTalk(response, snapshot, snapshot.Root!, Cut(snapshot, request));
    }

    private static Refusal? CheckContentType(HttpRequest request)
    {
        var isForm = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && "application/x-www-form-urlencoded".Equals(type.MediaType, StringComparison.OrdinalIgnoreCase)
            && (type.CharSet is null || "utf-8".Equals(type.CharSet.Trim('"'), StringComparison.OrdinalIgnoreCase));
        return isForm
            ? null
            : new Refusal(
                Codes.BadParameter, "\"Content-Type\" must be application/x-www-form-urlencoded;charset=utf-8.");
    }

    private Refusal? CheckAccess(ThreadTalkRequest request)
    {
        if (request.AccountId is { } accountId && !store.HasAccount(accountId))
        {
            return new Refusal(Codes.NotFound, "The account in \"accid\" does not exist.");
        }

        if (store.FindChannel(request.QChatServerId, request.ChannelId) is not { } channel)
        {
            return new Refusal(Codes.NotFound, "The channel of \"serverId\" and \"channelId\" does not exist.");
        }

        if (!channel.ThreadsEnabled)
        {
            return new Refusal(Codes.NoPermission, "The add-on \"Thread\" is not enabled.");
        }

        // That accid is held against the members is a presumption [?] (upstream.md 5.4).
        return request.AccountId is null || channel.MayRead(request.AccountId)
            ? null
            : new Refusal(Codes.NoPermission, "The account in \"accid\" may not read this channel.");
    }

    private static bool IsRoot(SandboxThread thread, ThreadTalkRequest request) =>
        thread.Conversation.Kind == ConversationKind.Channel
        && thread.Conversation.QChatServerId == request.QChatServerId
        && thread.Conversation.ChannelId == request.ChannelId
        && thread.Root.TimeMs == request.TimeMs;

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
