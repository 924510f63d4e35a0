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

        answer.Answers("""X""").Costs(1);
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

        answer.Answers("""X""").Costs(1);
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

        answer.Answers("""X""").Costs(1);
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

        answer.Answers("""X""").Costs(1);
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

        answer.Answers("""X""").Costs(1);
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
