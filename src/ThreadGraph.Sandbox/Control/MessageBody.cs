using System.Globalization;
using System.Text.Json;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Control;

/// <summary>Reads the bodies that describe a new reply, a new thread, or an edit, and does what they say.</summary>
/// <remarks>
/// Every message may have <c>sender</c>, <c>text</c>, <c>time</c> (epoch ms; now), <c>serverId</c>, <c>clientId</c>,
/// <c>type</c>, <c>subType</c>, <c>clientType</c>, <c>attachment</c> (string or any JSON), <c>extension</c>,
/// <c>nick</c>, <c>status</c>, <c>receiverAccountIds</c>, <c>inclusive</c> and <c>newMemberVisible</c>. IDs are strings
/// or numbers.
/// </remarks>
internal static class MessageBody
{
    private static readonly string[] MessageNames =
    [
        "sender", "text", "time", "serverId", "clientId", "type", "subType", "clientType", "attachment", "extension",
        "nick", "status", "receiverAccountIds", "inclusive", "newMemberVisible",
    ];

    private static readonly string[] ReplyNames = ["thread", "parent", .. MessageNames];

    private static readonly string[] ThreadNames =
        ["kind", "receiver", "teamId", "qchatServerId", "channelId", .. MessageNames];

    /// <summary>
    /// A reply: <c>thread</c> (the root's server ID) is required. <c>parent</c> is the server ID of a message that is
    /// there or, for whatever else a reply may claim, an object of <c>serverId</c> (absent or 0: only the client ID is
    /// known), <c>clientId</c>, <c>sender</c> and <c>time</c>; the root when left out. <c>sender</c> is the root's.
    /// </summary>
    /// <exception cref="ArgumentException">Something in the body is wrong; the message says what.</exception>
    public static SandboxMessage AddReply(SandboxStore store, JsonElement body)
    {
        var fields = new JsonFields(body, ReplyNames);
        var rootId = fields.RequiredId("thread", "the root's server ID");
        var thread = store.FindThread(rootId)
            ?? throw new ArgumentException($"There is no thread with the root \"{rootId}\".");
        var reply = Message(store, fields, Sender(store, thread, fields)) with { Parent = Parent(thread, fields) };
        return reply.TimeMs >= thread.Root.TimeMs
            ? thread.AddReply(reply)
            : throw new ArgumentException($"\"time\" must not be before the root's, {thread.Root.TimeMs}.");
    }

    /// <summary>
    /// A thread by its root: <c>kind</c> and <c>sender</c> are required, and <c>receiver</c> (P2P), <c>teamId</c>
    /// (Team, SuperTeam) or <c>qchatServerId</c> and <c>channelId</c> (Channel).
    /// </summary>
    /// <exception cref="ArgumentException">Something in the body is wrong; the message says what.</exception>
    public static SandboxMessage AddThread(SandboxStore store, JsonElement body)
    {
        var fields = new JsonFields(body, ThreadNames);
        var kind = fields.Member<ConversationKind>("kind")
            ?? throw new ArgumentException("\"kind\" is required: P2P, Team, SuperTeam or Channel.");
        var sender = RequiredAccount(fields, "sender");
        var conversation = kind switch
        {
            ConversationKind.P2P => SandboxConversation.P2P(sender, RequiredAccount(fields, "receiver")),
            ConversationKind.Team => SandboxConversation.Team(fields.RequiredId("teamId", "the team's ID")),
            ConversationKind.SuperTeam => SandboxConversation.SuperTeam(fields.RequiredId("teamId", "the team's ID")),
            _ => SandboxConversation.Channel(
                fields.RequiredId("qchatServerId", "the QChat server's ID"),
                fields.RequiredId("channelId", "the channel's ID")),
        };
        return store.AddThread(conversation, Message(store, fields, sender)).Root;
    }

    /// <summary>An edit: <c>text</c> and <c>editor</c> (the sender), both optional.</summary>
    /// <returns>False when there is no such message.</returns>
    /// <exception cref="ArgumentException">Something in the body is wrong; the message says what.</exception>
    public static bool Edit(SandboxStore store, long serverId, JsonElement body)
    {
        var fields = new JsonFields(body, "text", "editor");
        return store.Edit(serverId, fields.Text("text"), fields.Account("editor"));
    }

    private static SandboxMessage Message(SandboxStore store, JsonFields fields, string sender)
    {
        var serverId = fields.Id("serverId") ?? store.NextServerId();
        return new SandboxMessage
        {
            ServerId = serverId,
            ClientId = fields.Text("clientId") ?? $"sandbox-{serverId.ToString(CultureInfo.InvariantCulture)}",
            SenderId = sender,
            TimeMs = fields.Number("time") ?? store.NowMs,
            Type = fields.Int("type") ?? 0,
            SubType = fields.Int("subType"),
            ClientType = fields.Int("clientType") ?? 16,
            SenderNick = fields.Text("nick"),
            Text = fields.Text("text"),
            Attachment = Attachment(fields),
            Extension = fields.Text("extension"),
            Status = fields.Int("status") ?? 0,
            ReceiverAccountIds = fields.Accounts("receiverAccountIds"),
            Inclusive = fields.Flag("inclusive"),
            NewMemberVisible = fields.Flag("newMemberVisible"),
        };
    }

    private static MessageReference? Parent(SandboxThread thread, JsonFields fields)
    {
        if (fields.Value("parent") is { ValueKind: JsonValueKind.Object } claimed)
        {
            var parent = new JsonFields(claimed, "serverId", "clientId", "sender", "time");
            var serverId = parent.Id("serverId");
            return new MessageReference(
                serverId ?? 0,
                parent.Text("clientId") ?? "",
                parent.Account("sender") ?? "",
                parent.Number("time") ?? 0)
            {
                OmitsServerId = serverId is null,
            };
        }

        if (fields.Id("parent") is not { } parentId || parentId == thread.Root.ServerId)
        {
            return null;
        }

        return thread.Replies.FirstOrDefault(reply => reply.ServerId == parentId)?.ToReference()
            ?? throw new ArgumentException($"\"parent\" is \"{parentId}\", which is not in this thread.");
    }

    private static string Sender(SandboxStore store, SandboxThread thread, JsonFields fields)
    {
        var sender = fields.Account("sender") ?? thread.Root.SenderId;
        var (one, other) = thread.Conversation.Accounts;
        if (thread.Conversation.Kind == ConversationKind.P2P && sender != one && sender != other)
        {
            throw new ArgumentException($"\"sender\" must be \"{one}\" or \"{other}\" in this conversation.");
        }

        return store.HasAccount(sender)
            ? sender
            : throw new ArgumentException($"\"sender\" is \"{sender}\", which is no known account.");
    }

    private static string RequiredAccount(JsonFields fields, string name) =>
        fields.Account(name) ?? throw new ArgumentException($"\"{name}\" is required: an account.");

    private static string? Attachment(JsonFields fields) => fields.Value("attachment") switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } json => json.GetRawText(),
    };
}
