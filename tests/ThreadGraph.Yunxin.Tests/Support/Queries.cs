namespace ThreadGraph.Yunxin.Tests.Support;

/// <summary>A plain query for each endpoint; tests change what they are about.</summary>
internal static class Queries
{
    public static ThreadMessagesQuery ThreadMessages { get; } = new()
    {
        ConversationType = YunxinConversationType.P2P,
        SenderId = "alice",
        ReceiverId = "bob",
        MessageServerId = 158844553334358018,
        MessageClientId = "c-1",
        CreateTimeMs = 1753951800000,
        OperatorId = "carol",
        BeginTimeMs = 1753951800000,
        EndTimeMs = 1754000000000,
        Limit = 20,
        OldestFirst = true,
    };

    public static ThreadTalkHistoryQuery ThreadTalkHistory { get; } = new()
    {
        ServerId = "1513535",
        ChannelId = "123",
        MsgIdServer = 158844553334358018,
        MsgTimeMs = 1650284147467,
        AccId = "carol",
        FromTimeMs = 0,
        Limit = 2,
        OldestFirst = false,
    };

    public static ThreadTalkMetaQuery ThreadTalkMeta { get; } = new()
    {
        ServerId = "1513535",
        ChannelId = "123",
        AccId = "carol",
        Messages = [new(158844553334358018, 1650284147467), new(9007199254740993, 1650284147468)],
    };

    public static TeamMemberQuery TeamMember { get; } = new()
    {
        AccountId = "carol",
        ConversationType = YunxinConversationType.SuperTeam,
        TeamId = "9007199254740993",
        MessageServerId = 158844553334358018,
        CreateTimeMs = 1753951800000,
    };

    public static JoinedTeamsQuery JoinedTeams { get; } = new()
    {
        AccountId = "carol@example.org",
        ConversationType = YunxinConversationType.Team,
    };

    public static ServerMemberQuery ServerMember { get; } = new() { AccId = "carol", ServerId = "1513535" };
}
