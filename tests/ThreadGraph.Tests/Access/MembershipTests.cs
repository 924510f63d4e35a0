using ThreadGraph.Sandbox;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Faults;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Access;

/// <summary>Teams, super teams and QChat servers are for their members, whichever way one comes in.</summary>
public sealed class MembershipTests
{
    private const string Count = "query($root: ThreadRootInput!) { thread(root: $root) { replyCount } }";

    private const string Forbidden =
        """
        {
          "errors": [
            {
              "message": "Your account may not read this thread.",
              "locations": [ { "line": 1, "column": 34 } ],
              "path": ["thread"],
              "extensions": { "code": "FORBIDDEN" }
            }
          ],
          "data": { "thread": null }
        }
        """;

    [Theory]
    [InlineData("team", 18)]
    [InlineData("super-team", 40)]
    [InlineData("channel-nested", 26)]
    public async Task Member_is_checked_once_and_reads(string name, int replies)
    {
        await using var app = await TestApp.StartAsync();

        foreach (var checks in (int[])[1, 0])
        {
            (await app.QueryAsync(Count, Demo(name).Variables()))
                .Answers($$$"""{ "data": { "thread": { "replyCount": {{{replies}}} } } }""").Costs(1).Checked(checks);
        }
    }

    [Theory]
    [InlineData("others-team")]
    [InlineData("others-server")]
    public async Task Nothing_is_read_for_who_is_no_member(string name)
    {
        await using var app = await TestApp.StartAsync();

        foreach (var checks in (int[])[1, 0])
        {
            (await app.QueryAsync(Count, Demo(name).Variables())).Answers(Forbidden).Costs(0).Checked(checks);
        }
    }

    [Theory]
    [InlineData("others-team")]
    [InlineData("others-server")]
    public async Task Thread_that_is_not_there_looks_to_who_is_no_member_like_one_that_is(string name)
    {
        await using var app = await TestApp.StartAsync();
        var missing = Demo(name) with { ServerId = Demo(name).ServerId + 1 };

        (await app.QueryAsync(Count, missing.Variables())).Answers(Forbidden).Costs(0).Checked(1);
    }

    [Theory]
    [InlineData("others-team", "TEAM")]
    [InlineData("others-team", "SUPER_TEAM")]
    [InlineData("team", "SUPER_TEAM")]
    public async Task Team_that_is_not_there_looks_like_one_of_others(string name, string kind)
    {
        await using var app = await TestApp.StartAsync();
        var thread = Demo(name);
        var receiverId = kind == "TEAM" ? "4999999999" : $"{thread.Conversation.TeamId}";

        (await app.QueryAsync(Count, new
        {
            root = new
            {
                message = new
                {
                    conversationType = kind,
                    senderId = thread.SenderId,
                    receiverId,
                    messageId = $"{thread.ServerId}",
                    clientMessageId = thread.ClientId,
                    createdAt = Roots.Time(thread.CreateTimeMs),
                },
            },
        })).Answers(Forbidden).Costs(0).Checked(1);
    }

