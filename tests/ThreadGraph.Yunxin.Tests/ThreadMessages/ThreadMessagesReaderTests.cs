using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.ThreadMessages;

public class ThreadMessagesReaderTests
{
    [Fact]
    public async Task Every_field_of_v2_1_is_read()
    {
        var page = await ReadAsync("""
            { "code": 200, "msg": "success", "data": {
              "has_more": true, "next_token": "opaque",
              "thread_root": {
                "message_server_id": 158844553334358018, "message_client_id": "c-1", "sender_id": "alice",
                "conversation_type": 2, "team_id": 987654321, "message_type": 0, "text": "root",
                "create_time": 1753951800000, "sender_client_type": 32 },
              "total": 1, "timestamp": 1753951805248,
              "messages": [ {
                "message_server_id": 158844553334358019, "message_client_id": "c-2", "sender_id": "bob",
                "conversation_type": 2, "team_id": 987654321, "message_type": 100, "sub_type": 7,
                "create_time": 1753951805248, "sender_client_type": 1, "text": "reply",
                "attachment": { "url": "http://x/y", "size": 12 }, "extension": "{\"a\":1}",
                "modify_account_id": "dave", "modify_time": 1753951806000,
                "receiver_account_ids": [ "alice", "dave" ], "inclusive": false, "new_member_visible": true,
                "thread_config": {
                  "thread_root": { "sender_id": "alice", "receiver_id": "987654321", "create_time": 1753951800000,
                                   "message_server_id": 158844553334358018, "message_client_id": "c-1" },
                  "thread_reply": { "sender_id": "erin", "receiver_id": "987654321", "create_time": 1753951801000,
                                    "message_server_id": 158844553334358020, "message_client_id": "c-3" } } } ] } }
            """);

        page.HasMore.ShouldBeTrue();
        page.NextToken.ShouldEndWith("opaque");
        page.Total.ShouldBe(1);
        page.LastReplyTimeMs.ShouldBe(1753951805248);
        page.Root.ShouldBeEquivalentTo(new YunxinMessage
        {
            ServerId = 158844553334358018,
            ClientId = "c-1",
            SenderId = "alice",
            ConversationType = YunxinConversationType.Team,
            TeamId = 987654321,
            TypeCode = 0,
            Text = "root",
            CreateTimeMs = 1753951800000,
            SenderClientCode = 32,
        });
        page.Messages.ShouldHaveSingleItem().ShouldBeEquivalentTo(new YunxinMessage
        {
            ServerId = 158844553334358019,
            ClientId = "c-2",
            SenderId = "bob",
            ConversationType = YunxinConversationType.Team,
            TeamId = 987654321,
            TypeCode = 100,
            SubType = 7,
            CreateTimeMs = 1753951805248,
            SenderClientCode = 1,
            Text = "reply",
            Attachment = new(YunxinAttachmentForm.Json, """{ "url": "http://x/y", "size": 12 }"""),
            Extension = """{"a":1}""",
            ModifyAccountId = "dave",
            ModifyTimeMs = 1753951806000,
            ReceiverAccountIds = new List<string> { "alice", "dave" },
            Inclusive = false,
            NewMemberVisible = true,
            ThreadRoot = new(158844553334358018, "c-1", "alice", 1753951800000),
            Parent = new(158844553334358020, "c-3", "erin", 1753951801000),
        });
    }

