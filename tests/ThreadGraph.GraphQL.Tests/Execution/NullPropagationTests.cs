using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

/// <summary>How resolvers of a test answer.</summary>
public enum Resolve
{
    Immediately,
    AfterAwait,

    /// <summary>The first after an await, the next at once, and so on.</summary>
    InTurn,
}

public sealed class NullPropagationTests
{
    [Theory(DisplayName = "a null in a non-null field empties the nearest nullable parent")]
    [InlineData(Resolve.Immediately)]
    [InlineData(Resolve.AfterAwait)]
    public Task Null_in_non_null_field_empties_nearest_nullable_parent(Resolve mode) =>
        On(mode).Answers(
            "{ thread { root { sender { accountId } } } }",
            """
            { "errors": [ { "message": "Cannot return null for non-nullable field Message.sender.",
                            "locations": [ { "line": 1, "column": 19 } ],
                            "path": [ "thread", "root", "sender" ] } ],
              "data": { "thread": null } }
            """);

    [Theory(DisplayName = "siblings of an emptied parent keep their values")]
    [InlineData(Resolve.Immediately)]
    [InlineData(Resolve.AfterAwait)]
    public Task Siblings_keep_their_values(Resolve mode) =>
        On(mode).Answers(
            "{ before: title thread { root { text sender { accountId } } } after: title }",
            """
            { "errors": [ { "message": "Cannot return null for non-nullable field Message.sender.",
                            "locations": [ { "line": 1, "column": 38 } ],
                            "path": [ "thread", "root", "sender" ] } ],
              "data": { "before": "T", "thread": null, "after": "T" } }
            """);

    [Theory(DisplayName = "a null item of a non-null list item type empties the list")]
    [InlineData(Resolve.Immediately)]
    [InlineData(Resolve.AfterAwait)]
    public Task Null_item_empties_the_list(Resolve mode) =>
        On(mode).Answers(
            "{ broken { text } maybe { text } title }",
            """
            { "errors": [ { "message": "Cannot return null for non-nullable field Query.broken.",
                            "locations": [ { "line": 1, "column": 3 } ],
                            "path": [ "broken", 1 ] } ],
              "data": { "broken": null, "maybe": [ { "text": "one" }, null ], "title": "T" } }
            """);

    [Theory(DisplayName = "a failing item below a list nulls only its own item")]
    [InlineData(Resolve.Immediately)]
    [InlineData(Resolve.AfterAwait)]
    public Task Failing_item_nulls_only_itself(Resolve mode) =>
        On(mode).Answers(
            "{ list { text sender { accountId } } }",
            """
            { "errors": [ { "message": "Cannot return null for non-nullable field Message.sender.",
                            "locations": [ { "line": 1, "column": 15 } ],
                            "path": [ "list", 1, "sender" ] } ],
              "data": { "list": [ { "text": "one", "sender": { "accountId": "alice" } }, null,
                                  { "text": "three", "sender": { "accountId": "alice" } } ] } }
            """);

    [Theory(DisplayName = "a null that reaches the root empties data")]
    [InlineData(Resolve.Immediately)]
    [InlineData(Resolve.AfterAwait)]
    public Task Null_that_reaches_the_root_empties_data(Resolve mode) =>
        On(mode).Answers(
            "{ title must { text } }",
            """
            { "errors": [ { "message": "no message for you",
                            "locations": [ { "line": 1, "column": 9 } ],
                            "path": [ "must" ] } ],
              "data": null }
            """);

    private static TestServer On(Resolve mode) => TestServer.Create(
        mode == Resolve.Immediately ? typeof(SyncQuery) : typeof(AsyncQuery),
        mode == Resolve.Immediately ? typeof(SyncMessage) : typeof(AsyncMessage));

    [GraphQLName("Thread")]
    public sealed record TestThread(TestMessage Root);

    [GraphQLName("Message")]
    public sealed record TestMessage(string Text, [property: GraphQLIgnore] string? SenderId);

    [GraphQLName("Account")]
    public sealed record TestAccount(string AccountId);

    private static readonly TestMessage One = new("one", "alice");
    private static readonly TestMessage Two = new("two", null);
    private static readonly TestMessage Three = new("three", "alice");

    [QueryType]
    public static class SyncQuery
    {
        public static string Title => "T";

        public static TestThread? Thread => new(Two);

        public static IReadOnlyList<TestMessage>? Broken => [One, null!, Three];

        public static IReadOnlyList<TestMessage?> Maybe => [One, null];

        public static IReadOnlyList<TestMessage?> List => [One, Two, Three];

        public static TestMessage GetMust() => throw new GraphQLException("no message for you");
    }

    [QueryType]
    public static class AsyncQuery
    {
        public static string Title => "T";

        public static Task<TestThread?> GetThreadAsync() => Later<TestThread?>(new TestThread(Two));

        public static Task<IReadOnlyList<TestMessage>?> GetBrokenAsync() =>
            Later<IReadOnlyList<TestMessage>?>([One, null!, Three]);

        public static Task<IReadOnlyList<TestMessage?>> GetMaybeAsync() => Later<IReadOnlyList<TestMessage?>>([One, null]);

        public static Task<IReadOnlyList<TestMessage?>> GetListAsync() => Later<IReadOnlyList<TestMessage?>>([One, Two, Three]);

        public static async Task<TestMessage> GetMustAsync()
        {
            await Task.Yield();
            throw new GraphQLException("no message for you");
        }
    }

    [ObjectType<TestMessage>]
    public static class SyncMessage
    {
        public static TestAccount GetSender([Parent] TestMessage message) =>
            message.SenderId is null ? null! : new TestAccount(message.SenderId);
    }

    [ObjectType<TestMessage>]
    public static class AsyncMessage
    {
        public static Task<TestAccount> GetSenderAsync([Parent] TestMessage message) =>
            Later(message.SenderId is null ? null! : new TestAccount(message.SenderId));
    }

    private static async Task<T> Later<T>(T value)
    {
        await Task.Yield();
        return value;
    }
}
