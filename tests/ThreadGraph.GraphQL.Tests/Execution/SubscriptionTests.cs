using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.DataLoading;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

/// <summary>Spec: Execution, "Subscription".</summary>
public sealed class SubscriptionTests
{
    [Theory(DisplayName = "each event has one result")]
    [EachWay]
    public Task Each_event_has_one_result(Resolve mode) =>
        Streams(
            mode,
            "subscription { added(count: 3) { text upper } }",
            """{"data":{"added":{"text":"event 1","upper":"EVENT 1"}}}""",
            """{"data":{"added":{"text":"event 2","upper":"EVENT 2"}}}""",
            """{"data":{"added":{"text":"event 3","upper":"EVENT 3"}}}""");

    [Theory(DisplayName = "a stream without events has no result")]
    [EachWay]
    public Task Stream_without_events_has_no_result(Resolve mode) =>
        Streams(mode, "subscription { added(count: 0) { text } }");

    [Theory(DisplayName = "a field that fails for one event leaves the others alone")]
    [EachWay]
    public Task Failing_event_leaves_the_others_alone(Resolve mode) =>
        Streams(
            mode,
            "subscription { added(count: 3, bad: 2) { text upper } }",
            """{"data":{"added":{"text":"event 1","upper":"EVENT 1"}}}""",
            """{"errors":[{"message":"bad event","locations":[{"line":1,"column":47}],"path":["added","upper"]}],"data":{"added":null}}""",
            """{"data":{"added":{"text":"event 3","upper":"EVENT 3"}}}""");

    [Theory(DisplayName = "a stream that cannot be opened is one refusal")]
    [EachWay]
    public Task Stream_that_cannot_be_opened_is_refused(Resolve mode) =>
        Streams(
            mode,
            "subscription { added(count: -1) { text } }",
            """{"errors":[{"message":"no such stream","locations":[{"line":1,"column":16}],"path":["added"]}]}""");

    [Theory(DisplayName = "a stream that breaks off says so last")]
    [EachWay]
    public Task Stream_that_breaks_off_says_so_last(Resolve mode) =>
        Streams(
            mode,
            "subscription { added(count: 2, breaks: true) { text } }",
            """{"data":{"added":{"text":"event 1"}}}""",
            """{"data":{"added":{"text":"event 2"}}}""",
            """{"errors":[{"message":"Unexpected execution error.","locations":[{"line":1,"column":16}],"path":["added"],"extensions":{"code":"INTERNAL"}}]}""");

    [Fact(DisplayName = "events may be numbers, and the resolver another thing than the event")]
    public Task Events_may_be_numbers() =>
        Streams(
            Resolve.Immediately,
            "subscription($n: Int!) { doubled(numbers: [1, $n]) }",
            """{ "n": 21 }""",
            """{"data":{"doubled":2}}""",
            """{"data":{"doubled":42}}""");

    [Fact(DisplayName = "a data loader is asked anew for each event, with one batch each")]
    public async Task Loaders_are_the_events_own()
    {
        var calls = new Calls();
        await using var server = Server(Resolve.Immediately, calls);
        (await Read(server, "subscription { added(count: 2) { a: loaded b: loaded } }")).Count.ShouldBe(2);
        calls.Where(static c => c.StartsWith("load", StringComparison.Ordinal)).ShouldBe(["load x", "load x"]);
    }

    [Fact(DisplayName = "the next event is read when its result is asked for")]
    public async Task Events_are_read_on_demand()
    {
        var calls = new Calls();
        await using var server = Server(Resolve.Immediately, calls);
        await using var scope = server.Services.CreateAsyncScope();
        await using (var results = server.Executor.ExecuteStreamAsync(
            Request("subscription { added(count: 5) { text } }", scope.ServiceProvider), CancellationToken.None).GetAsyncEnumerator())
        {
            (await results.MoveNextAsync()).ShouldBeTrue();
            results.Current.ToJson().ShouldBe("""{"data":{"added":{"text":"event 1"}}}""");
            results.Current.Dispose();
            calls.ShouldBe(["event 1"]);
        }

        calls.ShouldBe(["event 1", "closed"]);
    }

    [Fact(DisplayName = "a caller who gives up ends the stream and its source")]
    public async Task Caller_who_gives_up_ends_the_stream()
    {
        using var caller = new CancellationTokenSource();
        var calls = new Calls();
        await using var server = Server(Resolve.Immediately, calls);
        var reading = Read(server, "subscription { forever { text } }", cancellationToken: caller.Token);
        reading.IsCompleted.ShouldBeFalse();
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(reading);
        calls.ShouldBe(["closed"]);
    }

    [Theory(DisplayName = "a query or mutation is a stream of one result")]
    [InlineData("{ text }", """{"data":{"text":"T"}}""")]
    [InlineData("{ nothing }",
        """{"errors":[{"message":"Cannot query field \"nothing\" on type \"Query\".","locations":[{"line":1,"column":3}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}""")]
    public Task Query_is_a_stream_of_one(string query, string expected) => Streams(Resolve.Immediately, query, expected);

