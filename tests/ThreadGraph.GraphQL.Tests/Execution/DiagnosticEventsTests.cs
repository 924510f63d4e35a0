using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.DataLoading;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

public sealed class DiagnosticEventsTests
{
    [Fact(DisplayName = "a listener hears every stage of a request, and the second time only what happens again")]
    public async Task Listener_hears_every_stage()
    {
        await using var server = Server<Listener>();
        await server.Execute("query Q { user }");
        await server.Execute("query Q { user }");
        server.Services.GetRequiredService<Heard>().ShouldBe(
        [
            "request {", "parse {", "}", "validate {", "}", "compile Q {", "}", "execute {", "UserById 1 {", "}", "}", "}",
            "request {", "execute known {", "UserById 1 {", "}", "}", "}",
        ]);
    }

    [Theory(DisplayName = "a listener hears of requests that are refused")]
    [InlineData("{", "request {", "parse {", "}", "refused Syntax Error: Expected Name, found <EOF>.", "}")]
    [InlineData("{ no }", "request {", "parse {", "}", "validate {", "}", "refused Cannot query field \"no\" on type \"Query\".", "}")]
    [InlineData("query($v: Int!) { number(v: $v) }",
        "request {", "parse {", "}", "validate {", "}", "refused Variable \"$v\" of required type \"Int!\" was not provided.", "}")]
    public async Task Listener_hears_of_refusals(string query, params string[] expected)
    {
        await using var server = Server<Listener>();
        await server.Execute(query);
        server.Services.GetRequiredService<Heard>().ShouldBe(expected);
    }

    [Fact(DisplayName = "a listener hears what failed fields and batches have thrown")]
    public async Task Listener_hears_what_was_thrown()
    {
        await using var server = Server<Listener>();
        await server.Execute("query Q { broken }");
        server.Services.GetRequiredService<Heard>()[7..].ShouldBe(
            ["execute {", "UserById 1 {", "batch failed: a secret", "}", "failed broken: a secret", "}", "}"]);
    }

    [Fact(DisplayName = "several listeners hear the same, scopes ending in reverse order")]
    public async Task Several_listeners_hear_the_same()
    {
        await using var server = TestServer.Create(
            static builder => builder
                .AddDiagnosticEventListener<Listener>()
                .AddDiagnosticEventListener<SecondListener>()
                .AddDataLoader<UserById>()
                .Services.AddSingleton<Heard>(),
            typeof(Query));
        await server.Execute("{ broken }");
        server.Services.GetRequiredService<Heard>().ShouldBe(
        [
            "request {", "second request {",
            "parse {", "}", "validate {", "}", "compile  {", "}", "execute {",
            "UserById 1 {", "batch failed: a secret", "}", "failed broken: a secret", "second failed broken",
            "}", "second }", "}",
        ]);
    }

    [Fact(DisplayName = "a listener hears a subscription as one request with an execution for each event")]
    public async Task Listener_hears_subscriptions()
    {
        await using var server = Server<Listener>();
        await using var scope = server.Services.CreateAsyncScope();
        var request = new OperationRequest("subscription S { tick }"u8.ToArray()) { Services = scope.ServiceProvider };
        await foreach (var result in server.Executor.ExecuteStreamAsync(request, CancellationToken.None))
        {
            result.Dispose();
        }

        server.Services.GetRequiredService<Heard>()[5..].ShouldBe(
            ["compile S {", "}", "execute {", "}", "execute {", "}", "refused Unexpected execution error.", "}"]);
    }

    private static TestServer Server<T>() where T : ExecutionDiagnosticEventListener => TestServer.Create(
        static builder => builder
            .AddDiagnosticEventListener<T>()
            .AddDataLoader<UserById>()
            .Services.AddSingleton<Heard>(),
        typeof(Query),
        typeof(Subscription));

    public sealed class Heard : List<string>;

    public sealed class Listener(Heard heard) : ExecutionDiagnosticEventListener
    {
        public override IDisposable ExecuteRequest(RequestContext context) => Begin("request {");

        public override IDisposable ParseDocument(RequestContext context) => Begin("parse {");

        public override IDisposable ValidateDocument(RequestContext context) =>
            Begin(context.Document is null ? "nothing to validate" : "validate {");

        public override IDisposable CompileOperation(RequestContext context) =>
            Begin($"compile {context.Operation!.Name?.Value} {{");

        public override IDisposable ExecuteOperation(RequestContext context) =>
            Begin(context.IsCachedDocument ? "execute known {" : "execute {");

        public override void RequestError(RequestContext context, IError error) => heard.Add($"refused {error.Message}");

        public override void ResolverError(RequestContext context, IError error) =>
            heard.Add($"failed {error.Path}: {error.Exception?.Message}");

        public override IDisposable ExecuteBatch<TKey>(object dataLoader, IReadOnlyList<TKey> keys) =>
            Begin($"{dataLoader.GetType().Name} {keys.Count} {{");

        public override void BatchError<TKey>(object dataLoader, IReadOnlyList<TKey> keys, Exception error) =>
            heard.Add($"batch failed: {error.Message}");

        private Scope Begin(string text)
        {
            heard.Add(text);
            return new Scope(() => heard.Add("}"));
        }
    }

    public sealed class SecondListener(Heard heard) : ExecutionDiagnosticEventListener
    {
        public override IDisposable ExecuteRequest(RequestContext context)
        {
            heard.Add("second request {");
            return new Scope(() => heard.Add("second }"));
        }

        public override void ResolverError(RequestContext context, IError error) => heard.Add($"second failed {error.Path}");
    }

    private sealed class Scope(Action end) : IDisposable
    {
        public void Dispose() => end();
    }

    public sealed class UserById(IBatchScheduler scheduler) : BatchDataLoader<string, string>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<string, string>> LoadBatchAsync(
            IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
            keys.Contains("broken")
                ? throw new InvalidOperationException("a secret")
                : Task.FromResult<IReadOnlyDictionary<string, string>>(keys.ToDictionary(static k => k));
    }

    [QueryType]
    public static class Query
    {
        public static Task<string> GetUserAsync(UserById users) => users.LoadAsync("user");

        public static async Task<string?> GetBrokenAsync(UserById users) => await users.LoadAsync("broken");

        public static int GetNumber(int v) => v;
    }

    [SubscriptionType]
    public static class Subscription
    {
        [Subscribe(With = nameof(Ticks))]
        public static int GetTick([EventMessage] int tick) => tick;

        public static async IAsyncEnumerable<int> Ticks()
        {
            await Task.Yield();
            yield return 1;
            yield return 2;
            throw new InvalidOperationException("a secret");
        }
    }
}
