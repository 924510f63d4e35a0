using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.DataLoading;
using ThreadGraph.GraphQL.Tests.Execution;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.DataLoading;

/// <summary>Loaders and resolvers that break the rules, one test for each.</summary>
public sealed class DataLoaderAbuseTests
{
    [Fact(DisplayName = "a loader that throws before its first await fails its keys")]
    public Task Loader_that_throws_at_once_fails_its_keys() =>
        Server.Answers("{ load(key: \"throw\") text }", Failed("load"));

    [Fact(DisplayName = "a loader that fails after it has given results fails all of its keys")]
    public Task Loader_that_fails_late_fails_all_keys() =>
        Server.Answers("{ load(key: \"late\") text }", Failed("load"));

    [Fact(DisplayName = "a loader that answers with no dictionary fails its keys")]
    public Task Loader_without_dictionary_fails_its_keys() =>
        Server.Answers("{ dictionary(key: \"null\") text }", Failed("dictionary"));

    [Fact(DisplayName = "a loader that is cancelled on its own fails its keys, not the request")]
    public Task Cancelled_loader_fails_its_keys() =>
        Server.Answers("{ load(key: \"cancel\") text }", Failed("load"));

    [Fact(DisplayName = "a null key fails the field that asks for it")]
    public Task Null_key_fails_its_field() =>
        Server.Answers("{ load(key: null) text }", Failed("load"));

    [Fact(DisplayName = "a value that nobody waits for keeps no request from ending")]
    public Task Value_nobody_waits_for_is_left_behind() =>
        Server.Answers("{ careless text }", """{ "data": { "careless": "done", "text": "T" } }""");

    [Fact(DisplayName = "a batch that asks its own loader is answered by a second batch")]
    public Task Loader_that_asks_itself_is_answered() =>
        Server.Answers("{ load(key: \"again\") text }", """{ "data": { "load": "again: once", "text": "T" } }""");

    [Fact(DisplayName = "a resolver that blocks the request's own queue is told so")]
    public Task Resolver_that_sends_instead_of_posting_fails() =>
        Server.Answers("{ blocking text }", Failed("blocking"));

    [Fact(DisplayName = "a token that one resolver brings is kept when the next one brings none")]
    public async Task Token_is_kept()
    {
        using var caller = new CancellationTokenSource();
        (await Server.Execute("{ withToken(key: \"token\") load(key: \"x\") }", cancellationToken: caller.Token))
            .ShouldBe("""{"data":{"withToken":"token: True","load":"x: True"}}""");
    }

    private static TestServer Server => TestServer.Create(
        static builder => builder.AddDataLoader<Loader>().AddDataLoader<DictionaryLoader>(), typeof(Query));

    private static string Failed(string field) =>
        $$"""
        { "errors": [ { "message": "Unexpected execution error.", "locations": [ { "line": 1, "column": 3 } ],
                        "path": [ "{{field}}" ], "extensions": { "code": "INTERNAL" } } ],
          "data": { "{{field}}": null, "text": "T" } }
        """;

    public sealed class Loader(IBatchScheduler scheduler) : DataLoaderBase<string, string?>(scheduler)
    {
        protected internal override ValueTask FetchAsync(
            IReadOnlyList<string> keys, Memory<Result<string?>> results, CancellationToken cancellationToken) => keys[0] switch
            {
                "throw" => throw new InvalidOperationException(),
                "cancel" => throw new OperationCanceledException(),
                "late" => LateAsync(results),
                "again" => AgainAsync(results),
                _ => Answer(keys, results, cancellationToken.CanBeCanceled ? "True" : "once"),
            };

        private static ValueTask Answer(IReadOnlyList<string> keys, Memory<Result<string?>> results, string value)
        {
            for (var i = 0; i < keys.Count; i++)
            {
                results.Span[i] = Result<string?>.Resolve(keys[i] == "inner" ? value : $"{keys[i]}: {value}");
            }

            return ValueTask.CompletedTask;
        }

        private static async ValueTask LateAsync(Memory<Result<string?>> results)
        {
            results.Span[0] = Result<string?>.Resolve("too early");
            await Task.Yield();
            throw new InvalidOperationException();
        }

        private async ValueTask AgainAsync(Memory<Result<string?>> results)
        {
            var inner = await LoadAsync("inner");
            results.Span[0] = Result<string?>.Resolve($"again: {inner}");
        }
    }

    public sealed class DictionaryLoader(IBatchScheduler scheduler) : BatchDataLoader<string, string?>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<string, string?>> LoadBatchAsync(
            IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, string?>>(null!);
    }

    [QueryType]
    public static class Query
    {
        public static string Text => "T";

        public static Task<string?> GetLoadAsync(string? key, Loader loader) => loader.LoadAsync(key!);

        public static Task<string?> GetWithTokenAsync(string key, Loader loader, CancellationToken cancellationToken) =>
            loader.LoadAsync(key, cancellationToken);

        public static Task<string?> GetDictionaryAsync(string key, DictionaryLoader loader) => loader.LoadAsync(key);

        public static string GetCareless(Loader loader)
        {
            _ = loader.LoadAsync("nobody waits");
            return "done";
        }

        public static string? GetBlocking()
        {
            SynchronizationContext.Current!.Send(static _ => { }, null);
            return "never";
        }
    }
}
