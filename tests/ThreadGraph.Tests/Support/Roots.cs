using System.Globalization;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Tests.Support;

/// <summary>Names threads as clients do: as a <c>ThreadRootInput</c>.</summary>
internal static class Roots
{
    public static object Root(this DemoThread thread) =>
        Of(thread.Conversation, thread.SenderId, thread.ServerId, thread.ClientId, thread.CreateTimeMs);

    public static object Root(this SandboxThread thread) => Of(
        thread.Conversation, thread.Root.SenderId, thread.Root.ServerId, thread.Root.ClientId, thread.Root.TimeMs);

    /// <summary>The variables of an operation with the one variable <c>$root</c>.</summary>
    public static object Variables(this DemoThread thread) => new { root = thread.Root() };

    /// <summary>The variables of an operation with the one variable <c>$root</c>.</summary>
    public static object Variables(this SandboxThread thread) => new { root = thread.Root() };

    private static object Of(
        SandboxConversation conversation, string senderId, long messageId, string clientMessageId, long timeMs)
    {
        var id = messageId.ToString(CultureInfo.InvariantCulture);
        var createdAt = Time(timeMs);
        return conversation.Kind == ConversationKind.Channel
            ? new
            {
                channelMessage = new
                {
                    qchatServerId = conversation.QChatServerId.ToString(CultureInfo.InvariantCulture),
                    channelId = conversation.ChannelId.ToString(CultureInfo.InvariantCulture),
                    messageId = id,
                    createdAt,
                },
            }
            : new
            {
                message = new
                {
                    conversationType = conversation.Kind switch
                    {
                        ConversationKind.P2P => "P2P",
                        ConversationKind.Team => "TEAM",
                        _ => "SUPER_TEAM",
                    },
                    senderId,
                    receiverId = conversation.ReceiverOf(senderId),
                    messageId = id,
                    clientMessageId,
                    createdAt,
                },
            };
    }

    public static string Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
