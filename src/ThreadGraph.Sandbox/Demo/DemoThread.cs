using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Demo;

/// <summary>How a demo thread is named to the upstream, and how much it holds; the same in every run.</summary>
/// <param name="Name">A short name; it is the root's client ID too.</param>
/// <param name="Conversation">Where it lives; for QChat with server and channel.</param>
/// <param name="SenderId">The root's sender.</param>
/// <param name="ServerId">The root's server ID.</param>
/// <param name="CreateTimeMs">The root's send time, in epoch milliseconds.</param>
/// <param name="ReplyCount">The replies that the upstream counts as <c>total</c>, before anything is added.</param>
public sealed record DemoThread(
    string Name, SandboxConversation Conversation, string SenderId, long ServerId, long CreateTimeMs, int ReplyCount)
{
    /// <summary>The root's client ID.</summary>
    public string ClientId => Name;

    /// <summary>The peer, or the team's ID as decimal text; <see langword="null"/> in a channel.</summary>
    public string? ReceiverId => Conversation.ReceiverOf(SenderId);
}