    [Fact(DisplayName = "a subscription is refused where one result is expected")]
    public Task Subscription_is_refused_where_one_result_is_expected() =>
        Server(Resolve.Immediately, []).Answers(
            "subscription { added(count: 1) { text } }",
            """
            { "errors": [ { "message": "This transport does not carry subscriptions.",
                            "extensions": { "code": "BAD_USER_INPUT" } } ] }
            """);

    [Fact(DisplayName = "the arguments of resolver and stream are the field's")]
    public void Arguments_of_both_methods_are_the_fields() =>
        SchemaPrinter.Print(Server(Resolve.Immediately, []).Executor.Schema).ShouldContain(
            """
            type Subscription {
              added(count: Int!, breaks: Boolean! = false, bad: Int! = 0): Added
              doubled(numbers: [Int!]!): Int!
              forever: Added
            }
            """);

    private static Task Streams(Resolve mode, string query, params string[] expected) =>
        query.Contains("$n", StringComparison.Ordinal)
            ? Compare(Server(mode, []), query, expected[0], expected[1..])
            : Compare(Server(mode, []), query, "null", expected);

    private static async Task Compare(TestServer server, string query, string variables, string[] expected)
    {
        await using (server)
        {
            (await Read(server, query, variables)).ShouldBe(expected);
        }
    }

    private static async Task<List<string>> Read(
        TestServer server, string query, string variables = "null", CancellationToken cancellationToken = default)
    {
        await using var scope = server.Services.CreateAsyncScope();
        List<string> results = [];
        await foreach (var result in server.Executor.ExecuteStreamAsync(
            Request(query, scope.ServiceProvider, variables), cancellationToken))
        {
            results.Add(result.ToJson());
            result.Dispose();
        }

        return results;
    }

    private static OperationRequest Request(string query, IServiceProvider services, string variables = "null") =>
        new(Encoding.UTF8.GetBytes(query))
        {
            Services = services,
            Variables = JsonSerializer.Deserialize<JsonElement>(variables),
        };

    private static TestServer Server(Resolve mode, Calls calls) => TestServer.Create(
        builder => builder.AddDataLoader<Loader>().Services.AddSingleton(new Timing(mode)).AddSingleton(calls),
        typeof(Query),
        typeof(Subscription),
        typeof(AddedResolvers));

    public sealed class Calls : List<string>;

    public sealed record Added(string Text, [property: GraphQLIgnore] bool IsBad);

    public sealed class Loader(IBatchScheduler scheduler, Calls calls) : BatchDataLoader<string, string>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<string, string>> LoadBatchAsync(
            IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            calls.Add($"load {string.Join(",", keys)}");
            return Task.FromResult<IReadOnlyDictionary<string, string>>(keys.ToDictionary(static k => k));
        }
    }

    [ObjectType<Added>]
    public static class AddedResolvers
    {
        public static ValueTask<string> GetUpperAsync([Parent] Added added, Timing timing) => timing.Answer(() =>
            added.IsBad ? throw new GraphQLException("bad event") : added.Text.ToUpperInvariant());

        public static Task<string> GetLoadedAsync(Loader loader) => loader.LoadAsync("x");
    }

    [QueryType]
    public static class Query
    {
        public static string Text => "T";
    }

    [SubscriptionType]
    public static class Subscription
    {
        [Subscribe(With = nameof(ReadAddedAsync))]
        public static ValueTask<Added?> GetAddedAsync(
            int count, [EventMessage] string message, Timing timing, bool breaks = false, int bad = 0) =>
            timing.Answer<Added?>(new Added(message, count > 0 && !breaks && message == $"event {bad}"));

        public static async ValueTask<IAsyncEnumerable<string>> ReadAddedAsync(
            int count, bool breaks, Calls calls, Timing timing) =>
            Events(await timing.Answer(() => count < 0 ? throw new GraphQLException("no such stream") : count), breaks, calls);

        [Subscribe(With = nameof(ReadNumbersAsync))]
        public static int GetDoubled([EventMessage] int number) => number * 2;

        public static async IAsyncEnumerable<int> ReadNumbersAsync(IReadOnlyList<int> numbers)
        {
            foreach (var number in numbers)
            {
                await Task.Yield();
                yield return number;
            }
        }

        [Subscribe(With = nameof(ReadForever))]
        public static Added? GetForever([EventMessage] Added added) => added;

        public static async IAsyncEnumerable<Added> ReadForever(
            Calls calls, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                yield break;
            }
            finally
            {
                calls.Add("closed");
            }
        }

        private static async IAsyncEnumerable<string> Events(int count, bool breaks, Calls calls)
        {
            try
            {
                for (var i = 1; i <= count; i++)
                {
                    await Task.Yield();
                    calls.Add($"event {i}");
                    yield return $"event {i}";
                }

                if (breaks)
                {
                    throw new InvalidOperationException("a secret");
                }
            }
            finally
            {
                calls.Add("closed");
            }
        }
    }
}