    [Theory]
    [InlineData("others-team")]
    [InlineData("others-server")]
    public async Task Ids_from_a_members_answer_open_nothing_for_others(string name)
    {
        await using var app = await TestApp.StartAsync(settings: Bearer.Settings);
        var bob = await app.QueryAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) { id root { id } messages(first: 1) { nodes { id } pageInfo { endCursor } } }
            }
            """,
            Demo(name).Variables(),
            Bearer.For("bob"));
        bob.Succeeds().Costs(1);

        foreach (var path in (string[])["thread.root.id", "thread.messages.nodes.0.id"])
        {
            var id = bob.Text(path);
            (await app.QueryAsync("query($id: ID!) { node(id: $id) { __typename } }", new { id }))
                .FailsWith("FORBIDDEN").Costs(0);
            (await app.QueryAsync("query($id: ID!) { nodes(ids: [$id]) { __typename } }", new { id }))
                .FailsWith("FORBIDDEN").Costs(0);
            (await app.QueryAsync("query($id: ID!) { thread(root: { id: $id }) { replyCount } }", new { id }))
                .FailsWith("FORBIDDEN").Costs(0);
        }

        (await app.QueryAsync(
            """
            query($id: ID!, $after: String!, $around: ID!) {
              node(id: $id) {
                ... on Thread { messages(first: 1, after: $after) { nodes { id } } near: messages(around: $around) { nodes { id } } }
              }
            }
            """,
            new
            {
                id = bob.Text("thread.id"),
                after = bob.Text("thread.messages.pageInfo.endCursor"),
                around = bob.Text("thread.messages.nodes.0.id"),
            })).FailsWith("FORBIDDEN").Costs(0);
    }

    [Fact]
    public async Task What_the_client_said_itself_is_free_of_checks()
    {
        await using var app = await TestApp.StartAsync();

        var answer = await app.QueryAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) { conversation { kind ... on TeamConversation { teamId } } coverage { readCount } }
            }
            """,
            DemoThreads.OthersTeam.Variables());

        answer.Answers(
            """
            {
              "data": {
                "thread": { "conversation": { "kind": "TEAM", "teamId": "4100200301" }, "coverage": { "readCount": 0 } }
              }
            }
            """).Costs(0).Checked(0);
    }

    [Fact]
    public async Task Threads_of_one_team_share_a_check_and_others_do_not_wait_for_it()
    {
        await using var app = await TestApp.StartAsync();

        var answer = await app.QueryAsync(
            """
            query($team: ThreadRootInput!, $roots: [ThreadRootInput!]!) {
              team: thread(root: $team) { replyCount messages(first: 1) { nodes { text } } }
              threads(roots: $roots) { replyCount }
            }
            """,
            new
            {
                team = DemoThreads.Team.Root(),
                roots = new[]
                {
                    (DemoThreads.Team with { ServerId = 5 }).Root(), DemoThreads.OthersTeam.Root(),
                    DemoThreads.ChannelNested.Root(), DemoThreads.ChannelNoReplies.Root(), DemoThreads.SevenLevels.Root(),
                },
            });

        // One page of the team's thread, one failing, the two channel threads counted at once, one of two accounts.
        answer["threads"]!.ToJsonString().ShouldBe(
            """[null,null,{"replyCount":26},{"replyCount":0},{"replyCount":21}]""");
        answer["team.replyCount"]!.GetValue<int>().ShouldBe(18);
        answer.Json["errors"]!.AsArray().Select(static e => e!["extensions"]!["code"]!.GetValue<string>()).Order()
            .ShouldBe(["FORBIDDEN", "THREAD_NOT_FOUND"]);
        answer.Costs(4).Checked(3);
    }

    [Theory]
    [InlineData("alice", true, "THREAD_NOT_FOUND")]
    [InlineData("erin", true, "FORBIDDEN")]
    [InlineData("alice", false, "THREAD_NOT_FOUND")]
    [InlineData("erin", false, "FORBIDDEN")]
    public async Task Message_that_is_gone_proves_nothing_so_the_accounts_teams_are_looked_through(
        string account, bool inSuperTeam, string code)
    {
        var team = inSuperTeam ? SandboxConversation.SuperTeam(77) : SandboxConversation.Team(77);
        await using var app = await TestApp.StartAsync(
            store =>
            {
                store.AddAccount("erin");
                store.AddTeam(team, new SandboxMember("alice", 1));

                // More than a page of teams that sort before it.
                for (var i = 1; i <= 120; i++)
                {
                    store.AddTeam(
                        inSuperTeam ? SandboxConversation.SuperTeam(i + 1_000) : SandboxConversation.Team(i + 1_000),
                        new SandboxMember("alice", 1),
                        new SandboxMember("erin", 1));
                }

                store.AddTeam(
                    inSuperTeam ? SandboxConversation.SuperTeam(9_000) : SandboxConversation.Team(9_000),
                    new SandboxMember("alice", 1));
            },
            settings: $"--Access:DemoAccount={account}");
        var root = new
        {
            message = new
            {
                conversationType = inSuperTeam ? "SUPER_TEAM" : "TEAM",
                senderId = "alice",
                receiverId = "9000",
                messageId = "5",
                clientMessageId = "c",
                createdAt = Roots.Time(Chat.StartMs),
            },
        };

        var answer = await app.QueryAsync(Count, new { root });

        // The sandbox checks the member first, so who is none costs one check; who is one costs two pages more.
        answer.FailsWith(code).Costs(code == "FORBIDDEN" ? 0 : 1).Checked(code == "FORBIDDEN" ? 1 : 3);
    }

    [Fact]
    public async Task Who_joins_or_leaves_is_noticed_when_the_answer_is_old()
    {
        await using var chat = await ChatApp.StartAsync(static c => c.Replies(1, 2), SandboxConversation.Team(77));
        var members = chat.App.Store.AddTeam(SandboxConversation.Team(77), new SandboxMember("bob", 1));
        Task<Answer> ReadAsync() => chat.ThreadAsync("replyCount");

        (await ReadAsync()).FailsWith("FORBIDDEN").Checked(1);
        members.Add(new SandboxMember("alice", 1));
        chat.App.Time.Now += TimeSpan.FromSeconds(9.999);
        (await ReadAsync()).FailsWith("FORBIDDEN").Checked(0);
        chat.App.Time.Now += TimeSpan.FromSeconds(0.001);
        (await ReadAsync()).Succeeds().Checked(1);
        members.Remove("alice");
        chat.App.Time.Now += TimeSpan.FromSeconds(59.999);
        (await ReadAsync()).Succeeds().Checked(0);
        chat.App.Time.Now += TimeSpan.FromSeconds(0.001);
        (await ReadAsync()).FailsWith("FORBIDDEN").Checked(1);
    }

    [Fact]
    public async Task Check_that_fails_opens_nothing_and_is_not_remembered()
    {
        await using var app = await TestApp.StartAsync();
        var fault = app.Store.Faults.Add(
            new FaultRule { Fault = SandboxFault.InternalErrorCode, Api = SandboxApi.SingleMessage });

        (await app.QueryAsync(Count, DemoThreads.Team.Variables())).FailsWith("UPSTREAM_ERROR").Costs(0);
        app.Store.Faults.Remove(fault.Id);

        (await app.QueryAsync(Count, DemoThreads.Team.Variables())).Succeeds().Costs(1).Checked(1);
    }

    [Fact]
    public async Task Checks_can_be_left_to_others()
    {
        await using var app = await TestApp.StartAsync(settings: "--Access:CheckMembership=false");

        (await app.QueryAsync(Count, DemoThreads.OthersTeam.Variables())).Succeeds().Costs(1).Checked(0);
        (await app.QueryAsync(Count, DemoThreads.OthersServer.Variables())).Succeeds().Costs(1).Checked(0);
    }

    [Fact]
    public async Task Root_that_was_sent_to_others_is_as_if_it_were_not_there()
    {
        await using var app = await TestApp.StartAsync(
            static store => store.AddThread(SandboxConversation.Team(77), new SandboxMessage
            {
                ServerId = Chat.RootId,
                ClientId = "c-root",
                SenderId = "bob",
                TimeMs = Chat.StartMs,
                Text = "secret",
                ReceiverAccountIds = ["bob", "carol"],
            }).AddReply(new SandboxMessage
            {
                ServerId = Chat.RootId + 1, ClientId = "c-1", SenderId = "alice", TimeMs = Chat.StartMs + 1, Text = "open",
            }));
        var thread = app.Store.FindThread(Chat.RootId)!;

        var hidden = await app.QueryAsync(Count, thread.Variables());
        app.Store.RemoveThread(Chat.RootId);
        var missing = await app.QueryAsync(Count, thread.Variables());

        hidden.FailsWith("THREAD_NOT_FOUND").Costs(1);
        hidden.Body.ShouldBe(missing.Body);
    }

    [Fact]
    public async Task Message_that_was_sent_to_others_is_nowhere_to_be_had()
    {
        await using var chat = await ChatApp.StartAsync(
            static c => c.Reply("secret", change: static m => m with { ReceiverAccountIds = ["bob"] }).Reply("b", to: "secret"),
            SandboxConversation.Team(77),
            settings: [.. Bearer.Settings, "--Access:DemoAccount=carol"]);
        var bob = await chat.ThreadAsync("messages { nodes { id } }", Bearer.For("bob"));
        var (secret, reply) = (bob.Text("thread.messages.nodes.0.id"), bob.Text("thread.messages.nodes.1.id"));

        var answer = await chat.App.QueryAsync(
            """
            query($secret: ID!, $reply: ID!) {
              secret: node(id: $secret) { __typename }
              reply: node(id: $reply) {
                ... on Message {
                  text
                  ancestors { text }
                  parent { state message { text } }
                  thread { around: messages(around: $secret) { nodes { text } } under: outline(under: $secret) { edges { node { text } } } }
                }
              }
            }
            """,
            new { secret, reply });

        answer["secret"].ShouldBeNull();
        answer["reply"]!["ancestors"]!.AsArray().ShouldBeEmpty();
        answer["reply"]!["parent"]!.ToJsonString().ShouldBe("""{"state":"NOT_VISIBLE","message":null}""");
        answer.Texts("reply.thread.around.nodes").ShouldBe(["b"]);
        answer.Body.ShouldNotContain("\"secret\",");
        answer.Body.ShouldNotContain("\"text\":\"secret\"");
    }

    private static DemoThread Demo(string name) => DemoThreads.All.Single(thread => thread.Name == name);
}
