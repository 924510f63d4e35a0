using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ThreadGraph.Tests.Support;
using Xunit.Abstractions;

namespace ThreadGraph.Tests.Performance;

/// <summary>What the process allocates for a request, so that a change that doubles it does not go unseen.</summary>
/// <remarks>
/// The figures are all threads' together. In them is what the upstream's stand-in allocates, some 600 bytes for each call;
/// the client of these tests adds nothing.
/// </remarks>
[Collection(AloneCollection.Name)]
public sealed class AllocationTests(MeasuredApp app, ITestOutputHelper output) : IClassFixture<MeasuredApp>
{
    private const int WarmUps = 200;
    private const int Requests = 200;

    // Bytes for a request: twice what a release build was measured to allocate, rounded up. That was 1,940, 36,100, 241,500
    // and 111,500.
    private const long MostForTypename = 4_000;
    private const long MostForFlat = 73_000;
    private const long MostForInbox = 485_000;
    private const long MostForTree = 225_000;

    [Fact]
    public void A_request_that_reads_nothing_allocates_within_its_bound() =>
        Measure("typename", Body("{ __typename }", ""), MostForTypename)
            .ShouldBe("""{"data":{"__typename":"Query"}}""");

    [Fact]
    public void A_flat_list_of_20_messages_allocates_within_its_bound()
    {
        var answer = Measure("flat", Body(Example("flat"), $"\"root\":{app.Short[0].Input}"), MostForFlat);

        Json(answer)["thread"]!["messages"]!["edges"]!.AsArray().Count.ShouldBe(20);
    }

    [Fact]
    public void An_inbox_of_20_roots_allocates_within_its_bound()
    {
        var roots = string.Join(',', app.Short.Select(static thread => thread.Input));

        var answer = Measure("inbox", Body(Example("inbox"), $"\"roots\":[{roots}]"), MostForInbox);

        Json(answer)["threads"]!.AsArray().Select(static thread => thread!["messages"]!["nodes"]!.AsArray().Count)
            .ShouldBe(Enumerable.Repeat(3, 20));
    }

    [Fact]
    public void A_tree_of_100_replies_allocates_within_its_bound()
    {
        var answer = Measure("tree", Body(Example("tree"), $"\"root\":{app.Hundred.Input}"), MostForTree);

        Json(answer)["thread"]!["replyCount"]!.GetValue<int>().ShouldBe(100);
        Json(answer)["thread"]!["replies"]!["nodes"]!.AsArray().Count.ShouldBe(10);
    }

    /// <summary>Sends a request over and over, and compares what one of them allocates with its bound.</summary>
    /// <returns>The answer.</returns>
    private string Measure(string name, string body, long most)
    {
        var request = KeepAliveConnection.Request(body);
        var answer = app.Connection.Send(request).ToArray();
        Send(request, WarmUps, answer.Length);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        Send(request, Requests, answer.Length);
        var allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / Requests;

        var line = string.Create(
            CultureInfo.InvariantCulture, $"{name}: {allocated:N0} bytes allocated for a request, at most {most:N0}");
        output.WriteLine(line);
        Repository.Report($"allocated, {name}", [line]);
        allocated.ShouldBeLessThanOrEqualTo(most, name);
        return Encoding.UTF8.GetString(answer);
    }

    private void Send(byte[] request, int times, int answerLength)
    {
        for (var i = 0; i < times; i++)
        {
            if (app.Connection.Send(request).Length != answerLength)
            {
                throw new InvalidOperationException("Not the answer that the first request got.");
            }
        }
    }

    private static string Body(string document, string variables) =>
        $"{{\"query\":{JsonSerializer.Serialize(document)},\"variables\":{{{variables}}}}}";

    private static string Example(string name) => Repository.Read($"schema/examples/{name}.graphql");

    private static JsonNode Json(string answer)
    {
        var json = JsonNode.Parse(answer)!;
        json["errors"].ShouldBeNull(answer);
        return json["data"]!;
    }
}
