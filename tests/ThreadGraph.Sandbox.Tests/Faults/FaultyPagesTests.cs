using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Faults;
using ThreadGraph.Sandbox.Tests.Support;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Tests.Faults;

/// <summary>Pages that break the contract of paging, though each looks well in itself.</summary>
public sealed class FaultyPagesTests : IAsyncLifetime
{
    private static readonly DemoThread Pair =
        new("c-0", SandboxConversation.P2P("alice", "bob"), "alice", 1000, 1_000, 7);

    private static readonly DemoThread Channel =
        new("c-100", SandboxConversation.Channel(7, 8), "alice", 1100, 1_000, 7);

    private Caller _caller = null!;

    public async Task InitializeAsync() => _caller = await Caller.StartAsync(fill: store =>
    {
        store.AddThread(Pair.Conversation, Made.Message(0, "alice", 1_000)).AddReplies(
            Enumerable.Range(1, 7).Select(number => Made.Message(number, "bob", 1_000 + number)));
        store.AddThread(Channel.Conversation, Made.Message(100, "alice", 1_000)).AddReplies(
            Enumerable.Range(1, 7).Select(number => Made.Message(100 + number, "bob", 1_000 + number)));
    });

    public async Task DisposeAsync() => await _caller.DisposeAsync();

    [Theory]
    [InlineData("true", "7 6 5", "3 2 1")]
    [InlineData("false", "1 2 3", "5 6 7")]
    public async Task Inverted_order_reads_from_the_other_end_also_behind_a_token(
        string descending, string first, string second)
    {
        var right = await Messages(token: null, descending);
        Set(SandboxFault.InvertedOrder);

        Ids(await Messages(token: null, descending)).ShouldBe(first);
        Ids(await Messages(await TokenBehindFour(descending), descending)).ShouldBe(second);
        _caller.Store.Faults.Clear();
        Ids(await Messages(right.NextToken, descending)).ShouldBe(descending == "true" ? "4 5 6" : "4 3 2");
    }

    [Fact]
    public async Task Inverted_host_is_right_for_who_asks_the_other_way_round()
    {
        Set(SandboxFault.InvertedOrder);

        var first = await Messages(token: null, "false");
        var second = await Messages(first.NextToken, "false");

        (Ids(first), Ids(second)).ShouldBe(("1 2 3", "4 5 6"));
    }

    [Fact]
    public async Task Unchanged_token_promises_more_for_ever()
    {
        var first = await Messages(token: null);
        Set(SandboxFault.UnchangedToken);

        var second = await Messages(first.NextToken);
        (Ids(second), second.HasMore, second.NextToken).ShouldBe(("4 5 6", true, first.NextToken));
        var again = await Messages(token: null);
        (Ids(again), again.HasMore, again.NextToken).ShouldBe(("1 2 3", true, ""));
    }

    [Fact]
    public async Task Looping_token_leads_round_in_a_circle_and_never_stays_the_same()
    {
        Set(SandboxFault.LoopingToken);
        var (seen, tokens, token) = (new List<string>(), new List<string?>(), (string?)null);
        for (var call = 0; call < 6; call++)
        {
            var page = await Messages(token);
            seen.Add(Ids(page));
            tokens.Add(token = page.NextToken);
            page.HasMore.ShouldBeTrue();
        }

        seen.ShouldBe(["1 2 3", "1 2 3", "4 5 6", "1 2 3", "4 5 6", "1 2 3"]);
        tokens.Zip(tokens.Skip(1)).ShouldAllBe(pair => pair.First != pair.Second);
        tokens.Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData(SandboxFault.InvertedOrder, "7 6 5 4", "7 6")]
    [InlineData(SandboxFault.UnchangedToken, "1 2 3 4", "1 2 3")]
    [InlineData(SandboxFault.LoopingToken, "1 2 3 4", "1 2 3 4")]
    public async Task Channel_page_repeats_or_turns_round(SandboxFault fault, string first, string behindThree)
    {
        Set(fault);

        Ids(await Talk(limit: 4)).ShouldBe(first);
        Ids(await Talk(limit: behindThree.Split(' ').Length, anchor: 3)).ShouldBe(behindThree);
    }

    [Fact]
    public async Task Page_of_another_thread_has_other_ids_and_texts()
    {
        Set(SandboxFault.OtherThread);

        var messages = await _caller.Messages(_caller.Parameters(Pair));
        messages.ShouldContain(
            """thread_root":{"message_server_id":501000,"message_client_id":"foreign-c-0","sender_id":"alice",""");
        messages.ShouldContain("\"message_server_id\":501007");
        messages.ShouldNotContain("Message 7");
        var talk = await _caller.Talk(Caller.Form(Channel));
        talk.ShouldContain("\"threadMsgIdServer\":501100");
        talk.ShouldContain("\"msgIdServer\":501107");
        talk.ShouldNotContain("Message 107");
    }

    private void Set(SandboxFault fault) => _caller.Store.Faults.Add(new FaultRule { Fault = fault });

    private Task<Page> Messages(string? token, string descending = "true") => Walk.MessagesPage(
        _caller, new(_caller.Parameters(Pair)) { ["limit"] = "3", ["descending"] = descending }, token);

    private async Task<string?> TokenBehindFour(string descending)
    {
        _caller.Store.Faults.Clear();
        var page = await Walk.MessagesPage(
            _caller, new(_caller.Parameters(Pair)) { ["limit"] = "4", ["descending"] = descending }, token: null);
        Set(SandboxFault.InvertedOrder);
        return page.NextToken;
    }

    private Task<Page> Talk(int limit, int? anchor = null)
    {
        Dictionary<string, string> form = new(Caller.Form(Channel)) { ["limit"] = Caller.Digits(limit) };
        if (anchor is { } number)
        {
            (form["fromTime"], form["excludeMsgId"]) = (Caller.Digits(1_000 + number), Caller.Digits(1_100 + number));
        }

        return Walk.TalkPage(_caller, form);
    }

    private static string Ids(Page page) => string.Join(' ', page.Replies.Select(reply => reply.ServerId % 100));
}
