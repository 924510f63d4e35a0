using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Demo;

public sealed class DemoThreadsTests
{
    private readonly SandboxStore _store = DemoData.CreateStore(new ManualTime());

    [Fact]
    public void Catalogue_never_changes() =>
        string.Join('\n', DemoThreads.All.Select(Line)).ShouldBe("""
            seven-levels P2P alice>bob 158844553001000001 1748822400037 21
            tree-250 P2P bob>alice 158844553002000001 1748908800074 250
            tree-5000 P2P alice>carol 158844553003000001 1748995200111 5000
            gaps P2P alice>dave 158844553004000001 1749081600148 12
            same-millisecond P2P carol>alice 158844553005000001 1749168000185 160
            attachments P2P bob>alice 158844553006000001 1749254400222 20
            unknown-types P2P dave>alice 158844553007000001 1749340800259 14
            unicode P2P 张伟>alice 158844553008000001 1749427200296 10
            no-replies P2P erin>alice 158844553009000001 1749513600333 0
            bob-and-carol P2P bob>carol 158844553010000001 1749600000370 6
            team Team alice>4100200300 158844553011000001 1749686400407 18
            super-team SuperTeam bob>5100200300 158844553012000001 1749772800444 40
            channel-nested Channel 1513535/301 carol 8001 1749859200481 26
            channel-300 Channel 1513535/302 bob 158844553014000001 1749945600518 300
            channel-same-millisecond Channel 1513535/302 alice 158844553015000001 1750032000555 160
            channel-no-replies Channel 1513535/301 dave 9001 1750118400592 0
            private-channel Channel 1513535/303 bob 158844553017000001 1750204800629 4
            inbox-01 P2P alice>bob 158844553018000001 1750291200666 1
            inbox-02 P2P carol>alice 158844553019000001 1750377600703 2
            inbox-03 P2P dave>alice 158844553020000001 1750464000740 3
            inbox-04 P2P alice>erin 158844553021000001 1750550400777 4
            inbox-05 P2P 张伟>alice 158844553022000001 1750636800814 5
            inbox-06 P2P mallory.o>alice 158844553023000001 1750723200851 6
            inbox-07 P2P alice>bob 158844553024000001 1750809600888 7
            inbox-08 P2P carol>alice 158844553025000001 1750896000925 8
            inbox-09 P2P dave>alice 158844553026000001 1750982400962 1
            inbox-10 P2P alice>erin 158844553027000001 1751068800999 2
            inbox-11 P2P 张伟>alice 158844553028000001 1751155201036 3
            inbox-12 P2P mallory.o>alice 158844553029000001 1751241601073 4
            inbox-13 P2P alice>bob 158844553030000001 1751328001110 5
            inbox-14 P2P carol>alice 158844553031000001 1751414401147 6
            inbox-15 P2P dave>alice 158844553032000001 1751500801184 7
            inbox-16 P2P alice>erin 158844553033000001 1751587201221 8
            inbox-17 P2P 张伟>alice 158844553034000001 1751673601258 1
            inbox-18 P2P mallory.o>alice 158844553035000001 1751760001295 2
            inbox-19 P2P alice>bob 158844553036000001 1751846401332 3
            inbox-20 P2P carol>alice 158844553037000001 1751932801369 4
            inbox-21 P2P dave>alice 158844553038000001 1752019201406 5
            inbox-22 P2P alice>erin 158844553039000001 1752105601443 6
            inbox-23 P2P 张伟>alice 158844553040000001 1752192001480 7
            inbox-24 P2P mallory.o>alice 158844553041000001 1752278401517 8
            others-team Team bob>4100200301 158844553042000001 1752364801554 5
            others-server Channel 1513536/401 dave 158844553043000001 1752451201591 5
            """, StringCompareShould.IgnoreLineEndings);

