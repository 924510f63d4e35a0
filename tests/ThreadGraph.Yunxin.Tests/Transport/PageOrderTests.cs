using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.Transport;

public class PageOrderTests
{
    private const string Ascending = "5 6 7";
    private const string Descending = "7 6 5";

    [Fact]
    public async Task Upstream_that_keeps_its_word_is_asked_once()
    {
        using var rig = new Rig();
        rig.Upstream.Answers(Im(Ascending)).Answers(Im(Descending));

        Times(await rig.AskAsync(Queries.ThreadMessages)).ShouldBe(Ascending);
        Times(await rig.AskAsync(Queries.ThreadMessages with { OldestFirst = false })).ShouldBe(Descending);

        Flags(rig).ShouldBe("descending=true descending=false");
        rig.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task First_page_from_the_wrong_end_is_read_again_and_the_flag_stays_swapped()
    {
        using var rig = new Rig();
        rig.Upstream
            .Answers(Im(Descending)).Answers(Im(Ascending)) // asked for the oldest: wrong, then swapped
            .Answers(Im(Ascending)) // asked for the oldest again
            .Answers(Im(Descending)); // asked for the newest

        Times(await rig.AskAsync(Queries.ThreadMessages)).ShouldBe(Ascending);
        Times(await rig.AskAsync(Queries.ThreadMessages)).ShouldBe(Ascending);
        Times(await rig.AskAsync(Queries.ThreadMessages with { OldestFirst = false })).ShouldBe(Descending);

        Flags(rig).ShouldBe("descending=true descending=false descending=false descending=true");
        rig.Log.Lines.ShouldBe(
        [
            "Warning 3 thread_messages at host 0 reads its order flag the other way round; "
                + "the flag is swapped there from now on.",
        ]);
    }

    [Fact]
    public async Task Page_that_stays_at_the_wrong_end_is_refused()
    {
        using var rig = new Rig();
        rig.Upstream.Answers(Im(Descending));

        var error = await Should.ThrowAsync<YunxinException>(() => rig.AskAsync(Queries.ThreadMessages));

        error.Failure.ShouldBe(YunxinFailure.Protocol);
        error.IsRetryable.ShouldBeTrue();
        Flags(rig).ShouldBe("descending=true descending=false descending=true");
    }

    [Fact]
    public async Task Inversion_of_a_moment_costs_two_more_calls()
    {
        using var rig = new Rig();
        rig.Upstream
            .Answers(Im(Descending)) // asked for the oldest: wrong
            .Answers(Im(Descending)).Answers(Im(Ascending)); // right again: newest first as asked, then as wanted

        Times(await rig.AskAsync(Queries.ThreadMessages)).ShouldBe(Ascending);

        Flags(rig).ShouldBe("descending=true descending=false descending=true");
    }

    [Fact]
    public async Task Upstream_that_comes_back_to_its_word_is_noticed_and_the_inversion_logged_once()
    {
        using var rig = new Rig();
        rig.Upstream
            .Answers(Im(Descending)).Answers(Im(Ascending)) // inverted
            .Answers(Im(Descending)).Answers(Im(Ascending)) // mended
            .Answers(Im(Descending)).Answers(Im(Ascending)); // inverted again

        for (var i = 0; i < 3; i++)
        {
            Times(await rig.AskAsync(Queries.ThreadMessages)).ShouldBe(Ascending);
        }

        Flags(rig).ShouldBe(
            "descending=true descending=false descending=false descending=true descending=true descending=false");
        rig.Log.Lines.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Chain_begun_swapped_stays_swapped_and_marks_its_tokens()
    {
        using var rig = new Rig();
        rig.Upstream
            .Answers(Im(Descending, "t1")).Answers(Im(Ascending, "t1"))
            .Answers(Im(Ascending, "t2"))
            .Answers(Im(Ascending, "t2"));

        var first = await rig.AskAsync(Queries.ThreadMessages);
        var second = await rig.AskAsync(Queries.ThreadMessages with { PageToken = first.NextToken });
        var third = await rig.AskAsync(Queries.ThreadMessages with { PageToken = second.NextToken });

        first.NextToken.ShouldBe("~000108c7ff07b56a5e16t1");
        second.NextToken.ShouldBe("~000208c7fe07b56a5c63t2");
        third.NextToken.ShouldBeNull("the token did not change");
        rig.Upstream.Seen[2].Url.ShouldContain("page_token=t1&limit=20&descending=false");
        rig.Upstream.Seen[3].Url.ShouldContain("page_token=t2&limit=20&descending=false");
    }

    [Fact]
    public async Task Chain_does_not_turn_when_the_inversion_shows_in_its_midst_but_ends()
    {
        using var rig = new Rig();
        rig.Upstream
            .Answers(Im("7", "t1")) // a single message shows no order
            .Answers(Im("6 5", "t2")).Answers(Im("6 5", "t2")).Answers(Im("6 5", "t2")) // now it shows
            .Answers(Im(Ascending));

        var first = await rig.AskAsync(Queries.ThreadMessages with { Limit = 1 });
        var error = await Should.ThrowAsync<YunxinException>(
            () => rig.AskAsync(Queries.ThreadMessages with { PageToken = first.NextToken }));
        await rig.AskAsync(Queries.ThreadMessages);

        error.Failure.ShouldBe(YunxinFailure.Protocol);
        Flags(rig).ShouldBe(
            "descending=true descending=true descending=true descending=true descending=false");
    }

    [Theory]
    [InlineData("5 5 5")]
    [InlineData("5 9 5")]
    [InlineData("5")]
    [InlineData("")]
    public async Task Page_that_does_not_show_its_order_is_taken_as_it_is(string times)
    {
        using var rig = new Rig();
        rig.Upstream.Answers(Im(times));

        Times(await rig.AskAsync(Queries.ThreadMessages with { OldestFirst = false })).ShouldBe(times);

        rig.Upstream.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Qchat_first_page_from_the_wrong_end_is_read_again()
    {
        using var rig = new Rig();
        rig.Upstream.Answers(QChat(Ascending)).Answers(QChat(Descending)).Answers(QChat("4 3 2"));

        Times(await rig.AskAsync(Queries.ThreadTalkHistory)).ShouldBe(Descending);
        Times(await rig.AskAsync(Queries.ThreadTalkHistory with { ExcludeMsgId = 5 })).ShouldBe("4 3 2");

        rig.Upstream.Seen.Select(request => request.Body.Split('&')[^1])
            .ShouldBe(["reverse=false", "reverse=true", "reverse=true"]);
        rig.Log.Lines.ShouldHaveSingleItem().ShouldStartWith("Warning 3 queryThreadTalkHistory at host 0 ");
    }

    [Fact]
    public async Task Qchat_later_page_from_the_wrong_end_is_read_again_with_the_flag_swapped()
    {
        using var rig = new Rig();
        rig.Upstream.Answers(QChat(Ascending)).Answers(QChat(Descending));

        Times(await rig.AskAsync(Queries.ThreadTalkHistory with { ExcludeMsgId = 9 })).ShouldBe(Descending);

        rig.Upstream.Seen.Select(request => request.Body.Split('&')[^1]).ShouldBe(["reverse=false", "reverse=true"]);
    }

    [Fact]
    public async Task Inversion_belongs_to_one_base_url_and_one_endpoint()
    {
        using var rig = new Rig(
            ("MessageApi:0", "http://one.test"),
            ("MessageApi:1", "http://two.test"),
            ("QChatApi:0", "http://one.test"));
        rig.Upstream
            .Answers(Im(Descending)).Answers(Im(Ascending)) // one.test inverts thread_messages
            .Fails(new HttpRequestException(HttpRequestError.ConnectionError))
            .Answers(Im(Ascending)) // two.test does not
            .Answers(QChat(Descending)); // and one.test keeps its word for QChat

        await rig.AskAsync(Queries.ThreadMessages);
        Times(await rig.AskAsync(Queries.ThreadMessages)).ShouldBe(Ascending);
        Times(await rig.AskAsync(Queries.ThreadTalkHistory)).ShouldBe(Descending);

        Flags(rig).ShouldBe("descending=true descending=false descending=false descending=true reverse=false");
    }

    private static string Times(ThreadPage page) => string.Join(' ', page.Messages.Select(m => m.CreateTimeMs));

    private static string Flags(Rig rig) => string.Join(' ', rig.Upstream.Seen
        .Select(request => (request.Url + "&" + request.Body).Split('?', '&')
            .Single(part => part.StartsWith("descending=") || part.StartsWith("reverse="))));

    private static string Im(string times, string? token = null) => $$"""
        { "code": 200, "data": { "thread_root": { "message_server_id": 158844553334358018, "create_time": 1 },
          "has_more": true, "next_token": "{{token}}",
          "messages": [ {{Messages("message_server_id", "create_time", times)}} ] } }
        """;

    private static string QChat(string times) => $$"""
        { "code": 200, "threadMsg": { "msgIdServer": 158844553334358018, "time": 1 },
          "msgs": [ {{Messages("msgIdServer", "time", times)}} ] }
        """;

    private static string Messages(string idName, string timeName, string times) => string.Join(", ", times
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select((time, index) => $$"""{ "{{idName}}": {{index + 2}}, "{{timeName}}": {{time}} }"""));
}