    [Fact]
    public async Task Figures_nested_in_the_root_are_found_there()
    {
        var page = await ReadAsync("""
            { "code": 200, "data": { "has_more": false, "thread_root": {
                "message_server_id": 158844553334358018, "create_time": 5, "total": 2, "timestamp": 9,
                "messages": [ { "message_server_id": 2, "create_time": 8 },
                              { "message_server_id": 3, "create_time": 9 } ] } } }
            """);

        page.Total.ShouldBe(2);
        page.LastReplyTimeMs.ShouldBe(9);
        page.Messages.Select(message => message.ServerId).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task Figures_beside_the_root_win_over_those_within()
    {
        var page = await ReadAsync("""
            { "code": 200, "data": { "total": 1, "timestamp": 7, "messages": [ { "message_server_id": 2 } ],
              "thread_root": { "message_server_id": 158844553334358018, "create_time": 5,
                               "total": 4, "timestamp": 9, "messages": [] } } }
            """);

        page.Total.ShouldBe(1);
        page.LastReplyTimeMs.ShouldBe(7);
        page.Messages.ShouldHaveSingleItem().ServerId.ShouldBe(2);
    }

    [Fact]
    public async Task Vendor_sample_is_tolerated_with_its_code_0_and_its_boolean_total()
    {
        var page = await ReadAsync("""
            { "code": 0, "msg": "string", "data": { "has_more": true, "next_token": "string", "thread_root": {
                "message_server_id": 0, "sender_id": "string", "message_type": 0, "create_time": 0,
                "message_client_id": "string", "sender_client_type": 0, "text": "string", "attachment": {},
                "extension": "string", "team_id": 0, "receiver_id": "string", "sub_type": 0,
                "modify_account_id": "string", "modify_time": 0,
                "thread_config": {
                  "thread_root": { "sender_id": "string", "receiver_id": "string", "create_time": 0,
                                   "message_server_id": "string", "message_client_id": "string" },
                  "thread_reply": { "sender_id": "string", "receiver_id": "string", "create_time": 0,
                                    "message_server_id": 0, "message_client_id": 0 } },
                "total": true, "timestamp": 0,
                "messages": [ {
                  "message_server_id": 0, "sender_id": "string", "message_type": 0, "create_time": 0,
                  "message_client_id": "string", "sender_client_type": 0, "text": "string", "attachment": {},
                  "extension": "string", "team_id": 0, "receiver_id": "string", "sub_type": 0,
                  "modify_account_id": "string", "modify_time": 0,
                  "thread_config": {
                    "thread_root": { "sender_id": "string", "receiver_id": "string", "create_time": 0,
                                     "message_server_id": "string", "message_client_id": "string" },
                    "thread_reply": { "sender_id": "string", "receiver_id": "string", "create_time": 0,
                                      "message_server_id": 0, "message_client_id": 0 } } } ] } } }
            """);

        page.NextToken.ShouldEndWith("string");
        page.Total.ShouldBeNull();
        page.LastReplyTimeMs.ShouldBeNull();
        var message = page.Messages.ShouldHaveSingleItem();
        message.ShouldBeEquivalentTo(page.Root);
        message.ShouldBeEquivalentTo(new YunxinMessage
        {
            ServerId = 0,
            ClientId = "string",
            SenderId = "string",
            CreateTimeMs = 0,
            TypeCode = 0,
            SenderClientCode = 0,
            Text = "string",
            Attachment = new(YunxinAttachmentForm.Json, "{}"),
            Extension = "string",
            ReceiverId = "string",
            ModifyAccountId = "string",
            ThreadRoot = new(0, "string", "string", 0),
            Parent = new(0, "0", "string", 0),
        });
    }

    [Fact]
    public async Task Empty_texts_are_something_else_than_none()
    {
        var page = await ReadAsync("""
            { "code": 200, "data": { "has_more": false, "total": 1, "timestamp": 0,
              "thread_root": { "message_server_id": 1, "message_client_id": "", "sender_id": "alice", "create_time": 1000,
                               "text": "", "extension": null },
              "messages": [ { "message_server_id": 2, "text": null, "extension": "",
                "thread_config": { "thread_root": { "message_server_id": 1, "message_client_id": "" },
                                   "thread_reply": { "message_server_id": 1 } } } ] } }
            """, rootId: 1);

        page.Root.ShouldBeEquivalentTo(new YunxinMessage
        {
            ServerId = 1,
            ClientId = "",
            SenderId = "alice",
            CreateTimeMs = 1000,
            Text = "",
            Extension = null,
        });
        page.Messages.ShouldHaveSingleItem().ShouldBeEquivalentTo(new YunxinMessage
        {
            ServerId = 2,
            SenderId = "",
            CreateTimeMs = 0,
            Text = null,
            Extension = "",
            ThreadRoot = new(1, "", "", 0),
            Parent = new(1, null, "", 0),
        });
    }

    [Fact]
    public async Task Numbers_may_come_as_strings_and_strings_as_numbers()
    {
        var page = await ReadAsync("""
            { "code": "200", "data": { "has_more": "false", "total": "2", "timestamp": "1753951805248",
              "thread_root": {
                "message_server_id": "9223372036854775807", "message_client_id": 42, "sender_id": 1001,
                "conversation_type": "3", "team_id": "12345", "message_type": "10", "sub_type": "4",
                "create_time": "1753951800000", "sender_client_type": "65", "modify_time": "1753951800001",
                "receiver_account_ids": [ 7, "8" ], "inclusive": 2, "new_member_visible": "1" },
              "messages": [] } }
            """, rootId: 9223372036854775807);

        page.Total.ShouldBe(2);
        page.LastReplyTimeMs.ShouldBe(1753951805248);
        page.Root.ShouldBeEquivalentTo(new YunxinMessage
        {
            ServerId = 9223372036854775807,
            ClientId = "42",
            SenderId = "1001",
            ConversationType = YunxinConversationType.SuperTeam,
            TeamId = 12345,
            TypeCode = 10,
            SubType = 4,
            CreateTimeMs = 1753951800000,
            SenderClientCode = 65,
            ModifyTimeMs = 1753951800001,
            ReceiverAccountIds = new List<string> { "7", "8" },
            Inclusive = false,
            NewMemberVisible = true,
        });
    }

    [Theory]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("158844553334358019", 158844553334358019)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("\"9007199254740993\"", 9007199254740993)]
    [InlineData("9007199254740993.0", 9007199254740993)]
    [InlineData("9223372036854775808", 0)]
    [InlineData("1.5", 0)]
    [InlineData("\"12x\"", 0)]
    [InlineData("[1]", 0)]
    public async Task Ids_are_read_digit_for_digit_or_not_at_all(string json, long serverId)
    {
        var page = await ReadAsync($$"""
            { "code": 200, "data": { "thread_root": { "message_client_id": "c", "message_server_id": {{json}} } } }
            """, rootId: serverId);

        page.Root!.ServerId.ShouldBe(serverId);
    }

