using System.Globalization;
using System.Text.Json.Nodes;
using ThreadGraph.Sandbox;
using ThreadGraph.Sandbox.Faults;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Resilience;

/// <summary>One case of the matrix: an operation whose upstream goes wrong at one place.</summary>
internal sealed class FaultCase : IAsyncDisposable
{
    private const int LongReplies = 250;
    private const int FirstReplies = 20;
    private const int ShortThreads = 20;
    private const int ShortReplies = 5;
    private const int Concerned = 6;
    private const long FirstShortId = Chat.RootId + 1_000_000;

    private const string FirstCallQuery = """
        query($root: ThreadRootInput!) {
          thread(root: $root) { replyCount messages(first: 20) { nodes { messageId } pageInfo { hasNextPage } } }
        }
        """;

    private const string WholeQuery = """
        query($root: ThreadRootInput!, $after: String) {
          thread(root: $root) {
            outline(first: 100, after: $after) { edges { node { messageId } } pageInfo { hasNextPage endCursor } }
            coverage { complete readCount cutBy }
          }
        }
        """;

    private const string TwentyQuery = """
        query($roots: [ThreadRootInput!]!) { threads(roots: $roots) { messages(first: 20) { nodes { messageId } } } }
        """;

    private readonly ResilientApp _app;
    private readonly Chat _long;
    private readonly Chat[] _short;

    private FaultCase(ResilientApp app, Chat longChat, Chat[] shortChats) =>
        (_app, _long, _short) = (app, longChat, shortChats);

    public static async Task<FaultCase> StartAsync(SandboxApi api, FaultRow row)
    {
        var conversation = api is SandboxApi.ThreadMessages ? SandboxConversation.P2P("alice", "bob") : Chat.Channel;
        Chat longChat = null!;
        Chat[] shortChats = [];

        // Only faults that never end are to run into it, however slow the machine is.
        var timeout = row.Fault is SandboxFault.Hang or SandboxFault.SlowBody ? "00:00:04" : "00:00:14";
        var app = await ResilientApp.StartAsync(
            store =>
            {
                longChat = new Chat(store, conversation).Replies(1, LongReplies);
                shortChats = [.. Enumerable.Range(0, ShortThreads).Select(i =>
                    new Chat(store, conversation, FirstShortId + (i * 1_000)).Replies(1, ShortReplies))];
            },
            "--Yunxin:CallsPerSecond=50000",
            "--Yunxin:RetryDelay=00:00:00.001",
            "--Yunxin:BusyPause=00:00:01",
            "--Yunxin:RampUpTime=00:00:00",
            "--Yunxin:MaxResponseBytes=1048576",
            $"--Yunxin:ConnectTimeout={timeout}",
            $"--Yunxin:AttemptTimeout={timeout}");
        return new FaultCase(app, longChat, shortChats);
    }

