using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Upstream;

public sealed class ThreadMessagesPagingTests : IAsyncLifetime
{
    private Caller _caller = null!;

    public async Task InitializeAsync() => _caller = await Caller.StartAsync();

    public async Task DisposeAsync() => await _caller.DisposeAsync();

    [Theory]
    [InlineData("same-millisecond", 7, 23)]
    [InlineData("same-millisecond", 50, 4)]
    [InlineData("same-millisecond", 80, 2)]
    [InlineData("tree-250", 100, 3)]
    [InlineData("tree-5000", 100, 50)]
    public async Task Both_directions_read_every_reply_once(string name, int limit, int pageCount)
    {
        var thread = DemoThreads.All.Single(demo => demo.Name == name);
        var expected = _caller.Store.FindThread(thread.ServerId)!.Replies.Select(r => (r.TimeMs, r.ServerId)).ToList();
        var parameters = _caller.Parameters(thread);
        parameters["limit"] = Caller.Digits(limit);

        var oldestFirst = await Walk.Messages(_caller, parameters);
        parameters["descending"] = "false";
        var newestFirst = await Walk.Messages(_caller, parameters);

        oldestFirst.Count.ShouldBe(pageCount);
        oldestFirst.Flat().ShouldBe(expected);
        oldestFirst.ShouldAllBe(page => page.Total == thread.ReplyCount);
        newestFirst.Count.ShouldBe(pageCount);
        newestFirst.Flat().ShouldBe(Enumerable.Reverse(expected));
        _caller.Store.Calls.ThreadMessages.ShouldBe(2 * pageCount);
    }

    [Fact]
    public async Task Without_descending_the_newest_comes_first()
    {
        var parameters = _caller.Parameters(DemoThreads.SevenLevels);
        parameters["descending"] = "false";
        var newestFirst = (await Walk.Messages(_caller, parameters)).Flat();
        parameters.Remove("descending");

        (await Walk.Messages(_caller, parameters)).Flat().ShouldBe(newestFirst);
    }

    [Fact]
    public async Task Both_bounds_of_the_window_are_inclusive()
    {
        await using var caller = await Caller.StartAsync(fill: Ten);
        Dictionary<string, string> parameters = new(caller.Parameters(TenThread))
        {
            ["begin_time"] = "2003",
            ["end_time"] = "2005",
        };

        (await Walk.Messages(caller, parameters)).Flat().ShouldBe([(2003, 1003), (2004, 1004), (2005, 1005)]);
        parameters["end_time"] = "2003";
        (await Walk.Messages(caller, parameters)).Flat().ShouldBe([(2003, 1003)]);
        (parameters["begin_time"], parameters["end_time"]) = ("3000", "9223372036854775807");
        (await Walk.Messages(caller, parameters)).Flat().ShouldBeEmpty();
    }

    [Fact]
    public async Task Last_full_page_has_no_more_and_no_token()
    {
        await using var caller = await Caller.StartAsync(fill: Ten);
        Dictionary<string, string> parameters = new(caller.Parameters(TenThread)) { ["limit"] = "5" };

        var pages = await Walk.Messages(caller, parameters);

        pages.Select(page => (page.Replies.Count, page.HasMore, page.NextToken is null))
            .ShouldBe([(5, true, false), (5, false, true)]);
    }

    [Fact]
    public async Task Page_size_may_change_in_the_middle_of_a_chain()
    {
        await using var caller = await Caller.StartAsync(fill: Ten);
        Dictionary<string, string> parameters = new(caller.Parameters(TenThread)) { ["limit"] = "3" };
        var first = await Walk.MessagesPage(caller, parameters, token: null);
        parameters["limit"] = "100";

        var rest = await Walk.MessagesPage(caller, parameters, first.NextToken);

        rest.Replies.Select(reply => reply.ServerId).ShouldBe([1004, 1005, 1006, 1007, 1008, 1009, 1010]);
    }