    [Fact]
    public async Task Unknown_fields_and_values_of_other_kinds_are_passed_over()
    {
        var page = await ReadAsync("""
            { "trace": { "a": [ 1, { "b": null } ] }, "code": 200, "data": { "new": [ [ ] ],
              "thread_root": { "message_server_id": 158844553334358018, "text": { "rich": true }, "message_type": null,
                               "thread_config": "none", "receiver_account_ids": "alice", "inclusive": "maybe",
                               "conversation_type": 9, "sender_client_type": "FRIDGE", "mood": { } },
              "total": null, "messages": [ null, 5, "x", [ ], { "message_server_id": 2 } ] } }
            """);

        page.Root.ShouldBeEquivalentTo(
            new YunxinMessage { ServerId = 158844553334358018, SenderId = "", CreateTimeMs = 0, TypeCode = -1 });
        page.Total.ShouldBeNull();
        page.Messages.ShouldHaveSingleItem().ServerId.ShouldBe(2);
    }

    [Fact]
    public async Task Field_name_with_escapes_is_the_same_name()
    {
        var page = await ReadAsync("""
            { "c\u006fde": 200, "\ud83d": 1,
              "data": { "thread\u005froot": { "message_server_id": 158844553334358018 } } }
            """);

        page.Root!.ServerId.ShouldBe(158844553334358018);
    }

