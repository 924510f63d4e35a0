using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.DataLoading;
using ThreadGraph.GraphQL.Tests.Execution;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.DataLoading;

/// <summary>What a wave of resolvers asks for goes out as one batch; the cost stands beside the answer.</summary>
public sealed class DataLoaderTests
{
    [Fact(DisplayName = "fields of one level are one batch")]
    public Task Fields_of_one_level_are_one_batch() =>
        Costs(
            """{ a: user(id: "1") { name } b: user(id: "2") { name } }""",
            """{ "data": { "a": { "name": "user 1" }, "b": { "name": "user 2" } } }""",
            "users 1,2");

    [Fact(DisplayName = "a key asked for twice is loaded once")]
    public Task Key_is_loaded_once() =>
        Costs(
            """{ a: user(id: "1") { name } b: user(id: "1") { name } list: users(ids: ["1", "1"]) { name } }""",
            """{ "data": { "a": { "name": "user 1" }, "b": { "name": "user 1" }, "list": [ { "name": "user 1" }, { "name": "user 1" } ] } }""",
            "users 1");

    [Fact(DisplayName = "the items of a list are one batch, and so are those of each level below")]
    public Task Items_of_a_list_are_one_batch() =>
        Costs(
            """{ users(ids: ["1", "2"]) { friend { friend { name } } } }""",
            """
            { "data": { "users": [ { "friend": { "friend": { "name": "user 111" } } },
                                   { "friend": { "friend": { "name": "user 211" } } } ] } }
            """,
            "users 1,2",
            "users 11,21",
            "users 111,211");

    [Fact(DisplayName = "fields of different depths that are ready together are one batch")]
    public Task Different_depths_are_one_batch() =>
        Costs(
            """{ user(id: "1") { name } nested { nested { user(id: "2") { name } } } }""",
            """{ "data": { "user": { "name": "user 1" }, "nested": { "nested": { "user": { "name": "user 2" } } } } }""",
            "users 1,2");

    [Fact(DisplayName = "two loaders of one wave go out together")]
    public Task Two_loaders_go_out_together() =>
        Costs(
            """{ a: user(id: "1") { name posts } b: user(id: "2") { name posts } direct: posts(id: "3") }""",
            """
            { "data": { "a": { "name": "user 1", "posts": "posts 1" }, "b": { "name": "user 2", "posts": "posts 2" },
                        "direct": "posts 3" } }
            """,
            "users 1,2",
            "posts 3",
            "posts 1,2");

    [Fact(DisplayName = "what has been loaded once is not loaded again in the same request")]
    public Task Loaded_once_per_request() =>
        Costs(
            """{ user(id: "11") { name } users(ids: ["1"]) { friend { name } } }""",
            """{ "data": { "user": { "name": "user 11" }, "users": [ { "friend": { "name": "user 11" } } ] } }""",
            "users 11,1");

    [Fact(DisplayName = "another request loads anew")]
    public async Task Another_request_loads_anew()
    {
        var (server, calls) = Create();
        await server.Execute("""{ user(id: "1") { name } }""");
        await server.Execute("""{ user(id: "1") { name } }""");
        calls.ShouldBe(["users 1", "users 1"]);
    }

    [Fact(DisplayName = "a failing key fails alone")]
    public Task Failing_key_fails_alone() =>
        Costs(
            """{ a: user(id: "1") { name } bad: user(id: "bad") { name } b: user(id: "2") { name } }""",
            """
            { "errors": [ { "message": "no user bad", "locations": [ { "line": 1, "column": 29 } ], "path": [ "bad" ] } ],
              "data": { "a": { "name": "user 1" }, "bad": null, "b": { "name": "user 2" } } }
            """,
            "users 1,bad,2");

    [Fact(DisplayName = "a failing batch fails each of its keys, and no other batch")]
    public async Task Failing_batch_fails_its_keys()
    {
        var (server, calls) = Create();
        await server.Answers(
            """{ a: posts(id: "1") b: posts(id: "fail") c: user(id: "1") { name } }""",
            """
            { "errors": [
                { "message": "no posts today", "locations": [ { "line": 1, "column": 3 } ], "path": [ "a" ] },
                { "message": "no posts today", "locations": [ { "line": 1, "column": 21 } ], "path": [ "b" ] } ],
              "data": { "a": null, "b": null, "c": { "name": "user 1" } } }
            """);
        calls.ShouldBe(["posts 1,fail", "users 1"]);
    }

    [Fact(DisplayName = "a key that the batch does not find has no value")]
    public Task Key_that_is_not_found_has_no_value() =>
        Costs(
            """{ none: user(id: "none") { name } posts(id: "none") }""",
            """{ "data": { "none": null, "posts": null } }""",
            "users none",
            "posts none");

    [Fact(DisplayName = "a forgotten key is loaded anew")]
    public Task Forgotten_key_is_loaded_anew() =>
        Costs("""{ reloaded(id: "1") }""", """{ "data": { "reloaded": "user 1, user 1" } }""", "users 1", "users 1");

    [Fact(DisplayName = "a key that is forgotten before it was sent is still sent once")]
    public Task Key_forgotten_before_it_was_sent_is_sent_once() =>
        Costs("""{ forgotten(id: "1") }""", """{ "data": { "forgotten": "user 1, user 1" } }""", "users 1");

