using System.Globalization;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>Names a thread by its root message, in the upstream's own terms.</summary>
/// <param name="MessageId">The root's server ID.</param>
/// <param name="CreatedAtMs">When the root was sent, in Unix milliseconds.</param>
public abstract record ThreadKey(long MessageId, long CreatedAtMs)
{
    private byte[]? _bytes;

    /// <summary>The key as IDs and cursors carry it. Each message's ID holds it, so it is made once.</summary>
    internal ReadOnlySpan<byte> Bytes => _bytes ??= ToBytes();

    /// <inheritdoc />
    public virtual bool Equals(ThreadKey? other) => (object)this == other
        || (other is not null && EqualityContract == other.EqualityContract
            && MessageId == other.MessageId && CreatedAtMs == other.CreatedAtMs);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(MessageId, CreatedAtMs);

    /// <summary>
    /// Whether a root stands in the conversation that this key names, as far as it says so. Access is granted by the key,
    /// and the upstream is not known to compare all of it (upstream.md 3.3).
    /// </summary>
    internal abstract bool Names(YunxinMessage root);

    /// <summary>Whether all replies of a page belong to this thread and its conversation, as far as they say so.</summary>
    internal bool Holds(IReadOnlyList<YunxinMessage> replies)
    {
        for (var i = 0; i < replies.Count; i++)
        {
            if ((replies[i].ThreadRoot is { ServerId: not 0 } root && root.ServerId != MessageId) || !IsIn(replies[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a reply stands in this thread's conversation, as far as it says so.</summary>
    private protected abstract bool IsIn(YunxinMessage reply);

    private byte[] ToBytes()
    {
        var writer = new KeyWriter(stackalloc byte[KeyWriter.UsualBytes]);
        writer.Write(this);
        return writer.Written.ToArray();
    }
}

/// <summary>A thread in a one-to-one, team or super-team conversation. All six values are required (upstream.md 3.1).</summary>
/// <param name="ConversationType">The kind of conversation.</param>
/// <param name="SenderId">The root's sender, in lower case.</param>
/// <param name="ReceiverId">The other account, in lower case, or the team's ID.</param>
/// <param name="MessageId">The root's server ID.</param>
/// <param name="ClientMessageId">The root's client ID.</param>
/// <param name="CreatedAtMs">When the root was sent, in Unix milliseconds.</param>
public sealed record MessageThreadKey(
    YunxinConversationType ConversationType,
    string SenderId,
    string ReceiverId,
    long MessageId,
    string ClientMessageId,
    long CreatedAtMs) : ThreadKey(MessageId, CreatedAtMs)
{
    /// <inheritdoc />
    internal override bool Names(YunxinMessage root) =>
        (root.SenderId.Length == 0 || IsSame(root.SenderId, SenderId))
        && (root.ReceiverId is null || IsSame(root.ReceiverId, ReceiverId))
        && (root.TeamId is null || IsTeam(root.TeamId.Value));

    /// <inheritdoc />
    private protected override bool IsIn(YunxinMessage reply) => ConversationType == YunxinConversationType.P2P
        ? reply.ReceiverId is null
            || (IsSame(reply.SenderId, SenderId) && IsSame(reply.ReceiverId, ReceiverId))
            || (IsSame(reply.SenderId, ReceiverId) && IsSame(reply.ReceiverId, SenderId))
        : reply.TeamId is null || IsTeam(reply.TeamId.Value);

    private bool IsTeam(long teamId)
    {
        // Asked of every reply, so no string is made.
        Span<char> digits = stackalloc char[20];
        return teamId.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture)
            && ReceiverId.AsSpan().SequenceEqual(digits[..length]);
    }

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A thread in a QChat channel (upstream.md 5.1).</summary>
/// <param name="QchatServerId">The QChat server.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="MessageId">The root's server ID.</param>
/// <param name="CreatedAtMs">When the root was sent, in Unix milliseconds.</param>
public sealed record ChannelThreadKey(string QchatServerId, string ChannelId, long MessageId, long CreatedAtMs)
    : ThreadKey(MessageId, CreatedAtMs)
{
    /// <inheritdoc />
    internal override bool Names(YunxinMessage root) => true;

    /// <inheritdoc />
    private protected override bool IsIn(YunxinMessage reply) => true;
}

/// <summary>Names a message by its thread and its own place in it, which is all it takes to read it again.</summary>
/// <param name="Thread">The thread.</param>
/// <param name="MessageId">The server ID; 0 where only the client ID is known.</param>
/// <param name="ClientMessageId">The client ID; kept only where the server ID is 0.</param>
/// <param name="CreatedAtMs">When the message was sent, in Unix milliseconds.</param>
public sealed record MessageKey(ThreadKey Thread, long MessageId, string? ClientMessageId, long CreatedAtMs)
{
    /// <summary>Whether this is the root of its thread.</summary>
    public bool IsRoot => MessageId != 0 && MessageId == Thread.MessageId;

    /// <summary>The key of a message in a thread.</summary>
    internal static MessageKey Of(ThreadKey thread, long messageId, JsonText? clientMessageId, long createdAtMs) =>
        new(thread, messageId, messageId == 0 ? clientMessageId?.ToString() : null, createdAtMs);
}
