using System.Net;
using System.Text;
using System.Text.Json;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Access;

public sealed class ViewerTests
{
    private const string Viewer = "{ viewer { accountId } }";

    private const string Unauthenticated =
        """
        {
          "errors": [
            {
              "message": "Sign in first: send a valid bearer token in the Authorization header.",
              "extensions": { "code": "UNAUTHENTICATED" }
            }
          ]
        }
        """;

    [Fact]
    public async Task Subject_of_the_bearer_token_is_the_viewer_in_lower_case()
    {
        await using var app = await TestApp.StartAsync(environment: "Production", settings: Bearer.Settings);

        var answer = await app.QueryAsync(Viewer, bearer: Bearer.For("Bob"));

        answer.Answers("""{ "data": { "viewer": { "accountId": "bob" } } }""").Costs(0);
    }

    [Fact]
    public async Task Claim_that_names_the_account_can_be_another()
    {
        await using var app = await TestApp.StartAsync(
            environment: "Production", settings: [.. Bearer.Settings, "--Access:AccountClaim=yunxin_accid"]);

        (await app.QueryAsync(Viewer, bearer: Bearer.For("carol", claim: "yunxin_accid")))
            .Answers("""{ "data": { "viewer": { "accountId": "carol" } } }""");
        (await app.QueryAsync(Viewer, bearer: Bearer.For("carol"))).Answers(Unauthenticated);
    }

    [Theory]
    [InlineData("Production", null)]
    [InlineData("Production", "not a token")]
    [InlineData("Production", """{"iss":"others","aud":"threadgraph","exp":4102444800,"sub":"bob"}""")]
    [InlineData("Production", """{"iss":"tests","aud":"others","exp":4102444800,"sub":"bob"}""")]
    [InlineData("Production", """{"iss":"tests","aud":"threadgraph","exp":1577836800,"sub":"bob"}""")]
    [InlineData("Production", """{"iss":"tests","aud":"threadgraph","exp":4102444800}""")]
    [InlineData("Development", """{"iss":"tests","aud":"threadgraph","exp":1577836800,"sub":"bob"}""")]
    public async Task Nobody_is_the_viewer_without_a_valid_token(string environment, string? payload)
    {
        await using var app = await TestApp.StartAsync(environment: environment, settings: Bearer.Settings);
        var token = payload is ['{', ..] ? Bearer.Sign(payload) : payload;

        (await app.QueryAsync(Viewer, bearer: token)).Answers(Unauthenticated);
    }

    [Theory]
    [InlineData(null, "application/graphql-response+json", "Bearer")]
    [InlineData("Bearer x", "application/json", "Bearer error=\"invalid_token\"")]
    [InlineData("Basic eA==", "application/json", "Bearer error=\"invalid_token\"")]
    public async Task Nobody_is_told_to_sign_in_before_the_document_is_read(string? authorization, string type, string challenge)
    {
        await using var app = await TestApp.StartAsync(environment: "Production", settings: Bearer.Settings);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = new StringContent("{", Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("Accept", type);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using var response = await app.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().ShouldBe(challenge);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }

    [Fact]
    public async Task Demo_account_asks_in_development_only()
    {
        await using var app = await TestApp.StartAsync(settings: "--Access:DemoAccount=dave");

        (await app.QueryAsync(Viewer)).Answers("""{ "data": { "viewer": { "accountId": "dave" } } }""");
    }

    [Theory]
    [InlineData("seven-levels")]
    [InlineData("team")]
    [InlineData("channel-nested")]
    public async Task No_thread_is_opened_for_nobody(string name)
    {
        await using var app = await TestApp.StartAsync(environment: "Production", settings: Bearer.Settings);
        var thread = DemoThreads.All.Single(t => t.Name == name);

        var answer = await app.QueryAsync(
            "query($root: ThreadRootInput!) { thread(root: $root) { id } }", thread.Variables());

        answer.Answers(Unauthenticated).Costs(0);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("messages(first: 1) { nodes { text } }")]
    public async Task Thread_between_two_others_is_forbidden_without_a_call(string selection)
    {
        await using var app = await TestApp.StartAsync();

        var answer = await app.QueryAsync(
            $$"""query($root: ThreadRootInput!) { thread(root: $root) { {{selection}} } }""",
            DemoThreads.BobAndCarol.Variables());

        answer.Answers(
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
            """).Costs(0);
    }

    [Fact]
    public async Task Ids_of_a_forbidden_thread_are_forbidden_too()
    {
        await using var app = await TestApp.StartAsync(settings: Bearer.Settings);
        var bob = await app.QueryAsync(
            """
            query($root: ThreadRootInput!) {
              thread(root: $root) { id root { id } messages(first: 1) { nodes { id } } }
            }
            """,
            DemoThreads.BobAndCarol.Variables(),
            Bearer.For("bob"));
        bob.Succeeds().Costs(1);

        foreach (var path in (string[])["thread.id", "thread.root.id", "thread.messages.nodes.0.id"])
        {
            var id = bob.Text(path);
            (await app.QueryAsync("query($id: ID!) { node(id: $id) { __typename } }", new { id }))
                .FailsWith("FORBIDDEN").Costs(0);
            (await app.QueryAsync("query($id: ID!) { thread(root: { id: $id }) { replyCount } }", new { id }))
                .FailsWith("FORBIDDEN").Costs(0);
        }
    }

    [Fact]
    public async Task Accounts_are_compared_without_regard_to_case()
    {
        await using var app = await TestApp.StartAsync(settings: "--Access:DemoAccount=ALICE");
        var thread = DemoThreads.SevenLevels;

        var answer = await app.QueryAsync(
            """
            query($createdAt: DateTime!) {
              thread(root: {
                message: {
                  conversationType: P2P, senderId: "Alice", receiverId: "BOB", messageId: "158844553001000001"
                  clientMessageId: "seven-levels", createdAt: $createdAt
                }
              }) { replyCount }
            }
            """,
            new { createdAt = Roots.Time(thread.CreateTimeMs) });

        answer.Answers("""{ "data": { "thread": { "replyCount": 21 } } }""").Costs(1);
    }

    [Fact]
    public async Task Channel_of_others_is_forbidden_by_the_upstream()
    {
        await using var app = await TestApp.StartAsync();

        var answer = await app.QueryAsync(
            "query($root: ThreadRootInput!) { thread(root: $root) { replyCount } }",
            DemoThreads.PrivateChannel.Variables());

        answer.FailsWith("FORBIDDEN").Costs(1).Checked(1);
        answer.Seen.Single()["accid"].ShouldBe("alice");
        JsonSerializer.Serialize(answer.Json["errors"]![0]!["message"]).ShouldBe(
            "\"Your account may not read this thread.\"");
    }
}
