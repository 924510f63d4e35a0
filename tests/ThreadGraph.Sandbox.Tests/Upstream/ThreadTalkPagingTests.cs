using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Upstream;

public sealed class ThreadTalkPagingTests
{
    private static readonly DemoThread Thread =
        new("c-0", SandboxConversation.Channel(7, 8), "alice", 1000, 2_000, 8);

    [Theory]
    [InlineData("channel-same-millisecond", 7, 23)]
    [InlineData("channel-same-millisecond", 50, 4)]
    [InlineData("channel-same-millisecond", 80, 3)]
    [InlineData("channel-300", 100, 4)]
    public async Task Both_directions_read_every_reply_once(string name, int limit, int pageCount)
    {
        await using var caller = await Caller.StartAsync();
        var thread = DemoThreads.All.Single(demo => demo.Name == name);
        var expected = caller.Store.FindThread(thread.ServerId)!.Replies.Select(r => (r.TimeMs, r.ServerId)).ToList();
        Dictionary<string, string> form = new(Caller.Form(thread)) { ["limit"] = Caller.Digits(limit) };

        var oldestFirst = await Walk.Talk(caller, form);
        form["reverse"] = "false";
        var newestFirst = await Walk.Talk(caller, form);

        oldestFirst.Count.ShouldBe(pageCount);
        oldestFirst.Flat().ShouldBe(expected);
        oldestFirst.ShouldAllBe(page => page.Total == thread.ReplyCount);
        newestFirst.Count.ShouldBe(pageCount);
        newestFirst.Flat().ShouldBe(Enumerable.Reverse(expected));
        caller.Store.Calls.QueryThreadTalkHistory.ShouldBe(2 * pageCount);
    }

    [Fact]
    public async Task Defaults_are_newest_first_a_hundred_from_the_beginning_until_now()
    {
        await using var caller = await Caller.StartAsync();
        var thread = DemoThreads.Channel300;
        var all = caller.Store.FindThread(thread.ServerId)!.Replies.Select(reply => (reply.TimeMs, reply.ServerId));
        var form = Caller.Form(thread);
        form.Remove("limit");
        form.Remove("reverse");

        (await Walk.TalkPage(caller, form)).Replies.ShouldBe(all.Reverse().Take(100));
        caller.Time.NowMs = thread.CreateTimeMs;
        (await Walk.TalkPage(caller, form)).Replies.ShouldBeEmpty();
    }

    // The replies of "Eight": 1001 at 2001, then 1002 to 1007 all at 2005, then 1008 at 2010.
    [Theory]
    [InlineData("true", "fromTime", 2005, null, "1002 1003 1004 1005 1006 1007 1008")]
    [InlineData("true", "fromTime", 2005, 1004, "1005 1006 1007 1008")]
    [InlineData("true", "fromTime", 2005, 1007, "1008")]
    [InlineData("true", "fromTime", 2005, 1008, "1002 1003 1004 1005 1006 1007 1008")]
    [InlineData("true", "fromTime", 2005, 999999, "1002 1003 1004 1005 1006 1007 1008")]
    [InlineData("false", "toTime", 2005, null, "1007 1006 1005 1004 1003 1002 1001")]
    [InlineData("false", "toTime", 2005, 1004, "1003 1002 1001")]
    [InlineData("false", "toTime", 2005, 1002, "1001")]
    [InlineData("false", "toTime", 2001, 1001, "")]
    public async Task Anchor_is_a_position_in_its_millisecond(
        string reverse, string bound, int timeMs, int? anchor, string expected) =>
        (await Read(QChatAnchor.Position, reverse, bound, timeMs, anchor)).ShouldBe(expected);

    [Theory]
    [InlineData("true", "fromTime", 2005, 1004, "1002 1003 1005 1006 1007 1008")]
    [InlineData("true", "fromTime", 2005, 1002, "1003 1004 1005 1006 1007 1008")]
    [InlineData("false", "toTime", 2005, 1004, "1007 1006 1005 1003 1002 1001")]
    [InlineData("false", "toTime", 2001, 1001, "")]
    public async Task Anchor_can_be_read_as_one_message_only(
        string reverse, string bound, int timeMs, int? anchor, string expected) =>
        (await Read(QChatAnchor.SingleMessage, reverse, bound, timeMs, anchor)).ShouldBe(expected);

    [Theory]
    [InlineData(QChatAnchor.Position)]
    [InlineData(QChatAnchor.SingleMessage)]
    public async Task Anchor_does_not_count_towards_the_limit(QChatAnchor meaning)
    {
        await using var caller = await Caller.StartAsync(new SandboxOptions { Anchor = meaning }, Eight);
        Dictionary<string, string> form = new(Caller.Form(Thread))
        {
            ["fromTime"] = "2001",
            ["excludeMsgId"] = "1001",
            ["limit"] = "2",
        };

        (await Walk.TalkPage(caller, form)).Replies.ShouldBe([(2005, 1002), (2005, 1003)]);
    }

    [Fact]
    public async Task Replies_added_and_recalled_between_two_pages_leave_no_gap_and_no_duplicate()
    {
        await using var caller = await Caller.StartAsync(fill: Eight);
        Dictionary<string, string> form = new(Caller.Form(Thread)) { ["limit"] = "3" };
        (await Walk.TalkPage(caller, form)).Replies.ShouldBe([(2001, 1001), (2005, 1002), (2005, 1003)]);

        caller.Store.Recall(1003).ShouldBeTrue();
        caller.Store.FindThread(1000)!.AddReplies([Made.Message(500, "bob", 2_001), Made.Message(501, "bob", 2_005)]);
        Dictionary<string, string> next = new(form)
        {
            ["fromTime"] = "2005",
            ["excludeMsgId"] = "1003",
            ["limit"] = "100",
        };

        var page = await Walk.TalkPage(caller, next);

        page.Replies.Select(reply => reply.ServerId).ShouldBe([1004, 1005, 1006, 1007, 1501, 1008]);
        page.Total.ShouldBe(10);
    }

    private static async Task<string> Read(
        QChatAnchor meaning, string reverse, string bound, int timeMs, int? anchor)
    {
        await using var caller = await Caller.StartAsync(new SandboxOptions { Anchor = meaning }, Eight);
        Dictionary<string, string> form = new(Caller.Form(Thread))
        {
            ["reverse"] = reverse,
            [bound] = Caller.Digits(timeMs),
        };
        if (anchor is { } id)
        {
            form["excludeMsgId"] = Caller.Digits(id);
        }

        return string.Join(' ', (await Walk.TalkPage(caller, form)).Replies.Select(reply => reply.ServerId));
    }

    private static void Eight(SandboxStore store)
    {
        int[] shuffled = [5, 2, 7, 3, 6, 4];
        store.AddThread(Thread.Conversation, Made.Message(0, "alice", 2_000)).AddReplies(
        [
            Made.Message(8, "bob", 2_010),
            .. shuffled.Select(number => Made.Message(number, "bob", 2_005)),
            Made.Message(1, "bob", 2_001),
        ]);
    }
}