    [Fact]
    public void Ids_times_and_parents_never_change()
    {
        var text = new StringBuilder();
        foreach (var reply in DemoThreads.All.SelectMany(Replies))
        {
            text.Append(CultureInfo.InvariantCulture, $"{reply.ServerId} {reply.ClientId} {reply.SenderId} ");
            text.Append(CultureInfo.InvariantCulture, $"{reply.TimeMs} {reply.Parent!.ServerId}\n");
        }

        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))
            .ShouldBe("c6eb914acc4315d99c5152710fe24ee311ba3e30e593de990535f8dc6e51688d");
    }

    [Fact]
    public void Reply_counts_of_the_catalogue_are_true() =>
        DemoThreads.All.ShouldAllBe(thread => Replies(thread).Count == thread.ReplyCount);

    [Theory]
    [InlineData("seven-levels", 7)]
    [InlineData("tree-250", 8)]
    [InlineData("tree-5000", 9)]
    [InlineData("channel-nested", 5)]
    [InlineData("channel-300", 7)]
    [InlineData("team", 4)]
    [InlineData("super-team", 5)]
    public void Tree_is_as_deep_as_it_says(string name, int levels)
    {
        var thread = DemoThreads.All.Single(demo => demo.Name == name);
        var depths = new Dictionary<long, int> { [thread.ServerId] = 0 };
        foreach (var reply in Replies(thread).OrderBy(reply => reply.ServerId))
        {
            depths[reply.ServerId] = depths[reply.Parent!.ServerId] + 1;
        }

        depths.Values.Max().ShouldBe(levels);
    }

    [Theory]
    [InlineData("same-millisecond")]
    [InlineData("channel-same-millisecond")]
    public void A_hundred_and_fifty_replies_share_one_millisecond(string name)
    {
        var thread = DemoThreads.All.Single(demo => demo.Name == name);

        Replies(thread).GroupBy(reply => reply.TimeMs).Select(group => group.Count())
            .ShouldBe([1, 1, 1, 1, 1, 150, 1, 1, 1, 1, 1]);
    }

    [Fact]
    public void Gaps_hold_orphans_and_edits()
    {
        var replies = Replies(DemoThreads.Gaps);
        var known = replies.Select(reply => reply.ServerId).Append(DemoThreads.Gaps.ServerId).ToHashSet();

        replies.Count(reply => !known.Contains(reply.Parent!.ServerId)).ShouldBe(4);
        replies.Select(reply => reply.ModifiedBy).Where(account => account is not null).ShouldBe(["dave", "erin"]);
    }

    [Fact]
    public void Channel_thread_holds_every_status_and_the_old_content()
    {
        var replies = Replies(DemoThreads.ChannelNested);

        replies.Select(reply => reply.Status).Distinct().Order().ShouldBe([0, 1, 2, 7, 10_001]);
        replies.Where(reply => reply.Status is 1 or 2).ShouldAllBe(reply => reply.Text != null);
        replies.ShouldContain(reply => reply.SenderNick == "Alice 🌱");
    }

    [Fact]
    public void Team_thread_holds_directed_messages_of_both_senses() =>
        Replies(DemoThreads.Team).Where(reply => reply.ReceiverAccountIds is not null)
            .Select(reply => (reply.Inclusive, string.Join(',', reply.ReceiverAccountIds!)))
            .ShouldBe([(true, "bob,carol"), (false, "dave")]);

    [Fact]
    public void Attachments_cover_every_message_type_that_has_one() =>
        Replies(DemoThreads.Attachments).Select(reply => reply.Type).Distinct().Order()
            .ShouldBe([1, 2, 3, 4, 5, 6, 10, 12, 100]);

    [Fact]
    public void Names_and_server_ids_are_unique()
    {
        DemoThreads.All.Select(thread => thread.Name).ShouldBeUnique();
        DemoThreads.All.SelectMany(thread => Replies(thread).Select(reply => reply.ServerId).Append(thread.ServerId))
            .ShouldBeUnique();
    }

    private static string Line(DemoThread thread) => string.Create(
        CultureInfo.InvariantCulture,
        $"{thread.Name} {Place(thread)} {thread.ServerId} {thread.CreateTimeMs} {thread.ReplyCount}");

    private static string Place(DemoThread thread) => thread.Conversation.Kind == ConversationKind.Channel
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"Channel {thread.Conversation.QChatServerId}/{thread.Conversation.ChannelId} {thread.SenderId}")
        : $"{thread.Conversation.Kind} {thread.SenderId}>{thread.ReceiverId}";

    private IReadOnlyList<SandboxMessage> Replies(DemoThread thread) => _store.FindThread(thread.ServerId)!.Replies;
}
