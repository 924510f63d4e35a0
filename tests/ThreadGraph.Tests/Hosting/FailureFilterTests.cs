using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Hosting;

public sealed class FailureFilterTests
{
    [Fact]
    public async Task Wrong_secret_is_told_from_our_side_only()
    {
        await using var app = await TestApp.StartAsync(settings: "--Yunxin:AppSecret=another-secret");

        var answer = await app.QueryAsync(
            "query($root: ThreadRootInput!) { thread(root: $root) { replyCount } }",
            DemoThreads.SevenLevels.Variables());

        answer.Answers(
            """
            {
              "errors": [
                {
                  "message": "The upstream refused a parameter, the signature or the clock; check the query, the secret and the time.",
                  "locations": [ { "line": 1, "column": 34 } ],
                  "path": ["thread"],
                  "extensions": { "code": "UPSTREAM_REJECTED", "upstreamCode": 414 }
                }
              ],
              "data": { "thread": null }
            }
            """).Costs(1);
        app.Log.Lines.ShouldContain(static line => line.Contains("failed with Rejected, upstream code 414"));
        string[] told = [answer.Body, .. app.Log.Lines];
        string[] secrets = ["another-secret", app.UpstreamAddress.Authority, "CheckSum", "158844553001000001"];
        secrets.ShouldAllBe(secret => !told.Any(text => text.Contains(secret)));
    }

    [Fact]
    public async Task Spent_quota_is_told_with_the_time_to_wait()
    {
        await using var app = await TestApp.StartAsync(sandbox: new() { CallsPerSecond = 1 });
        const string document = "query($root: ThreadRootInput!) { thread(root: $root) { replyCount } }";
        (await app.QueryAsync(document, DemoThreads.SevenLevels.Variables())).Succeeds().Costs(1);

        var answer = await app.QueryAsync(document, DemoThreads.Tree250.Variables());

        answer.Answers(
            """
            {
              "errors": [
                {
                  "message": "The upstream's call quota is spent; wait before asking again.",
                  "locations": [ { "line": 1, "column": 34 } ],
                  "path": ["thread"],
                  "extensions": { "code": "UPSTREAM_BUSY", "upstreamCode": 416, "retryAfterMs": 10000 }
                }
              ],
              "data": { "thread": null }
            }
            """);
    }
}
