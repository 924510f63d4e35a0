namespace ThreadGraph.Sandbox;

/// <summary>The upstream's APIs that the sandbox serves; each has a quota and a count of its own.</summary>
public enum SandboxApi
{
    /// <summary>IM, <c>thread_messages</c>: the replies of a thread.</summary>
    ThreadMessages,

    /// <summary>QChat, <c>queryThreadTalkHistory</c>: the replies of a thread.</summary>
    QueryThreadTalkHistory,

    /// <summary>QChat, <c>batchQueryThreadTalkMeta</c>: the reply counts of many roots of one channel.</summary>
    BatchQueryThreadTalkMeta,

    /// <summary>IM, one message of a conversation; it also tells whether an account is a team's member.</summary>
    SingleMessage,

    /// <summary>IM, <c>joined_teams</c>: the teams of an account.</summary>
    JoinedTeams,

    /// <summary>IM, <c>list_members</c>: the members of a team.</summary>
    ListMembers,

    /// <summary>QChat, <c>getServerMemberListPage</c>: the members of a server.</summary>
    GetServerMemberListPage,
}
