using System.Net;
using ThreadGraph.Yunxin.Tests.Support;

namespace ThreadGraph.Yunxin.Tests.Failures;

public class SecrecyTests
{
    [Fact]
    public async Task No_failure_and_no_log_line_holds_secret_checksum_address_account_or_upstream_text()
    {
        using var rig = new Rig(("MaxRetries", "0"));
        rig.Upstream
            .Fails(new HttpRequestException(HttpRequestError.ConnectionError, "no https://open.yunxinapi.com"))
            .Fails(new HttpRequestException(HttpRequestError.ResponseEnded, "lost open.yunxinapi.com, demo-secret"))
            .Answers("""{ "code": 414, "msg": "bad checksum of demo-secret by carol, words" }""")
            .Answers(HttpStatusCode.BadGateway, "text/html", "words")
            .Answers("words that are not JSON")
            .Answers("""
                { "code": 200, "data": { "thread_root": { "message_server_id": 158844553334358018, "text": "words" },
                  "messages": [ { "message_server_id": 2, "create_time": 9, "text": "words" },
                                { "message_server_id": 3, "create_time": 8, "text": "words" } ] } }
                """);

        var texts = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            texts.Add((await rig.FailsAsync(Queries.ThreadMessages)).ToString());
        }

        texts.AddRange(rig.Log.Lines);

        rig.Log.Lines.Count.ShouldBe(6, "five failed attempts and one inverted order, read in vain three times");
        string[] leaks = ["demo-secret", "demo-key", "yunxinapi", "carol", "words", "158844553334358018"];
        foreach (var leak in leaks.Concat(rig.Upstream.Seen.Select(request => request.Headers["CheckSum"])))
        {
            texts.ShouldAllBe(text => !text.Contains(leak));
        }
    }
}
