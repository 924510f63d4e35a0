using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Threads;

/// <summary>Pages of a part of the flat list: around a message, in a window of time, between two cursors.</summary>
public sealed class RangeTests
{
    private const string Page = "nodes { text } pageInfo { hasPreviousPage hasNextPage startCursor endCursor }";

    [Theory]
    [InlineData(5, 5, "3,4,5,6,7", true, true)]
    [InlineData(1, 4, "1,2,3,4", false, true)]
    [InlineData(9, 4, "8,9", true, false)]
    [InlineData(5, 1, "5", true, true)]
    public async Task Page_around_a_message_holds_it_in_its_middle(int at, int size, string texts, bool before, bool behind)
    {
        await using var chat = await ChatApp.StartAsync(static c => c.Replies(1, 9));
        var id = await IdAsync(chat, at);

        var answer = await chat.ThreadAsync($"messages(first: {size}, around: \"{id}\") {{ {Page} }}");

        answer.Succeeds().Costs(2);
        answer.Texts("thread.messages.nodes").ShouldBe(texts.Split(','));
        answer["thread.messages.pageInfo.hasPreviousPage"]!.GetValue<bool>().ShouldBe(before);
        answer["thread.messages.pageInfo.hasNextPage"]!.GetValue<bool>().ShouldBe(behind);
    }

    [Fact]
    public async Task Page_around_a_message_goes_on_at_both_ends_with_the_argument_left_in_place()
    {
        await using var chat = await ChatApp.StartAsync(static c => c.Replies(1, 9));
        var id = await IdAsync(chat, 5);
        var middle = await chat.ThreadAsync($"messages(first: 3, around: \"{id}\") {{ {Page} }}");
        var (start, end) = (middle.Text("thread.messages.pageInfo.startCursor"), middle.Text("thread.messages.pageInfo.endCursor"));

        var older = await chat.ThreadAsync($"messages(last: 2, before: \"{start}\", around: \"{id}\") {{ {Page} }}");
        var newer = await chat.ThreadAsync($"messages(first: 2, after: \"{end}\", around: \"{id}\") {{ {Page} }}");

        older.Succeeds().Costs(1);
        older.Texts("thread.messages.nodes").ShouldBe(["2", "3"]);
        newer.Succeeds().Costs(1);
        newer.Texts("thread.messages.nodes").ShouldBe(["7", "8"]);
    }

    [Fact]
    public async Task Page_around_a_message_that_is_gone_is_at_its_place()
    {
        await using var chat = await ChatApp.StartAsync(static c => c.Replies(1, 9));
        var id = await IdAsync(chat, 5);
        chat.App.Store.Purge(chat.Chat.Thread.Replies[4].ServerId).ShouldBeTrue();

        var answer = await chat.ThreadAsync($"messages(first: 3, around: \"{id}\") {{ nodes {{ text }} }}");

        answer.Texts("thread.messages.nodes").ShouldBe(["4", "6", "7"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Window_is_half_open_and_costs_one_call(bool inChannel)
    {
        await using var chat = await ChatApp.StartAsync(static c => c.Replies(1, 9), inChannel ? Chat.Channel : null);

        var answer = await chat.ThreadAsync(
            $$"""
            messages(window: { from: "2026-01-01T00:00:00.003Z", until: "2026-01-01T00:00:00.006Z" }) { {{Page}} }
            coverage { complete cutBy }
            """);

        answer.Succeeds().Costs(1);
        answer.Texts("thread.messages.nodes").ShouldBe(["3", "4", "5"]);
        answer["thread.messages.pageInfo.hasPreviousPage"]!.GetValue<bool>().ShouldBeFalse();
        answer["thread.messages.pageInfo.hasNextPage"]!.GetValue<bool>().ShouldBeFalse();
        answer["thread.coverage"]!.ToJsonString().ShouldBe("""{"complete":false,"cutBy":["TIME_WINDOW"]}""");
    }

    [Fact]
    public async Task Cursor_of_a_window_is_of_no_use_in_another()
    {
        await using var chat = await ChatApp.StartAsync(static c => c.Replies(1, 9));
        const string window = """window: { from: "2026-01-01T00:00:00.003Z" }""";
        var cursor = (await chat.ThreadAsync($"messages(first: 2, {window}) {{ {Page} }}"))
            .Text("thread.messages.pageInfo.endCursor");

        var same = await chat.ThreadAsync($"messages(first: 2, {window}, after: \"{cursor}\") {{ {Page} }}");
        var other = await chat.ThreadAsync($"messages(first: 2, after: \"{cursor}\") {{ {Page} }}");

        same.Texts("thread.messages.nodes").ShouldBe(["5", "6"]);
        other.FailsWith("CURSOR_MISMATCH").Costs(0);
    }

    [Fact]
    public async Task Window_that_ends_before_it_begins_is_refused()
    {
        await using var chat = await ChatApp.StartAsync(static c => c.Replies(1, 3));

        var answer = await chat.ThreadAsync(
            """messages(window: { from: "2026-01-02T00:00:00Z", until: "2026-01-01T00:00:00Z" }) { nodes { text } }""");

        answer.FailsWith("BAD_USER_INPUT").Costs(0);
    }

    [Theory]
    [InlineData("first: 3", "3,4,5", true, true)]
    [InlineData("first: 9", "3,4,5,6,7", true, true)]
    [InlineData("last: 3", "5,6,7", true, true)]
    public async Task Two_cursors_cut_out_what_lies_between_them(string size, string texts, bool before, bool behind)
    {
        await using var chat = await ChatApp.StartAsync(static c => c.Replies(1, 9));
        var cursors = (await chat.ThreadAsync("messages(first: 9) { edges { cursor } }")).Texts("thread.messages.edges", "cursor");

        var answer = await chat.ThreadAsync(
            $"messages({size}, after: \"{cursors[1]}\", before: \"{cursors[7]}\") {{ {Page} }}");

        answer.Succeeds().Costs(1);
        answer.Texts("thread.messages.nodes").ShouldBe(texts.Split(','));
        answer["thread.messages.pageInfo.hasPreviousPage"]!.GetValue<bool>().ShouldBe(before);
        answer["thread.messages.pageInfo.hasNextPage"]!.GetValue<bool>().ShouldBe(behind);
    }

    private static async Task<string> IdAsync(ChatApp chat, int number) =>
        (await chat.ThreadAsync($"messages(first: {number}) {{ nodes {{ id }} }}")).Text($"thread.messages.nodes.{number - 1}.id");
}
