using System.Buffers.Text;
using System.Text;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>Where a thread lives.</summary>
[InterfaceType("Conversation")]
public abstract record Conversation
{
    private protected Conversation(ConversationKind kind, params ReadOnlySpan<string> parts)
    {
        Kind = kind;
        Id = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{kind}:{string.Join('|', parts)}"));
    }

    /// <summary>Opaque, for client caches: the same for all threads of one conversation.</summary>
    [GraphQLType<IdType>]
    public string Id { get; }

    /// <summary>Which kind of conversation it is.</summary>
    public ConversationKind Kind { get; }

    /// <summary>The conversation that a thread stands in.</summary>
    internal static Conversation Of(ThreadKey thread) => thread switch
    {
        MessageThreadKey { ConversationType: YunxinConversationType.P2P } p2p =>
            new DirectConversation([new Account(p2p.SenderId), new Account(p2p.ReceiverId)]),
        MessageThreadKey { ConversationType: YunxinConversationType.Team } team =>
            new TeamConversation(ConversationKind.Team, team.ReceiverId),
        MessageThreadKey superTeam => new TeamConversation(ConversationKind.SuperTeam, superTeam.ReceiverId),
        ChannelThreadKey channel => new ChannelConversation(channel.QchatServerId, channel.ChannelId),
        _ => throw new ArgumentOutOfRangeException(nameof(thread)),
    };
}

/// <summary>The kinds of conversation.</summary>
public enum ConversationKind
{
    /// <summary>Between two accounts.</summary>
    Direct,

    /// <summary>In an advanced team.</summary>
    Team,

    /// <summary>In a super team.</summary>
    SuperTeam,

    /// <summary>In a QChat channel.</summary>
    Channel,
}

/// <summary>A conversation between two accounts.</summary>
public sealed record DirectConversation : Conversation
{
    internal DirectConversation(Account[] participants)
        : base(ConversationKind.Direct, [.. participants.Select(static p => p.Id).Order(StringComparer.Ordinal)]) =>
        Participants = participants;

    /// <summary>The two accounts; the sender of the thread's root first.</summary>
    [ListSize(AssumedSize = 2)]
    public IReadOnlyList<Account> Participants { get; }
}

/// <summary>A conversation in a team or super team.</summary>
public sealed record TeamConversation : Conversation
{
    internal TeamConversation(ConversationKind kind, string teamId) : base(kind, teamId) => TeamId = teamId;

    /// <summary>The team's ID.</summary>
    [GraphQLType<IdType>]
    public string TeamId { get; }
}

/// <summary>A QChat channel.</summary>
public sealed record ChannelConversation : Conversation
{
    internal ChannelConversation(string qchatServerId, string channelId)
        : base(ConversationKind.Channel, qchatServerId, channelId)
    {
        QchatServerId = qchatServerId;
        ChannelId = channelId;
    }

    /// <summary>The QChat server that the channel belongs to: a community, not a machine.</summary>
    [GraphQLType<IdType>]
    public string QchatServerId { get; }

    /// <summary>The channel's ID.</summary>
    [GraphQLType<IdType>]
    public string ChannelId { get; }
}
