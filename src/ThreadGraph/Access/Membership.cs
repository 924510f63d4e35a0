using ThreadGraph.Threads;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Access;

/// <summary>An account and what it may be a member of.</summary>
/// <param name="Account">The account, in lower case.</param>
/// <param name="TeamKind">Team or super team; none for a QChat server.</param>
/// <param name="GroupId">The team's or QChat server's ID.</param>
internal readonly record struct Membership(string Account, YunxinConversationType? TeamKind, string GroupId)
{
    /// <summary>What an account must be a member of to read a thread; nothing for one-to-one.</summary>
    public static Membership? Needed(string account, ThreadKey thread) => thread switch
    {
        MessageThreadKey { ConversationType: not YunxinConversationType.P2P } team =>
            new Membership(account, team.ConversationType, team.ReceiverId),
        ChannelThreadKey channel => new Membership(account, null, channel.QchatServerId),
        _ => null,
    };
}
