using System.Globalization;

namespace ThreadGraph.Sandbox.Threads;

/// <summary>The conversation that a thread belongs to.</summary>
public sealed record SandboxConversation
{
    private SandboxConversation(ConversationKind kind) => Kind = kind;

    /// <summary>Which of the four it is, and so which of the other properties count.</summary>
    public ConversationKind Kind { get; }

    /// <summary>P2P: the two accounts, in lower case; otherwise empty texts.</summary>
    public (string One, string Other) Accounts { get; private init; } = ("", "");

    /// <summary>Team and super team: its ID; otherwise 0.</summary>
    public long TeamId { get; private init; }

    /// <summary>QChat: the server (a community); otherwise 0.</summary>
    public long QChatServerId { get; private init; }

    /// <summary>QChat: the channel in it; otherwise 0.</summary>
    public long ChannelId { get; private init; }

    internal bool IsChannel => Kind == ConversationKind.Channel;

    /// <summary>A conversation between two accounts.</summary>
    public static SandboxConversation P2P(string one, string other) =>
        new(ConversationKind.P2P) { Accounts = (AccountId.Normalize(one), AccountId.Normalize(other)) };

    /// <summary>The conversation of an advanced team.</summary>
    public static SandboxConversation Team(long teamId) => new(ConversationKind.Team) { TeamId = teamId };

    /// <summary>The conversation of a super team.</summary>
    public static SandboxConversation SuperTeam(long teamId) => new(ConversationKind.SuperTeam) { TeamId = teamId };

    /// <summary>A channel of a QChat server.</summary>
    public static SandboxConversation Channel(long qchatServerId, long channelId) =>
        new(ConversationKind.Channel) { QChatServerId = qchatServerId, ChannelId = channelId };

    /// <summary>
    /// Who receives what <paramref name="senderId"/> sends: the peer, or the team's ID as decimal text.
    /// </summary>
    /// <returns>The receiver; <see langword="null"/> in a channel.</returns>
    public string? ReceiverOf(string senderId) => Kind switch
    {
        ConversationKind.P2P => senderId == Accounts.One ? Accounts.Other : Accounts.One,
        ConversationKind.Channel => null,
        _ => TeamId.ToString(CultureInfo.InvariantCulture),
    };
}
