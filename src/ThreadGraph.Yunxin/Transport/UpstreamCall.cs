using System.Text.Json;
using ThreadGraph.Yunxin.Failures;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.Transport;

/// <summary>One query on its way to one endpoint: what to send, and how to read what comes back.</summary>
internal abstract class UpstreamCall
{
    /// <summary>The endpoint's name in the logs.</summary>
    internal abstract string Api { get; }

    /// <summary>The header of the id by which the upstream tells repeated requests (upstream.md 1.1).</summary>
    internal abstract string TraceHeader { get; }

    /// <summary>The order that was asked for.</summary>
    internal abstract bool OldestFirst { get; }

    /// <summary>Whether this page begins a chain, so that it may still be read from the other end.</summary>
    internal abstract bool IsFirstPage { get; }

    /// <summary>The order flag to send to a host so that it answers in the order asked for.</summary>
    internal virtual bool FlagFor(UpstreamHost host) => OldestFirst ^ host.IsInverted;

    /// <summary>A new request, not yet signed.</summary>
    internal abstract HttpRequestMessage CreateRequest(UpstreamHost host, bool oldestFirstFlag);

    /// <summary>Reads a complete body into a page.</summary>
    /// <exception cref="JsonException">The body is not complete, valid JSON.</exception>
    /// <exception cref="YunxinException">The upstream refused, or the answer is not the contract.</exception>
    internal abstract ThreadPage ReadPage(ReadOnlySpan<byte> body, bool oldestFirstFlag);

    /// <summary>What both families have in common: the code, the root and the figures about the thread.</summary>
    protected ThreadPage ToPage(in ThreadAnswer answer, TimeSpan busyPause)
    {
        ThrowIfRefused(answer, busyPause);
        if (answer.Root is null && IsFirstPage)
        {
            // A success without a root is "no such thread" (upstream.md 3.5, ?).
            throw LocalFailures.NoRoot.ToException(busyPause, answer.Code);
        }

        return new ThreadPage
        {
            Root = answer.Root,
            Total = answer.Fields.Total is >= 0 ? answer.Fields.Total : null,
            LastReplyTimeMs = LastReplyTime(answer),
            Messages = answer.Fields.Messages ?? [],
            HasMore = false,
        };
    }

    private static void ThrowIfRefused(in ThreadAnswer answer, TimeSpan busyPause)
    {
        if (answer.Code is UpstreamCodes.Success)
        {
            return;
        }

        if (answer.Code is not { } code)
        {
            throw LocalFailures.NoCode.ToException(busyPause);
        }

        // The vendor's sample answers with the placeholder 0 (upstream.md 3.4); taken for success if it brings a root.
        if (code is not 0 || answer.Root is null)
        {
            throw UpstreamCodes.Find(code).ToException(busyPause, code);
        }
    }

    // upstream.md 14, 6: only a thread with replies has a last one, and it is not older than the root.
    private static long? LastReplyTime(in ThreadAnswer answer) =>
        answer.Fields.Total > 0 && answer.Root is { } root && answer.Fields.Timestamp >= root.CreateTimeMs
            ? answer.Fields.Timestamp
            : null;
}
