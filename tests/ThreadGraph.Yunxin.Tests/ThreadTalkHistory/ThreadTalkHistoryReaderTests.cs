using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.ThreadTalkHistory;

public class ThreadTalkHistoryReaderTests
{
    [Fact]
    public async Task Every_field_of_the_vendor_sample_is_read()
    {
        var page = await ReadAsync("""
            { "code": 200,
              "threadMsg": { "fromAccount": "zhangsan", "fromNick": "张三", "fromClientType": "IOS",
                "time": 1650284147467, "updateTime": 1650284147467, "status": 1, "body": "哈哈哈", "attach": "abc",
                "ext": "ext123", "type": 0, "msgIdServer": 158844553334358018, "msgIdClient": "qwerty1" },
              "total": 123, "timestamp": 12121,
              "msgs": [
                { "fromAccount": "wangwu", "fromNick": "王五", "fromClientType": "AOS", "time": 1650284147766,
                  "updateTime": 1650284147999, "status": 0, "body": "abc", "attach": "{\"url\":\"http:\/\/x\"}",
                  "ext": "sasa", "type": 1, "msgIdServer": 125, "msgIdClient": "qwerty3",
                  "replyMsgIdClient": "qwerty2", "replyMsgIdServer": 124, "replyMsgTime": 1650284147500,
                  "replyMsgFromAccount": "lisi", "threadMsgIdClient": "qwerty1",
                  "threadMsgIdServer": 158844553334358018,
                  "threadMsgTime": 1650284147467, "threadMsgFromAccount": "zhangsan" } ] }
            """);

        page.Total.ShouldBe(123);
        page.LastReplyTimeMs.ShouldBeNull("12121 lies before the root");
        page.NextToken.ShouldBeNull();
        page.Root.ShouldBeEquivalentTo(new YunxinMessage
        {
            ServerId = 158844553334358018,
            ClientId = "qwerty1",
            SenderId = "zhangsan",
            SenderNick = "张三",
            SenderClientCode = 2,
            CreateTimeMs = 1650284147467,
            StatusCode = 1,
            Text = "哈哈哈",
            Attachment = new(YunxinAttachmentForm.Text, "abc"),
            Extension = "ext123",
            TypeCode = 0,
        });
        page.Messages.ShouldHaveSingleItem().ShouldBeEquivalentTo(new YunxinMessage
        {
            ServerId = 125,
            ClientId = "qwerty3",
            SenderId = "wangwu",
            SenderNick = "王五",
            SenderClientCode = 1,
            CreateTimeMs = 1650284147766,
            ModifyTimeMs = 1650284147999,
            StatusCode = 0,
            Text = "abc",
            Attachment = new(YunxinAttachmentForm.JsonInString, """{"url":"http://x"}"""),
            Extension = "sasa",
            TypeCode = 1,
            Parent = new(124, "qwerty2", "lisi", 1650284147500),
            ThreadRoot = new(158844553334358018, "qwerty1", "zhangsan", 1650284147467),
        });
    }

    [Fact]
    public async Task Numbers_may_come_as_strings_and_client_ids_as_numbers()
    {
        var page = await ReadAsync("""
            { "code": "200", "total": "7", "timestamp": "1650284147999",
              "threadMsg": { "msgIdServer": "158844553334358018", "msgIdClient": 12, "fromClientType": 16,
                             "time": "1650284147467", "updateTime": "1650284147467", "status": "10001", "type": "100" },
              "msgs": [ { "msgIdServer": "9007199254740995", "replyMsgIdServer": "158844553334358018",
                          "replyMsgIdClient": 12, "replyMsgTime": "1650284147467",
                          "threadMsgIdServer": "158844553334358018", "threadMsgIdClient": 12,
                          "threadMsgTime": "1650284147467" } ] }
            """);

        page.Total.ShouldBe(7);
        page.LastReplyTimeMs.ShouldBe(1650284147999);
        page.Root.ShouldBeEquivalentTo(new YunxinMessage
        {
            ServerId = 158844553334358018,
            ClientId = "12",
            SenderId = "",
            SenderClientCode = 16,
            CreateTimeMs = 1650284147467,
            StatusCode = 10001,
            TypeCode = 100,
        });
        var reply = page.Messages.ShouldHaveSingleItem();
        reply.ServerId.ShouldBe(9007199254740995);
        reply.Parent.ShouldBe(new MessageReference(158844553334358018, "12", "", 1650284147467));
        reply.Parent.ShouldBeSameAs(reply.ThreadRoot);
    }

