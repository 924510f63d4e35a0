using ThreadGraph.Yunxin.Failures;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>A call for a page of a thread, of either family.</summary>
/// <param name="endpoint">Where it goes.</param>
internal abstract class PageCall(UpstreamEndpoint endpoint) : UpstreamCall<UpstreamAnswer>(endpoint)
{
    /// <summary>The order that was asked for.</summary>
    internal abstract bool OldestFirst { get; }

    /// <summary>When the root was sent, in Unix milliseconds.</summary>
    protected abstract long RootTimeMs { get; }

    /// <summary>Whether this page begins a chain, so that it may still be read from the other end.</summary>
    internal abstract bool IsFirstPage { get; }

    /// <summary>The server id of the root that was asked for.</summary>
    internal abstract long RootId { get; }

    /// <inheritdoc/>
    internal override bool FlagFor(UpstreamHost host) => OldestFirst ^ host.IsInverted;

    /// <inheritdoc/>
    internal override UpstreamAnswer Read(ReadOnlySpan<byte> body, UpstreamHost host, bool oldestFirstFlag)
    {
        var page = ReadPage(body, host, oldestFirstFlag);
        return new(page, CheckOrder(host, oldestFirstFlag, page));
    }

    /// <summary>Reads a complete body into a page.</summary>
    protected abstract ThreadPage ReadPage(ReadOnlySpan<byte> body, UpstreamHost host, bool oldestFirstFlag);

    /// <summary>Throws unless the answer is a page of the thread that was asked for.</summary>
    protected void ThrowIfNoPage(in ThreadAnswer answer)
    {
        // The vendor's sample answers with the placeholder 0 (upstream.md 3.4); taken for success if it brings a root.
        if (answer.Code is not 0 || answer.Root is null)
        {
            ThrowIfRefused(answer.Code);
        }

        if (answer.Root is null && IsFirstPage && answer.Fields.Messages is not { Count: > 0 } && answer.Fields.Total is not > 0)
        {
            // A success without a root is "no such thread" (upstream.md 3.5, ?), unless there are replies to what is gone.
            throw LocalFailures.NoRoot.ToException(Endpoint.Options.BusyPause, answer.Code);
        }

        ThrowIfOfOtherThread(answer);
    }

    /// <summary>The page: what both families have in common, and where the next one is.</summary>
    protected ThreadPage ToPage(in ThreadAnswer answer, bool hasMore, string? nextToken) => new()
    {
        Root = answer.Root,
        Total = answer.Fields.Total is >= 0 ? answer.Fields.Total : null,
        LastReplyTimeMs = LastReply.TimeMs(
            answer.Fields.Total, answer.Fields.Timestamp, answer.Root?.CreateTimeMs ?? RootTimeMs),
        Messages = answer.Fields.Messages ?? [],
        HasMore = hasMore,
        NextToken = nextToken,
    };

    // What names no root is taken on trust. Replies to one root share the reference, so a page costs one comparison.
    private void ThrowIfOfOtherThread(in ThreadAnswer answer)
    {
        var isOther = answer.Root is { } root && IsOther(root.ServerId);
        MessageReference? checkedRoot = null;
        foreach (var message in answer.Fields.Messages ?? [])
        {
            if (!ReferenceEquals(message.ThreadRoot, checkedRoot) && message.ThreadRoot is { } named)
            {
                isOther |= IsOther(named.ServerId);
                checkedRoot = named;
            }
        }

        if (isOther)
        {
            throw LocalFailures.OtherThread.ToException(Endpoint.Options.BusyPause, answer.Code);
        }
    }

    private bool IsOther(long serverId) => serverId is not 0 && serverId != RootId;

    private bool CheckOrder(UpstreamHost host, bool flag, ThreadPage page)
    {
        if (PageOrder.IsOldestFirst(page.Messages) is not { } oldestFirst)
        {
            return false;
        }

        if (host.Remember(isInverted: oldestFirst != flag))
        {
            Endpoint.Logger.OrderInverted(Endpoint.Api, host.Index);
        }

        return oldestFirst != OldestFirst;
    }
}