    /// <summary>Lets the upstream go wrong at the place and says what comes of it.</summary>
    public async Task<FaultOutcome> RunAsync(FaultRow row, FaultPosition position)
    {
        _app.Store.Faults.Add(new FaultRule
        {
            Fault = row.Fault,
            RootServerId = RootOf(row, position),
            Skip = position is FaultPosition.MiddlePage ? 1 : 0,
            Count = row.IsLasting ? null : 1,
            DelayMs = row.Fault is SandboxFault.Latency ? 100 : 60_000,
            BodyBytes = 2 * 1024 * 1024,
        });
        return position switch
        {
            FaultPosition.FirstCall => await FirstCallAsync(),
            FaultPosition.MiddlePage => await MiddlePageAsync(),
            _ => await OneOfTwentyAsync(),
        };
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // How a host reads its order flag is a trait of the host, not of a thread.
    private long? RootOf(FaultRow row, FaultPosition position) => row is { Fault: SandboxFault.InvertedOrder, IsLasting: true }
        ? null
        : (position is FaultPosition.OneOfTwenty ? _short[Concerned] : _long).Thread.Root.ServerId;

    private async Task<FaultOutcome> FirstCallAsync()
    {
        var answer = await _app.QueryAsync(FirstCallQuery, _long.Variables);
        if (answer["data"]!["thread"] is not { } thread)
        {
            return Outcome("none", answer, "thread");
        }

        thread["replyCount"]!.GetValue<int>().ShouldBe(LongReplies);
        thread["messages"]!["pageInfo"]!["hasNextPage"]!.GetValue<bool>().ShouldBeTrue();
        Ids(thread["messages"]!["nodes"]!).ShouldBe(IdsOf(_long, FirstReplies));
        return Outcome("all", answer, "thread");
    }

    private async Task<FaultOutcome> MiddlePageAsync()
    {
        var answer = await _app.QueryAsync(WholeQuery, _long.Variables);
        var thread = answer["data"]!["thread"]!;
        var coverage = thread["coverage"]!;
        var (isWhole, read) = (coverage["complete"]!.GetValue<bool>(), coverage["readCount"]!.GetValue<int>());
        read.ShouldBe(isWhole ? LongReplies : read);
        coverage["cutBy"]!.AsArray().Count.ShouldBe(isWhole ? 0 : 1);
        var outcome = Outcome(isWhole ? "all" : $"{read}", answer, "thread/outline");

        // What was read is there, and once the upstream is well the list goes on from where it ended.
        _app.Store.Faults.Clear();
        var found = new List<string>(OutlineIds(thread));
        found.ShouldBe(IdsOf(_long, Math.Min(read, 100)));
        while (thread["outline"]!["pageInfo"]!["hasNextPage"]!.GetValue<bool>())
        {
            var after = thread["outline"]!["pageInfo"]!["endCursor"]!.GetValue<string>();
            answer = await _app.QueryAsync(WholeQuery, new { root = _long.Thread.Root(), after });
            answer["errors"].ShouldBeNull();
            thread = answer["data"]!["thread"]!;
            found.AddRange(OutlineIds(thread));
        }

        found.ShouldBe(IdsOf(_long, LongReplies));
        return outcome;
    }

    private async Task<FaultOutcome> OneOfTwentyAsync()
    {
        var answer = await _app.QueryAsync(TwentyQuery, new { roots = _short.Select(c => c.Thread.Root()) });
        var threads = answer["data"]!["threads"]!.AsArray();
        threads.Count.ShouldBe(ShortThreads);
        for (var i = 0; i < ShortThreads; i++)
        {
            if (i is not Concerned || threads[i] is not null)
            {
                Ids(threads[i]!["messages"]!["nodes"]!).ShouldBe(IdsOf(_short[i], ShortReplies));
            }
        }

        return Outcome(threads[Concerned] is null ? "none" : "all", answer, $"threads/{Concerned}");
    }

    private FaultOutcome Outcome(string data, JsonNode answer, string place)
    {
        var errors = answer["errors"]?.AsArray() ?? [];
        errors.Count.ShouldBeLessThanOrEqualTo(1);
        if (errors.Count is 0)
        {
            return new FaultOutcome(data, "", _app.Store.Calls.Total);
        }

        string.Join('/', errors[0]!["path"]!.AsArray()).ShouldBe(place);
        return new FaultOutcome(data, errors[0]!["extensions"]!["code"]!.GetValue<string>(), _app.Store.Calls.Total);
    }

    private static IEnumerable<string> IdsOf(Chat chat, int replies) => Enumerable.Range(1, replies)
        .Select(i => (chat.Thread.Root.ServerId + i).ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<string> Ids(JsonNode nodes) =>
        nodes.AsArray().Select(static node => node!["messageId"]!.GetValue<string>());

    private static IEnumerable<string> OutlineIds(JsonNode thread) =>
        thread["outline"]!["edges"]!.AsArray().Select(static edge => edge!["node"]!["messageId"]!.GetValue<string>());
}