    [Theory]
    [InlineData("\"total\": 3, \"timestamp\": 900", 900L)]
    [InlineData("\"total\": 3, \"timestamp\": 500", 500L)]
    [InlineData("\"total\": 3, \"timestamp\": 499", null)]
    [InlineData("\"total\": 0, \"timestamp\": 900", null)]
    [InlineData("\"total\": true, \"timestamp\": 900", null)]
    [InlineData("\"total\": 3", null)]
    public async Task Timestamp_is_the_last_reply_only_where_it_can_be(string fields, long? lastReplyTimeMs)
    {
        var page = await ReadAsync($$"""
            { "code": 200, "data": { {{fields}},
              "thread_root": { "message_server_id": 158844553334358018, "create_time": 500 } } }
            """);

        page.LastReplyTimeMs.ShouldBe(lastReplyTimeMs);
    }

    [Fact]
    public async Task Messages_keep_the_order_received()
    {
        var page = await ReadAsync("""
            { "code": 200, "data": { "thread_root": { "message_server_id": 158844553334358018 }, "messages": [
              { "message_server_id": 4, "create_time": 6 }, { "message_server_id": 2, "create_time": 5 },
              { "message_server_id": 3, "create_time": 7 } ] } }
            """);

        page.Messages.Select(message => message.ServerId).ShouldBe([4, 2, 3]);
    }

    [Fact]
    public async Task References_to_the_root_are_one_object_for_the_whole_page()
    {
        var page = await ReadAsync("""
            { "code": 200, "data": { "thread_root": { "message_server_id": 158844553334358018 }, "messages": [
              { "message_server_id": 2, "sender_id": "bob", "thread_config": {
                  "thread_root": { "message_server_id": 158844553334358018, "sender_id": "alice" },
                  "thread_reply": { "message_server_id": 158844553334358018, "sender_id": "alice" } } },
              { "message_server_id": 3, "sender_id": "bob", "thread_config": {
                  "thread_root": { "message_server_id": 158844553334358018, "sender_id": "alice" },
                  "thread_reply": { "message_server_id": 2, "sender_id": "bob" } } } ] } }
            """);

        var (first, second) = (page.Messages[0], page.Messages[1]);
        first.Parent.ShouldBeSameAs(first.ThreadRoot);
        second.ThreadRoot.ShouldBeSameAs(first.ThreadRoot);
        second.Parent.ShouldBe(new MessageReference(2, null, "bob", 0));
        second.SenderId.ShouldBeSameAs(first.SenderId);
    }

    [Theory]
    [InlineData("""{ "code": 200, "msg": "success", "data": {} }""")]
    [InlineData("""{ "code": 200, "data": { "thread_root": null, "total": 0, "messages": [] } }""")]
    [InlineData("""{ "code": 200, "data": { "thread_root": {} } }""")]
    public async Task Success_without_a_root_means_no_such_thread(string json)
    {
        using var rig = new Rig();
        rig.Upstream.Answers(json);

        var error = await rig.FailsAsync(Queries.ThreadMessages);

        error.Failure.ShouldBe(YunxinFailure.ThreadNotFound);
        error.UpstreamCode.ShouldBe(200);
    }

    [Theory]
    [InlineData("\"messages\": [ { \"message_server_id\": 2 } ]", 1)]
    [InlineData("\"messages\": [], \"total\": 3", 0)]
    public async Task Root_that_is_gone_leaves_its_replies(string fields, int messages)
    {
        var page = await ReadAsync($$"""{ "code": 200, "data": { "thread_root": null, {{fields}} } }""");

        page.Root.ShouldBeNull();
        page.Messages.Count.ShouldBe(messages);
    }

    [Fact]
    public async Task Later_page_may_come_without_the_root()
    {
        using var rig = new Rig();
        rig.Upstream.Answers("""{ "code": 200, "data": { "messages": [ { "message_server_id": 2 } ] } }""");

        var page = await rig.AskAsync(Queries.ThreadMessages with { PageToken = "t1" });

        page.Root.ShouldBeNull();
        page.Messages.ShouldHaveSingleItem().ServerId.ShouldBe(2);
    }

    private static async Task<ThreadPage> ReadAsync(string json, long rootId = 158844553334358018)
    {
        using var rig = new Rig(("MaxRetries", "0"));
        rig.Upstream.Answers(json);
        return await rig.AskAsync(Queries.ThreadMessages with { MessageServerId = rootId });
    }
}
