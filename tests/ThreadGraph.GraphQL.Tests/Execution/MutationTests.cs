using ThreadGraph.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace ThreadGraph.GraphQL.Tests.Execution;

/// <summary>Spec: Execution, "Serially".</summary>
public sealed class MutationTests
{
    [Theory(DisplayName = "each root field ends, with all below it, before the next begins")]
    [EachWay]
    public async Task Each_root_field_ends_before_the_next_begins(Resolve mode)
    {
        var log = new EffectLog();
        await using var server = On(mode, log);

        await server.Answers(
            "mutation { a: add(name: \"a\") { name } b: add(name: \"b\") { name } c: add(name: \"c\") { name } }",
            """{ "data": { "a": { "name": "a" }, "b": { "name": "b" }, "c": { "name": "c" } } }""");

        log.ShouldBe(["begin a", "end a", "name a", "begin b", "end b", "name b", "begin c", "end c", "name c"]);
    }

    [Theory(DisplayName = "a failing nullable root field does not keep the next from running")]
    [EachWay]
    public async Task Failing_nullable_field_lets_the_next_run(Resolve mode)
    {
        var log = new EffectLog();
        await using var server = On(mode, log);

        await server.Answers(
            "mutation { a: add(name: \"bad\") { name } b: add(name: \"b\") { name } }",
            """
            { "errors": [ { "message": "cannot add bad", "locations": [ { "line": 1, "column": 12 } ], "path": [ "a" ] } ],
              "data": { "a": null, "b": { "name": "b" } } }
            """);

        log.ShouldBe(["begin bad", "begin b", "end b", "name b"]);
    }

    [Theory(DisplayName = "once a non-null root field has failed, no other one begins")]
    [EachWay]
    public async Task Failing_non_null_field_ends_the_mutation(Resolve mode)
    {
        var log = new EffectLog();
        await using var server = On(mode, log);

        await server.Answers(
            "mutation { a: add(name: \"a\") { name } bad: mustAdd(name: \"bad\") { name } c: add(name: \"c\") { name } }",
            """
            { "errors": [ { "message": "cannot add bad", "locations": [ { "line": 1, "column": 39 } ], "path": [ "bad" ] } ],
              "data": null }
            """);

        log.ShouldBe(["begin a", "end a", "name a", "begin bad"]);
    }

    private static TestServer On(Resolve mode, EffectLog log) => TestServer.Create(
        builder => builder.Services.AddSingleton(new Timing(mode)).AddSingleton(log), typeof(Query), typeof(Mutation));

    public sealed class EffectLog : List<string>;

    public sealed record Entry([property: GraphQLIgnore] string Key)
    {
        public ValueTask<string> GetNameAsync(Timing timing, EffectLog log) => timing.Answer(() =>
        {
            log.Add($"name {Key}");
            return Key;
        });
    }

    [QueryType]
    public static class Query
    {
        public static string Text => "T";
    }

    [MutationType]
    public static class Mutation
    {
        public static async Task<Entry?> AddAsync(string name, Timing timing, EffectLog log)
        {
            log.Add($"begin {name}");
            var entry = await timing.Answer(() =>
                name == "bad" ? throw new GraphQLException("cannot add bad") : new Entry(name));
            log.Add($"end {name}");
            return entry;
        }

        public static async Task<Entry> MustAddAsync(string name, Timing timing, EffectLog log) =>
            (await AddAsync(name, timing, log))!;
    }
}
