using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Upstream;

/// <summary>Makes a page look as if it were another thread's: other IDs, other texts, another root.</summary>
internal static class ForeignThread
{
    private const long Distance = 500_000;
    private const string Text = "Of another thread.";

    public static (ThreadSnapshot Thread, ReplyPage Page) Of(
        SandboxThread thread, ThreadSnapshot snapshot, ReplyPage page)
    {
        var root = Foreign(thread.Root) with { Parent = null };
        var reference = root.ToReference();
        var replies = Array.ConvertAll(page.Replies, reply => new StoredMessage(
            thread.Conversation, Foreign(reply.Message) with { Parent = reference }, reference));
        return (
            snapshot with { Root = new StoredMessage(thread.Conversation, root, root: null) },
            page with { Replies = replies });
    }

    private static SandboxMessage Foreign(SandboxMessage message) => message with
    {
        ServerId = message.ServerId + Distance,
        ClientId = $"foreign-{message.ClientId}",
        Text = Text,
        Attachment = null,
    };
}
