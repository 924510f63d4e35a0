using System.Globalization;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Demo;

/// <summary>The catalogue of the demo threads. The demo account is <c>alice</c>.</summary>
public static class DemoThreads
{
    /// <summary>2025-06-01T00:00:00Z; the threads start a day apart.</summary>
    private const long FirstDayMs = 1_748_736_000_000;

    private const long DayMs = 86_400_000;

    /// <summary>alice and bob: a chain of seven levels, each with side branches.</summary>
    public static DemoThread SevenLevels { get; } = P2P(1, "seven-levels", "alice", "bob", 21);

    /// <summary>alice and bob: 250 replies in a grown tree, up to 8 levels deep.</summary>
    public static DemoThread Tree250 { get; } = P2P(2, "tree-250", "bob", "alice", 250);

    /// <summary>alice and carol: 5,000 replies, up to 9 levels deep.</summary>
    public static DemoThread Tree5000 { get; } = P2P(3, "tree-5000", "alice", "carol", 5000);

    /// <summary>
    /// alice and dave: parents that were recalled or deleted, edited replies, orphans at several depths.
    /// </summary>
    public static DemoThread Gaps { get; } = P2P(4, "gaps", "alice", "dave", 12);

    /// <summary>alice and carol: 150 replies share one millisecond, five come before them and five after.</summary>
    public static DemoThread SameMillisecond { get; } = P2P(5, "same-millisecond", "carol", "alice", 160);

    /// <summary>
    /// alice and bob: every kind of attachment, in the wire's spelling and in that of the REST examples.
    /// </summary>
    public static DemoThread Attachments { get; } = P2P(6, "attachments", "bob", "alice", 20);

    /// <summary>alice and dave: message types and client types, the unknown ones among them.</summary>
    public static DemoThread UnknownTypes { get; } = P2P(7, "unknown-types", "dave", "alice", 14);

    /// <summary>alice and 张伟: CJK text, emoji, right-to-left text, and what JSON must escape.</summary>
    public static DemoThread Unicode { get; } = P2P(8, "unicode", "张伟", "alice", 10);

    /// <summary>alice and erin: a root that nobody answered.</summary>
    public static DemoThread NoReplies { get; } = P2P(9, "no-replies", "erin", "alice", 0);

    /// <summary>bob and carol: alice is not party to it.</summary>
    public static DemoThread BobAndCarol { get; } = P2P(10, "bob-and-carol", "bob", "carol", 6);

    /// <summary>
    /// Advanced team 4100200300: two of its replies are directed, one to bob and carol, one to all but dave.
    /// </summary>
    public static DemoThread Team { get; } =
        New(11, "team", SandboxConversation.Team(4_100_200_300), "alice", 18);

    /// <summary>Super team 5100200300.</summary>
    public static DemoThread SuperTeam { get; } =
        New(12, "super-team", SandboxConversation.SuperTeam(5_100_200_300), "bob", 40);

    /// <summary>QChat, small IDs: five levels, nicks, attachments, own status, recalled and deleted replies.</summary>
    public static DemoThread ChannelNested { get; } = Channel(13, "channel-nested", 301, "carol", 8_001, 26);

    /// <summary>QChat, IDs beyond 2^53: 300 replies.</summary>
    public static DemoThread Channel300 { get; } = Channel(14, "channel-300", 302, "bob", BigId(14), 300);

    /// <summary>QChat: 150 replies share one millisecond, five come before them and five after.</summary>
    public static DemoThread ChannelSameMillisecond { get; } =
        Channel(15, "channel-same-millisecond", 302, "alice", BigId(15), 160);

    /// <summary>QChat: a root that nobody answered.</summary>
    public static DemoThread ChannelNoReplies { get; } = Channel(16, "channel-no-replies", 301, "dave", 9_001, 0);

    /// <summary>QChat: a channel of bob and carol; in alice's name the upstream answers 403.</summary>
    public static DemoThread PrivateChannel { get; } = Channel(17, "private-channel", 303, "bob", BigId(17), 4);

    /// <summary>24 small threads between alice and others, of 1 to 8 replies.</summary>
    public static IReadOnlyList<DemoThread> Inbox { get; } = [.. Enumerable.Range(0, 24).Select(InboxThread)];

    /// <summary>Advanced team 4100200301 of bob and carol: alice is no member.</summary>
    public static DemoThread OthersTeam { get; } =
        New(42, "others-team", SandboxConversation.Team(4_100_200_301), "bob", 5);

    /// <summary>
    /// QChat server 1513536 of bob and dave: alice is no member, but the channel's threads are not closed to her.
    /// </summary>
    public static DemoThread OthersServer { get; } =
        New(43, "others-server", SandboxConversation.Channel(1_513_536, 401), "dave", 5);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DemoThread> All { get; } =
    [
        SevenLevels, Tree250, Tree5000, Gaps, SameMillisecond, Attachments, UnknownTypes, Unicode, NoReplies,
        BobAndCarol, Team, SuperTeam, ChannelNested, Channel300, ChannelSameMillisecond, ChannelNoReplies,
        PrivateChannel, .. Inbox, OthersTeam, OthersServer,
    ];

    private static DemoThread InboxThread(int index)
    {
        string[] peers = ["bob", "carol", "dave", "erin", "张伟", "mallory.o"];
        var peer = peers[index % peers.Length];
        var name = string.Create(CultureInfo.InvariantCulture, $"inbox-{index + 1:00}");
        return index % 3 == 0
            ? P2P(18 + index, name, "alice", peer, 1 + (index % 8))
            : P2P(18 + index, name, peer, "alice", 1 + (index % 8));
    }

    private static DemoThread P2P(int number, string name, string sender, string receiver, int replyCount) =>
        New(number, name, SandboxConversation.P2P(sender, receiver), sender, replyCount);

    private static DemoThread New(
        int number, string name, SandboxConversation conversation, string sender, int replyCount) =>
        new(name, conversation, sender, BigId(number), StartMs(number), replyCount);

    private static DemoThread Channel(
        int number, string name, long channelId, string sender, long serverId, int replyCount)
    {
        var conversation = SandboxConversation.Channel(1_513_535, channelId);
        return new DemoThread(name, conversation, sender, serverId, StartMs(number), replyCount);
    }

    /// <summary>Far beyond 2^53, where neighbouring IDs fall on the same double.</summary>
    private static long BigId(int number) => 158_844_553_000_000_001 + (number * 1_000_000L);

    private static long StartMs(int number) => FirstDayMs + (number * DayMs) + (number * 37);
}
