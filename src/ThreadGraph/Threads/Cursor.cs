using System.Buffers.Binary;

namespace ThreadGraph.Threads;

/// <summary>A place in a connection, in the upstream's own terms. A value, for a page writes one for each message.</summary>
/// <param name="Position">The message at this place.</param>
/// <param name="Resume">Set where the upstream's own paging can go on from here.</param>
/// <param name="Index">How many replies the thread has up to here, this one included, where they fit on one upstream page.</param>
internal readonly record struct Cursor(ReplyPosition Position, ChainResume? Resume = null, int? Index = null);

/// <summary>How to go on with a chain of pages: the window, order and token belong together (upstream.md 3.2).</summary>
/// <param name="OldestFirst">The chain's order.</param>
/// <param name="BeginMs">The chain's window, from, in Unix milliseconds.</param>
/// <param name="EndMs">The chain's window, to.</param>
/// <param name="Token">The upstream's <c>next_token</c>; none for QChat, which goes on from the position itself.</param>
/// <param name="Passed">
/// How many replies lie between this place and where the chain began, which was an end of the thread; none where it was not.
/// QChat tells by the count of the whole thread whether there are more (upstream.md 5.2).
/// </param>
internal sealed record ChainResume(bool OldestFirst, long BeginMs, long EndMs, string? Token, int? Passed);

/// <summary>What a cursor belongs to: it is of no use in another thread, field or filter. The page size is not part of it.</summary>
/// <param name="thread">The thread.</param>
/// <param name="field">The connection field.</param>
/// <param name="parent">The message whose replies are listed; 0 where that is none.</param>
/// <param name="filter">The filter arguments.</param>
internal sealed class CursorScope(ThreadKey thread, string field, long parent = 0, CursorFilter filter = default)
{
    /// <summary>The length of a mark.</summary>
    public const int MarkBytes = 6;

    private const int Unknown = -1;

    private byte[]? _mark;

    /// <summary>Of the pages of <c>Thread.messages</c>.</summary>
    public static CursorScope Messages(ThreadKey thread, TimeRange window) =>
        new(thread, "messages", filter: new CursorFilter(window));

    /// <summary>Of the pages of <c>Thread.replies</c> and <c>Message.replies</c>.</summary>
    public static CursorScope Replies(MessageKey parent) => new(parent.Thread, "replies", parent.MessageId);

    /// <summary>Of the pages of <c>Thread.outline</c>.</summary>
    public static CursorScope Outline(ThreadKey thread, MessageKey? under, int? maxDepth) =>
        new(thread, "outline", under is null ? 0 : under.MessageId, new CursorFilter(MaxDepth: maxDepth));

    /// <summary>What tells one scope from another in a cursor, made once for all cursors of a page.</summary>
    /// <param name="hash">The hash whose beginning it is, under a key of the server's own.</param>
    public ReadOnlySpan<byte> Mark(in SipHash hash) => (_mark ??= Hash(hash)).AsSpan(..MarkBytes);

    private byte[] Hash(in SipHash hash)
    {
        var writer = new KeyWriter(stackalloc byte[KeyWriter.UsualBytes]);
        writer.Write(field);
        writer.Write(parent);
        writer.Write(filter.Window.FromMs ?? long.MinValue);
        writer.Write(filter.Window.UntilMs ?? long.MaxValue);
        writer.Write(filter.MaxDepth ?? Unknown);
        writer.Write(thread.Bytes);
        var mark = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(mark, hash.Of(writer.Written));
        return mark;
    }
}

/// <summary>The filter arguments that a cursor is bound to; what a field does not have stays as it is.</summary>
/// <param name="Window">The window of time.</param>
/// <param name="MaxDepth">The deepest rows.</param>
internal readonly record struct CursorFilter(TimeRange Window = default, int? MaxDepth = null);