    [Fact(DisplayName = "whoever waits until all is settled sees all that the request loads")]
    public Task Settled_comes_after_all_batches() =>
        Costs(
            """{ settled { name } users(ids: ["1"]) { friend { friend { posts } } } }""",
            """
            { "data": { "settled": { "name": "settled after 4" },
                        "users": [ { "friend": { "friend": { "posts": "posts 111" } } } ] } }
            """,
            "users 1",
            "users 11",
            "users 111",
            "posts 111");

    [Fact(DisplayName = "settled at once where nothing was asked for")]
    public Task Settled_without_batches() =>
        Costs("{ settled { name } }", """{ "data": { "settled": { "name": "settled after 0" } } }""");

    [Fact(DisplayName = "no batch goes out while a resolver can still go on")]
    public Task Batch_waits_for_every_resolver() =>
        Costs(
            """{ late(id: "2", turns: 20) { name } user(id: "1") { name } }""",
            """{ "data": { "late": { "name": "user 2" }, "user": { "name": "user 1" } } }""",
            "users 1,2");

    [Fact(DisplayName = "a batch goes out without any clock while something else is waited for")]
    public async Task Batch_goes_out_while_another_field_waits()
    {
        var gates = new Gates();
        var (server, calls) = Create(gates);
        var answer = server.Execute("""{ gated user(id: "opens") { name } }""");
        (await answer).ShouldBe("""{"data":{"gated":"open","user":{"name":"user opens"}}}""");
        calls.ShouldBe(["users opens"]);
    }

    private static async Task Costs(string query, string expected, params string[] batches)
    {
        var (server, calls) = Create();
        await server.Answers(query, expected);
        calls.ShouldBe(batches);
    }

    private static (TestServer Server, Calls Calls) Create(Gates? gates = null)
    {
        var calls = new Calls();
        var server = TestServer.Create(
            builder => builder
                .AddDataLoader<UserById>()
                .AddDataLoader<PostsByUser>()
                .Services.AddSingleton(calls).AddSingleton(gates ?? new Gates()),
            typeof(Query),
            typeof(UserResolvers));
        return (server, calls);
    }

    public sealed class Calls : List<string>;

    public sealed record User([property: GraphQLIgnore] string Id, string Name);

    public sealed class UserById(IBatchScheduler scheduler, Calls calls, Gates gates)
        : DataLoaderBase<string, User?>(scheduler)
    {
        protected internal override async ValueTask FetchAsync(
            IReadOnlyList<string> keys, Memory<Result<User?>> results, CancellationToken cancellationToken)
        {
            calls.Add($"users {string.Join(",", keys)}");
            await Task.Yield();
            for (var i = 0; i < keys.Count; i++)
            {
                if (keys[i] == "opens")
                {
                    gates.Open("gate");
                }

                if (keys[i] != "none")
                {
                    results.Span[i] = keys[i] == "bad"
                        ? Result<User?>.Reject(new GraphQLException("no user bad"))
                        : Result<User?>.Resolve(new User(keys[i], $"user {keys[i]}"));
                }
            }
        }
    }

    public sealed class PostsByUser(IBatchScheduler scheduler, Calls calls) : BatchDataLoader<string, string?>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<string, string?>> LoadBatchAsync(
            IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            calls.Add($"posts {string.Join(",", keys)}");
            await Task.Yield();
            return keys.Contains("fail")
                ? throw new GraphQLException("no posts today")
                : keys.Where(static k => k != "none").ToDictionary(static k => k, static k => (string?)$"posts {k}");
        }
    }

    public sealed class Nested
    {
        public Nested GetNested() => this;

        public Task<User?> GetUserAsync(string id, UserById users) => users.LoadAsync(id);
    }

    [ObjectType<User>]
    public static class UserResolvers
    {
        public static Task<User?> GetFriendAsync([Parent] User user, UserById users) => users.LoadAsync($"{user.Id}1");

        public static Task<string?> GetPostsAsync([Parent] User user, PostsByUser posts) => posts.LoadAsync(user.Id);
    }

    [QueryType]
    public static class Query
    {
        public static Nested Nested => new();

        public static Task<User?> GetUserAsync(string id, UserById users) => users.LoadAsync(id);

        public static async Task<IReadOnlyList<User?>> GetUsersAsync(IReadOnlyList<string> ids, UserById users) =>
            await users.LoadAsync(ids);

        public static Task<string?> GetPostsAsync(string id, PostsByUser posts) => posts.LoadAsync(id);

        public static async Task<string> GetReloadedAsync(string id, UserById users)
        {
            var first = await users.LoadAsync(id);
            users.RemoveCacheEntry(id);
            return $"{first!.Name}, {(await users.LoadAsync(id))!.Name}";
        }

        public static async Task<string> GetForgottenAsync(string id, UserById users)
        {
            var first = users.LoadAsync(id);
            users.RemoveCacheEntry(id);
            return $"{(await first)!.Name}, {(await users.LoadAsync(id))!.Name}";
        }

        public static async Task<User> GetSettledAsync(UserById users, Calls calls)
        {
            await users.SettledAsync();
            return new User("", $"settled after {calls.Count}");
        }

        public static async Task<User?> GetLateAsync(string id, int turns, UserById users)
        {
            for (var i = 0; i < turns; i++)
            {
                await Task.Yield();
            }

            return await users.LoadAsync(id);
        }

        public static async Task<string> GetGatedAsync(Gates gates)
        {
            await gates.At("gate");
            return "open";
        }
    }
}