    [Theory]
    [InlineData("begin_time", "2001")]
    [InlineData("end_time", "2999")]
    [InlineData("descending", "false")]
    [InlineData("operator_id", "bob")]
    public async Task Token_of_other_parameters_is_refused_with_414(string name, string value)
    {
        await using var caller = await Caller.StartAsync(fill: Ten);
        Dictionary<string, string> parameters = new(caller.Parameters(TenThread)) { ["limit"] = "3" };
        var first = await Walk.MessagesPage(caller, parameters, token: null);
        parameters["page_token"] = first.NextToken!;
        (await caller.Messages(parameters)).Code().ShouldBe(200);
        parameters[name] = value;

        (await caller.Messages(parameters)).ShouldBeJson("""
            { "code": 414, "msg": "\"page_token\" is damaged or belongs to other parameters.", "data": {} }
            """);
    }

    [Fact]
    public async Task Token_of_another_thread_is_refused_with_414()
    {
        Dictionary<string, string> One(DemoThread thread) =>
            new(_caller.Parameters(thread)) { ["limit"] = "3", ["begin_time"] = "0" };
        var first = await Walk.MessagesPage(_caller, One(DemoThreads.SevenLevels), token: null);

        (await _caller.Messages(new(One(DemoThreads.Tree5000)) { ["page_token"] = first.NextToken! }))
            .Code().ShouldBe(414);
    }

    [Fact]
    public async Task Token_with_any_character_changed_is_refused_with_414()
    {
        Dictionary<string, string> parameters = new(_caller.Parameters(DemoThreads.SevenLevels)) { ["limit"] = "3" };
        var token = (await Walk.MessagesPage(_caller, parameters, token: null)).NextToken!;

        for (var index = 0; index < token.Length; index++)
        {
            var other = token[index] == 'x' ? 'y' : 'x';
            parameters["page_token"] = $"{token[..index]}{other}{token[(index + 1)..]}";
            (await _caller.Messages(parameters)).Code().ShouldBe(414, $"index {index}");
        }

        parameters["page_token"] = token + "A";
        (await _caller.Messages(parameters)).Code().ShouldBe(414);
        parameters["page_token"] = token[..^1] + "\u4e2d";
        (await _caller.Messages(parameters)).Code().ShouldBe(414);
    }

    [Fact]
    public async Task Token_is_good_on_another_server_with_the_same_secret()
    {
        Dictionary<string, string> parameters = new(_caller.Parameters(DemoThreads.SevenLevels)) { ["limit"] = "20" };
        var first = await Walk.MessagesPage(_caller, parameters, token: null);
        await using var other = await Caller.StartAsync();

        (await Walk.MessagesPage(other, parameters, first.NextToken)).Replies.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Replies_added_and_recalled_between_two_pages_leave_no_gap_and_no_duplicate()
    {
        await using var caller = await Caller.StartAsync(fill: Ten);
        Dictionary<string, string> parameters = new(caller.Parameters(TenThread)) { ["limit"] = "4" };
        var first = await Walk.MessagesPage(caller, parameters, token: null);
        first.Replies.Select(reply => reply.ServerId).ShouldBe([1001, 1002, 1003, 1004]);

        caller.Store.Recall(1004).ShouldBeTrue();
        caller.Store.Recall(1006).ShouldBeTrue();
        caller.Store.FindThread(1000)!.AddReplies(
            [Made.Message(40, "bob", 2_002), Made.Message(41, "bob", 2_004), Made.Message(42, "bob", 2_020)]);
        var second = await Walk.MessagesPage(caller, parameters, first.NextToken);
        var third = await Walk.MessagesPage(caller, parameters, second.NextToken);

        second.Replies.Select(reply => reply.ServerId).ShouldBe([1041, 1005, 1007, 1008]);
        second.Total.ShouldBe(11);
        third.Replies.Select(reply => reply.ServerId).ShouldBe([1009, 1010, 1042]);
        third.HasMore.ShouldBeFalse();
    }

    private static readonly DemoThread TenThread =
        new("c-0", SandboxConversation.P2P("alice", "bob"), "alice", 1000, 2_000, 10);

    /// <summary>Replies 1001 to 1010 at 2001 to 2010.</summary>
    private static void Ten(SandboxStore store) =>
        store.AddThread(TenThread.Conversation, Made.Message(0, "alice", 2_000))
            .AddReplies(Enumerable.Range(1, 10).Select(number => Made.Message(number, "bob", 2_000 + number)));
}
