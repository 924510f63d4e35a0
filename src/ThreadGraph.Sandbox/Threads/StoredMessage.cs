using ThreadGraph.Sandbox.Upstream;

namespace ThreadGraph.Sandbox.Threads;

/// <summary>
/// A message in its thread, with the bytes that each API shows of it; written once, when first asked for.
/// </summary>
/// <remarks>Two first readers may both write the bytes; they are equal, so either may stay.</remarks>
internal sealed class StoredMessage(SandboxConversation conversation, SandboxMessage message, MessageReference? root)
{
    private byte[]? _v2;
    private byte[]? _v21;
    private byte[]? _qchat;

    public SandboxMessage Message { get; } = message;

    public SandboxConversation Conversation { get; } = conversation;

    /// <summary>The thread's root; null on the root itself.</summary>
    public MessageReference? Root { get; } = root;

    public long TimeMs => Message.TimeMs;

    public long ServerId => Message.ServerId;

    public ReadOnlySpan<byte> V2 => _v2 ??= MessageJson.Write(this, isV21: false);

    public ReadOnlySpan<byte> V21 => _v21 ??= MessageJson.Write(this, isV21: true);

    public ReadOnlySpan<byte> QChat => _qchat ??= ChannelMessageJson.Write(this);
}