    [Theory]
    [InlineData("\"AOS\"", 1)]
    [InlineData("\"IOS\"", 2)]
    [InlineData("\"PC\"", 4)]
    [InlineData("\"WINPHONE\"", 8)]
    [InlineData("\"WEB\"", 16)]
    [InlineData("\"REST\"", 32)]
    [InlineData("\"MAC\"", 64)]
    [InlineData("\"HARMONY\"", 65)]
    [InlineData("65", 65)]
    [InlineData("\"32\"", 32)]
    [InlineData("99", 99)]
    [InlineData("\"FRIDGE\"", null)]
    [InlineData("null", null)]
    public async Task Client_type_is_read_by_name_and_by_number(string json, int? code)
    {
        var page = await ReadAsync($$"""
            { "code": 200, "threadMsg": { "msgIdServer": 158844553334358018, "fromClientType": {{json}} } }
            """);

        page.Root!.SenderClientCode.ShouldBe(code);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task Full_page_may_have_a_next_one(int limit, bool hasMore)
    {
        using var rig = new Rig();
        rig.Upstream.Answers("""
            { "code": 200, "threadMsg": { "msgIdServer": 158844553334358018 },
              "msgs": [ { "msgIdServer": 3, "time": 9 }, { "msgIdServer": 2, "time": 8 } ] }
            """);

        var page = await rig.AskAsync(Queries.ThreadTalkHistory with { Limit = limit });

        page.HasMore.ShouldBe(hasMore);
        page.NextToken.ShouldBeNull();
    }

    // Paging goes by the window, so what is outside of it would lead round in a circle (upstream.md 5.2).
    [Theory]
    [InlineData(7, 8)]
    [InlineData(8, 10)]
    public async Task Page_with_messages_out_of_its_window_is_refused(int first, int last)
    {
        using var rig = new Rig(("MaxRetries", "0"));
        rig.Upstream.Answers($$"""
            { "code": 200, "threadMsg": { "msgIdServer": 158844553334358018 },
              "msgs": [ { "msgIdServer": 2, "time": {{first}} }, { "msgIdServer": 3, "time": {{last}} } ] }
            """);

        var error = await rig.FailsAsync(
            Queries.ThreadTalkHistory with { FromTimeMs = 8, ToTimeMs = 9, OldestFirst = true });

        error.Failure.ShouldBe(YunxinFailure.Protocol);
        error.Message.ShouldBe("The upstream's page holds messages of another time than was asked for; ask again.");
    }

    [Fact]
    public async Task Success_without_a_root_means_no_such_thread()
    {
        using var rig = new Rig();
        rig.Upstream.Answers("""{ "code": 200 }""");

        (await rig.FailsAsync(Queries.ThreadTalkHistory)).Failure.ShouldBe(YunxinFailure.ThreadNotFound);
    }

    [Fact]
    public async Task Later_page_may_come_without_the_root()
    {
        using var rig = new Rig();
        rig.Upstream.Answers("""{ "code": 200, "msgs": [] }""");

        var page = await rig.AskAsync(Queries.ThreadTalkHistory with { ExcludeMsgId = 9 });

        page.Root.ShouldBeNull();
        page.HasMore.ShouldBeFalse();
    }

    private static async Task<ThreadPage> ReadAsync(string json)
    {
        using var rig = new Rig();
        rig.Upstream.Answers(json);
        return await rig.AskAsync(Queries.ThreadTalkHistory with { Limit = 100 });
    }
}
