using System.Globalization;
using ThreadGraph.Types;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>Reads the names that clients give to threads.</summary>
internal sealed class ThreadRoots(INodeIdSerializer nodeIds)
{
    /// <summary>
    /// Accounts have at most 32 characters (upstream.md 1.1). Client IDs are free strings; nothing that names a message is
    /// longer than this.
    /// </summary>
    private const int MostCharacters = 128;

    /// <summary>The thread that an input names.</summary>
    /// <exception cref="GraphQLException">The input names none.</exception>
    public ThreadKey Parse(ThreadRootInput root) => root switch
    {
        { Id: { } id } => Parse(id),
        { Message: { } message } => Parse(message),
        { ChannelMessage: { } message } => new ChannelThreadKey(
            Digits(message.QchatServerId, "qchatServerId"),
            Digits(message.ChannelId, "channelId"),
            MessageId(message.MessageId),
            message.CreatedAt.ToUnixTimeMilliseconds()),
        _ => throw Failures.BadInput("root", "A thread root needs exactly one of \"id\", \"message\" and \"channelMessage\"."),
    };

    private ThreadKey Parse(string id) => nodeIds.TryParse(id, out var node)
        ? node.InternalId switch
        {
            ThreadKey thread => thread,
            MessageKey message => message.Thread,
            _ => throw Failures.IdInvalid("id"),
        }
        : throw Failures.IdInvalid("id");

    private static MessageThreadKey Parse(MessageRootInput message) => new(
        (YunxinConversationType)message.ConversationType,
        Text(message.SenderId, "senderId").ToLowerInvariant(),
        message.ConversationType == ConversationType.P2P
            ? Text(message.ReceiverId, "receiverId").ToLowerInvariant()
            : Digits(message.ReceiverId, "receiverId"),
        MessageId(message.MessageId),
        Text(message.ClientMessageId, "clientMessageId"),
        message.CreatedAt.ToUnixTimeMilliseconds());

    private static long MessageId(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Failures.BadInput("messageId", "\"messageId\" must be a positive 64-bit integer, written as a string.");

    private static string Digits(string text, string argument) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? text
            : throw Failures.BadInput(argument, $"\"{argument}\" must be an integer, written as a string.");

    private static string Text(string text, string argument) => text.Length is > 0 and <= MostCharacters
        ? text
        : throw Failures.BadInput(argument, $"\"{argument}\" must have 1 to {MostCharacters} characters, but has {text.Length}.");
}
