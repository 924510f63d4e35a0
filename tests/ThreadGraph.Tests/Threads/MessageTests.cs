using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Threads;

public sealed class MessageTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task Channel_messages_carry_names_statuses_and_clients_and_recalled_ones_no_content()
    {
        var answer = await demo.QueryAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) {
                root { ...Line }
                messages(first: 14) { nodes { ...Line } }
              }
            }
            fragment Line on Message {
              messageId text sender { accountId } senderName senderClient senderClientCode
              status statusCode type typeCode attachment { raw } extension modifiedAt isAvailable
            }
            """,
            DemoThreads.ChannelNested.Variables());

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "root": {
                    "messageId": "8001", "text": "Where do we meet next week?", "sender": { "accountId": "carol" },
                    "senderName": "Carol (on call)", "senderClient": "REST", "senderClientCode": 32, "status": "NORMAL",
                    "statusCode": 0, "type": "TEXT", "typeCode": 0, "attachment": null, "extension": null,
                    "modifiedAt": null, "isAvailable": true
                  },
                  "messages": {
                    "nodes": [
                      {
                        "messageId": "8002", "text": "Level 1: in the garden?", "sender": { "accountId": "bob" },
                        "senderName": "Bob", "senderClient": "PC", "senderClientCode": 4, "status": "NORMAL",
                        "statusCode": 0, "type": "TEXT", "typeCode": 0, "attachment": null, "extension": null,
                        "modifiedAt": null, "isAvailable": true
                      },
                      {
                        "messageId": "8003", "text": "Level 2: if it does not rain.",
                        "sender": { "accountId": "alice" }, "senderName": "Alice 🌱", "senderClient": "PC",
                        "senderClientCode": 4, "status": "NORMAL", "statusCode": 0, "type": "TEXT", "typeCode": 0,
                        "attachment": null, "extension": null, "modifiedAt": null, "isAvailable": true
                      },
                      {
                        "messageId": "8004", "text": "Level 3: 周三会下雨 ☔", "sender": { "accountId": "张伟" },
                        "senderName": "张伟", "senderClient": "IOS", "senderClientCode": 2, "status": "NORMAL",
                        "statusCode": 0, "type": "TEXT", "typeCode": 0, "attachment": null, "extension": null,
                        "modifiedAt": null, "isAvailable": true
                      },
                      {
                        "messageId": "8005", "text": "Level 4: then the library.", "sender": { "accountId": "carol" },
                        "senderName": "Carol (on call)", "senderClient": "IOS", "senderClientCode": 2,
                        "status": "NORMAL", "statusCode": 0, "type": "TEXT", "typeCode": 0, "attachment": null,
                        "extension": null, "modifiedAt": null, "isAvailable": true
                      },
                      {
                        "messageId": "8006", "text": "Level 5: agreed.", "sender": { "accountId": "dave" },
                        "senderName": "Dave", "senderClient": "WEB", "senderClientCode": 16, "status": "NORMAL",
                        "statusCode": 0, "type": "TEXT", "typeCode": 0, "attachment": null, "extension": null,
                        "modifiedAt": null, "isAvailable": true
                      },
                      {
                        "messageId": "8007", "text": null, "sender": { "accountId": "dave" }, "senderName": "Dave",
                        "senderClient": "PC", "senderClientCode": 4, "status": "RECALLED", "statusCode": 1,
                        "type": "TEXT", "typeCode": 0, "attachment": null, "extension": null,
                        "modifiedAt": "2025-06-14T00:01:23.502Z", "isAvailable": true
                      },
                      {
                        "messageId": "8008", "text": "An answer to the recalled one.",
                        "sender": { "accountId": "alice" }, "senderName": "Alice 🌱", "senderClient": "HARMONY",
                        "senderClientCode": 65, "status": "NORMAL", "statusCode": 0, "type": "TEXT", "typeCode": 0,
                        "attachment": null, "extension": null, "modifiedAt": null, "isAvailable": true
                      },
                      {
                        "messageId": "8009", "text": null, "sender": { "accountId": "bob" }, "senderName": "Bob",
                        "senderClient": "WEB", "senderClientCode": 16, "status": "DELETED", "statusCode": 2,
                        "type": "IMAGE", "typeCode": 1, "attachment": null, "extension": null,
                        "modifiedAt": "2025-06-14T00:01:43.151Z", "isAvailable": true
                      },
                      {
                        "messageId": "8010", "text": "An answer to the deleted one.",
                        "sender": { "accountId": "carol" }, "senderName": "Carol (on call)", "senderClient": "ANDROID",
                        "senderClientCode": 1, "status": "NORMAL", "statusCode": 0, "type": "TEXT", "typeCode": 0,
                        "attachment": null, "extension": null, "modifiedAt": null, "isAvailable": true
                      },
                      {
                        "messageId": "8011", "text": "Pinned by the developer's own status.",
                        "sender": { "accountId": "carol" }, "senderName": "Carol (on call)", "senderClient": "IOS",
                        "senderClientCode": 2, "status": "CUSTOM", "statusCode": 10001, "type": "TEXT", "typeCode": 0,
                        "attachment": null, "extension": null, "modifiedAt": "2025-06-14T00:01:56.690Z",
                        "isAvailable": true
                      },
                      {
                        "messageId": "8012", "text": "A status that nobody knows.", "sender": { "accountId": "bob" },
                        "senderName": "Bob", "senderClient": "ANDROID", "senderClientCode": 1, "status": "NORMAL",
                        "statusCode": 7, "type": "TEXT", "typeCode": 0, "attachment": null, "extension": null,
                        "modifiedAt": "2025-06-14T00:01:56.690Z", "isAvailable": true
                      },
                      {
                        "messageId": "8013", "text": "Edited: nine o'clock, not eight.",
                        "sender": { "accountId": "alice" }, "senderName": "Alice 🌱", "senderClient": "PC",
                        "senderClientCode": 4, "status": "NORMAL", "statusCode": 0, "type": "TEXT", "typeCode": 0,
                        "attachment": null, "extension": "{\"edited\":true}", "modifiedAt": "2025-06-14T00:01:56.690Z",
                        "isAvailable": true
                      },
                      {
                        "messageId": "8014", "text": "Sent from something new.", "sender": { "accountId": "dave" },
                        "senderName": null, "senderClient": "UNKNOWN", "senderClientCode": 999, "status": "NORMAL",
                        "statusCode": 0, "type": "UNKNOWN", "typeCode": 1000, "attachment": null, "extension": null,
                        "modifiedAt": null, "isAvailable": true
                      },
                      {
                        "messageId": "8015", "text": "The client type as digits.", "sender": { "accountId": "bob" },
                        "senderName": "Bob", "senderClient": "IOS", "senderClientCode": 2, "status": "NORMAL",
                        "statusCode": 0, "type": "TEXT", "typeCode": 0, "attachment": null, "extension": null,
                        "modifiedAt": null, "isAvailable": true
                      }
                    ]
                  }
                }
              }
            }
            """).Costs(1);
    }

    [Fact]
    public async Task Message_and_client_types_keep_their_numbers_where_nobody_knows_them()
    {
        var answer = await demo.QueryAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) {
                messages(first: 20) {
                  nodes { senderClient senderClientCode type typeCode subTypeCode extension attachment { raw } }
                }
              }
            }
            """,
            DemoThreads.UnknownTypes.Variables());

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "messages": {
                    "nodes": [
                      {
                        "senderClient": "ANDROID", "senderClientCode": 1, "type": "TEXT", "typeCode": 0,
                        "subTypeCode": null, "extension": null, "attachment": null
                      },
                      {
                        "senderClient": "IOS", "senderClientCode": 2, "type": "TEXT", "typeCode": 0,
                        "subTypeCode": null, "extension": null, "attachment": null
                      },
                      {
                        "senderClient": "PC", "senderClientCode": 4, "type": "TEXT", "typeCode": 0, "subTypeCode": null,
                        "extension": null, "attachment": null
                      },
                      {
                        "senderClient": "WINDOWS_PHONE", "senderClientCode": 8, "type": "TEXT", "typeCode": 0,
                        "subTypeCode": null, "extension": null, "attachment": null
                      },
                      {
                        "senderClient": "WEB", "senderClientCode": 16, "type": "TEXT", "typeCode": 0,
                        "subTypeCode": null, "extension": null, "attachment": null
                      },
                      {
                        "senderClient": "REST", "senderClientCode": 32, "type": "TEXT", "typeCode": 0,
                        "subTypeCode": null, "extension": null, "attachment": null
                      },
                      {
                        "senderClient": "MAC", "senderClientCode": 64, "type": "TEXT", "typeCode": 0,
                        "subTypeCode": null, "extension": null, "attachment": null
                      },
                      {
                        "senderClient": "HARMONY", "senderClientCode": 65, "type": "TEXT", "typeCode": 0,
                        "subTypeCode": null, "extension": null, "attachment": null
                      },
                      {
                        "senderClient": "UNKNOWN", "senderClientCode": 0, "type": "TEXT", "typeCode": 0,
                        "subTypeCode": null, "extension": null, "attachment": null
                      },
                      {
                        "senderClient": "UNKNOWN", "senderClientCode": 999, "type": "TEXT", "typeCode": 0,
                        "subTypeCode": null, "extension": null, "attachment": null
                      },
                      {
                        "senderClient": "WEB", "senderClientCode": 16, "type": "AVCHAT", "typeCode": 7,
                        "subTypeCode": 7, "extension": "{\"trace\":\"x-1\",\"weight\":9007199254740993}",
                        "attachment": { "raw": { "of": "an unknown kind" } }
                      },
                      {
                        "senderClient": "HARMONY", "senderClientCode": 65, "type": "ROBOT", "typeCode": 11,
                        "subTypeCode": 11, "extension": "{\"trace\":\"x-1\",\"weight\":9007199254740993}",
                        "attachment": { "raw": { "of": "an unknown kind" } }
                      },
                      {
                        "senderClient": "IOS", "senderClientCode": 2, "type": "CALL", "typeCode": 12, "subTypeCode": 12,
                        "extension": "{\"trace\":\"x-1\",\"weight\":9007199254740993}",
                        "attachment": { "raw": { "of": "an unknown kind" } }
                      },
                      {
                        "senderClient": "MAC", "senderClientCode": 64, "type": "UNKNOWN", "typeCode": 4711,
                        "subTypeCode": 4711, "extension": "{\"trace\":\"x-1\",\"weight\":9007199254740993}",
                        "attachment": { "raw": { "of": "an unknown kind" } }
                      }
                    ]
                  }
                }
              }
            }
            """).Costs(1);
    }

    [Fact]
    public async Task Attachments_are_read_in_either_spelling_and_never_fail()
    {
        var answer = await demo.QueryAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) {
                messages(first: 50) {
                  nodes {
                    type
                    text
                    attachment {
                      __typename
                      ... on MediaAttachment { url name byteSize md5 width height durationMs }
                      ... on LocationAttachment { latitude longitude title }
                      ... on OtherAttachment { raw }
                    }
                  }
                }
              }
            }
            """,
            DemoThreads.Attachments.Variables());

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "messages": {
                    "nodes": [
                      {
                        "type": "IMAGE", "text": "收到,谢谢!",
                        "attachment": {
                          "__typename": "MediaAttachment", "url": "https://n.example/pic.jpg", "name": "pic.jpg",
                          "byteSize": 6814, "md5": "98949", "width": 1280, "height": 720, "durationMs": null
                        }
                      },
                      {
                        "type": "IMAGE", "text": "I would rather wait for the review.",
                        "attachment": {
                          "__typename": "MediaAttachment", "url": "http://n.example/pic.png", "name": "pic.png",
                          "byteSize": 20480, "md5": "a2f1", "width": 640, "height": 480, "durationMs": null
                        }
                      },
                      {
                        "type": "AUDIO", "text": "收到,谢谢!",
                        "attachment": {
                          "__typename": "MediaAttachment", "url": "https://n.example/voice.aac", "name": null,
                          "byteSize": 16420, "md5": "87b94", "width": null, "height": null, "durationMs": 4551
                        }
                      },
                      {
                        "type": "AUDIO", "text": "Good catch!",
                        "attachment": {
                          "__typename": "MediaAttachment", "url": "https://n.example/voice.mp3", "name": "voice.mp3",
                          "byteSize": 9000, "md5": "b1", "width": null, "height": null, "durationMs": 1200
                        }
                      },
                      {
                        "type": "VIDEO", "text": "Good catch!",
                        "attachment": {
                          "__typename": "MediaAttachment", "url": "https://n.example/clip.mp4", "name": "clip.mp4",
                          "byteSize": 16420432, "md5": "da2ce", "width": 36, "height": 48, "durationMs": 8003
                        }
                      },
                      {
                        "type": "VIDEO", "text": "Who owns this part?",
                        "attachment": {
                          "__typename": "MediaAttachment", "url": "https://n.example/clip.mov", "name": "clip.mov",
                          "byteSize": 5000000000, "md5": "c3", "width": 1920, "height": 1080, "durationMs": 3600000
                        }
                      },
                      {
                        "type": "LOCATION", "text": "See the note above.",
                        "attachment": {
                          "__typename": "LocationAttachment", "latitude": 30.1852, "longitude": 120.1897,
                          "title": "杭州市滨江区网商路599号"
                        }
                      },
                      {
                        "type": "LOCATION", "text": "Works on my side 👍",
                        "attachment": { "__typename": "LocationAttachment", "latitude": 0, "longitude": -0.5, "title": "Null Island" }
                      },
                      {
                        "type": "FILE", "text": "下周三可以。",
                        "attachment": {
                          "__typename": "MediaAttachment", "url": "https://n.example/report.pdf", "name": "report.pdf",
                          "byteSize": 39916, "md5": "79d62", "width": null, "height": null, "durationMs": null
                        }
                      },
                      {
                        "type": "FILE", "text": "I would rather wait for the review.",
                        "attachment": {
                          "__typename": "MediaAttachment", "url": "https://n.example/data.csv", "name": "数据.csv",
                          "byteSize": 12, "md5": null, "width": null, "height": null, "durationMs": null
                        }
                      },
                      { "type": "TIP", "text": "A tip: the text is all there is.", "attachment": null },
                      {
                        "type": "CUSTOM", "text": "Agreed, let us do it that way.",
                        "attachment": {
                          "__typename": "OtherAttachment",
                          "raw": {
                            "type": "poll", "question": "Lunch?", "options": ["noodles", "rice"],
                            "ref": "9223372036854775807"
                          }
                        }
                      },
                      {
                        "type": "CUSTOM", "text": "I would rather wait for the review.",
                        "attachment": {
                          "__typename": "OtherAttachment",
                          "raw": ["a", "list", { "nested": [1, 2, 3] }, null, true, 1.5]
                        }
                      },
                      {
                        "type": "CUSTOM", "text": "I looked into it: the cache was cold.",
                        "attachment": { "__typename": "OtherAttachment", "raw": "sticker:wave;size=large" }
                      },
                      {
                        "type": "CUSTOM", "text": "Agreed, let us do it that way.",
                        "attachment": { "__typename": "OtherAttachment", "raw": "{\"broken\":\"json\" " }
                      },
                      {
                        "type": "NOTIFICATION", "text": "Could you send the figures again?",
                        "attachment": {
                          "__typename": "OtherAttachment",
                          "raw": {
                            "id": 0,
                            "data": { "tinfo": { "1": "4100200300" }, "uinfos": [{ "1": "bob", "3": "Bob" }], "ids": ["bob"] }
                          }
                        }
                      },
                      {
                        "type": "NOTIFICATION", "text": "Could you send the figures again?",
                        "attachment": {
                          "__typename": "OtherAttachment",
                          "raw": {
                            "id": 403,
                            "data": { "tinfo": { "1": "5100200300", "3": "Town hall" }, "uinfos": [], "id": "5100200300" }
                          }
                        }
                      },
                      {
                        "type": "IMAGE", "text": "No objection from us.",
                        "attachment": {
                          "__typename": "MediaAttachment", "url": null, "name": null, "byteSize": null, "md5": null,
                          "width": null, "height": null, "durationMs": null
                        }
                      },
                      {
                        "type": "IMAGE", "text": "下周三可以。",
                        "attachment": {
                          "__typename": "MediaAttachment", "url": "https://n.example/e.gif", "name": null,
                          "byteSize": null, "md5": null, "width": 16, "height": 16, "durationMs": null
                        }
                      },
                      {
                        "type": "CALL", "text": "One more question about the rollout.",
                        "attachment": {
                          "__typename": "OtherAttachment",
                          "raw": {
                            "channel": "1790438", "type": 1, "status": 1,
                            "durations": [{ "accid": "alice", "duration": 42 }]
                          }
                        }
                      }
                    ]
                  }
                }
              }
            }
            """).Costs(1);
    }

    [Fact]
    public async Task Edited_message_says_when_and_by_whom()
    {
        var answer = await demo.QueryAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) {
                messages(first: 6) { nodes { text createdAt modifiedAt modifiedBy { accountId } sender { accountId } status } }
              }
            }
            """,
            DemoThreads.Gaps.Variables());

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "messages": {
                    "nodes": [
                      {
                        "text": "Point one is missing.", "createdAt": "2025-06-05T00:00:05.232Z", "modifiedAt": null,
                        "modifiedBy": null, "sender": { "accountId": "dave" }, "status": "NORMAL"
                      },
                      {
                        "text": "Why was that recalled?", "createdAt": "2025-06-05T00:00:30.009Z", "modifiedAt": null,
                        "modifiedBy": null, "sender": { "accountId": "dave" }, "status": "NORMAL"
                      },
                      {
                        "text": "It named the wrong customer.", "createdAt": "2025-06-05T00:00:48.294Z",
                        "modifiedAt": null, "modifiedBy": null, "sender": { "accountId": "alice" }, "status": "NORMAL"
                      },
                      {
                        "text": "An answer to what was deleted.", "createdAt": "2025-06-05T00:01:19.874Z",
                        "modifiedAt": null, "modifiedBy": null, "sender": { "accountId": "dave" }, "status": "NORMAL"
                      },
                      {
                        "text": "Another answer to what was deleted.", "createdAt": "2025-06-05T00:01:34.704Z",
                        "modifiedAt": null, "modifiedBy": null, "sender": { "accountId": "alice" }, "status": "NORMAL"
                      },
                      {
                        "text": "Point one, now with the right date.", "createdAt": "2025-06-05T00:01:37.719Z",
                        "modifiedAt": "2025-06-05T00:02:38.719Z", "modifiedBy": { "accountId": "dave" },
                        "sender": { "accountId": "dave" }, "status": "NORMAL"
                      }
                    ]
                  }
                }
              }
            }
            """).Costs(1);
    }

    [Fact]
    public async Task Text_of_every_script_arrives_as_it_was_sent()
    {
        var answer = await demo.QueryAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) {
                root { text sender { accountId } }
                messages(first: 20) { nodes { text depth } }
              }
            }
            """,
            DemoThreads.Unicode.Variables());

        answer.Answers(
            """
            {
              "data": {
                "thread": {
                  "root": { "text": "周五的发布会准备好了吗?🎉", "sender": { "accountId": "张伟" } },
                  "messages": {
                    "nodes": [
                      { "text": "准备好了 👍🏽", "depth": 1 },
                      { "text": "👨\u200d👩\u200d👧\u200d👦 一家人都来", "depth": 2 },
                      { "text": "日本語と한국어とไทย", "depth": 3 },
                      { "text": "\u05e9\u05dc\u05d5\u05dd, \u0645\u0631\u062d\u0628\u0627", "depth": 4 },
                      { "text": "e\u0301 is not é", "depth": 5 },
                      { "text": "Quotes \" and \\ and / and <b>&amp;</b>", "depth": 6 },
                      { "text": "Line one\nline two\r\n\tindented", "depth": 7 },
                      { "text": "\u0001 control \u001f \u007f", "depth": 8 },
                      { "text": "𠮷野家 𝒳 🇨🇳", "depth": 9 },
                      { "text": "\u2028 and \u2029 and \ufeff", "depth": 10 }
                    ]
                  }
                }
              }
            }
            """).Costs(1);
    }

    [Theory]
    [InlineData("team", "TEAM", 18)]
    [InlineData("super-team", "SUPER_TEAM", 40)]
    public async Task Teams_have_threads_too(string name, string kind, int count)
    {
        var answer = await demo.QueryAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) {
                conversation { kind }
                replyCount
                messages(first: 50) { nodes { messageId } pageInfo { hasNextPage } }
              }
            }
            """,
            DemoThreads.All.Single(t => t.Name == name).Variables());

        answer.Succeeds().Costs(1);
        answer.Text("thread.conversation.kind").ShouldBe(kind);
        answer["thread.replyCount"]!.GetValue<int>().ShouldBe(count);
        answer.Texts("thread.messages.nodes", "messageId").ShouldBe(IdsOf(name));
        answer["thread.messages.pageInfo.hasNextPage"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Theory]
    [InlineData("tree-250")]
    [InlineData("channel-300")]
    public async Task Ids_beyond_doubles_keep_every_digit(string name)
    {
        var answer = await demo.QueryAsync(
            "query($root: ThreadRootInput!) { thread(root: $root) { messages(first: 100) { nodes { messageId } } } }",
            DemoThreads.All.Single(t => t.Name == name).Variables());

        answer.Texts("thread.messages.nodes", "messageId").ShouldBe(IdsOf(name)[..100]);
        answer.Costs(1);
    }

    private string[] IdsOf(string name)
    {
        var thread = DemoThreads.All.Single(t => t.Name == name);
        return [.. demo.App.Store.FindThread(thread.ServerId)!.Replies.Select(static r => $"{r.ServerId}")];
    }
}
