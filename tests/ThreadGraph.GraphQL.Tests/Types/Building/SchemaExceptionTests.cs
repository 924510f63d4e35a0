using ThreadGraph.GraphQL.Tests.Execution;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Types.Pagination;

namespace ThreadGraph.GraphQL.Tests.Types.Building;

/// <summary>Classes that make no valid schema, one for each broken rule, and what is said of them at start.</summary>
public sealed class SchemaExceptionTests
{
    private const string Here = "ThreadGraph.GraphQL.Tests.Types.Building.SchemaExceptionTests";

    [Theory(DisplayName = "classes that make no valid schema are refused by name")]
    [InlineData(new Type[0], "A schema needs a query root: annotate a static class with [QueryType].")]
    [InlineData(new[] { typeof(NoFields) }, "The type \"Query\" has no field.")]
    [InlineData(new[] { typeof(Twice) }, "Type \"Query\": the name \"text\" is used twice; rename one with [GraphQLName].")]
    [InlineData(new[] { typeof(TwoTypes) }, Here + "+TwoTypes.Two: Two types are called \"Name\"; rename one with [GraphQLName].")]
    [InlineData(new[] { typeof(BadName) }, "\"größe\" is no GraphQL name (field of \"Query\"); give one with [GraphQLName].")]
    [InlineData(new[] { typeof(ReservedName) },
        "The name \"__text\" (field of \"Query\") begins with \"__\", which is reserved for introspection.")]
    [InlineData(new[] { typeof(BadArgumentName) },
        "\"größe\" is no GraphQL name (argument of \"Query.text\"); give one with [GraphQLName].")]
    [InlineData(new[] { typeof(LongField) }, Here + "+LongField.Number: System.Int64 has no GraphQL output type.")]
    [InlineData(new[] { typeof(FrameworkField) }, Here + "+FrameworkField.Home: System.Uri has no GraphQL output type.")]
    [InlineData(new[] { typeof(StructField) }, Here + "+StructField.Point: " + Here + "+Point has no GraphQL output type.")]
    [InlineData(new[] { typeof(TaskField) }, Here + "+TaskField.DoAsync: System.Threading.Tasks.Task has no GraphQL output type.")]
    [InlineData(new[] { typeof(StreamField) },
        Here + "+StreamField.Stream: System.Collections.Generic.IAsyncEnumerable`1[System.Int32] has no GraphQL output type.")]
    [InlineData(new[] { typeof(LongArgument) }, Here + "+LongArgument.GetText: System.Int64 has no GraphQL input type.")]
    [InlineData(new[] { typeof(ListArgument) },
        Here + "+ListArgument.GetText: Take System.Collections.Generic.List`1[System.Int32] as an IReadOnlyList<T>: a list comes in as an array.")]
    [InlineData(new[] { typeof(NoConstructor) },
        Here + "+NoConstructor.GetText: " + Here + "+Positional is an input object and needs a public constructor without parameters.")]
    [InlineData(new[] { typeof(EmptyInput) }, "The type \"Nothing\" has no field.")]
    [InlineData(new[] { typeof(RequiredOneOf) },
        "The field \"Choice.number\" of a [OneOf] input must be nullable and without a default.")]
    [InlineData(new[] { typeof(EndlessInput) },
        "The input object \"Endless\" needs another one of itself without end; make a field of it nullable.")]
    [InlineData(new[] { typeof(BadDefault) },
        "The default \"ten\" of the argument \"limit\" of \"Query.text\" is no \"Int!\": Int cannot represent non-integer value: \"ten\"")]
    [InlineData(new[] { typeof(UnknownEnumDefault) },
        Here + "+UnknownEnumDefault.GetText: The enum \"Answer\" has no value 7.")]
    [InlineData(new[] { typeof(EmptyEnumField) }, "The type \"Empty\" has no value.")]
    [InlineData(new[] { typeof(AliasEnumField) },
        "Two values of the enum \"Alias\" are the same in .NET; leave one out with [GraphQLIgnore].")]
    [InlineData(new[] { typeof(TrueEnumField) }, "\"true\" is no name for a value of the enum \"Truth\".")]
    [InlineData(new[] { typeof(LonelyUnionField), typeof(ILonely) }, "The union \"Lonely\" has no object type.")]
    [InlineData(new[] { typeof(PagingWithoutConnection) },
        Here + "+PagingWithoutConnection.GetText takes PagingArguments and needs [UseConnection].")]
    [InlineData(new[] { typeof(Query), typeof(NodeWithoutResolver) },
        "The node type \"Item\" needs exactly one method with [NodeResolver].")]
    [InlineData(new[] { typeof(Query), typeof(NodeWithSyncResolver) },
        Here + "+NodeWithSyncResolver.GetItemById must return a ValueTask<T>.")]
    [InlineData(new[] { typeof(Query), typeof(NodeWithUnknownKey) },
        "No INodeIdValueSerializer is registered for System.Guid, the key of node type \"Item\".")]
    [InlineData(new[] { typeof(Query), typeof(NoStream) },
        Here + "+NoStream.GetTick needs a public static method \"Ticks\" in its class that returns an IAsyncEnumerable<T>.")]
    [InlineData(new[] { typeof(Query), typeof(NoSubscription) }, "The type \"Subscription\" has no field.")]
    [InlineData(new[] { typeof(ListOfIds) },
        Here + "+ListOfIds.Ids: [ID] stands on a single key, not on System.Int32[].")]
    public void Classes_are_refused_by_name(Type[] types, string message)
    {
        var server = TestServer.Create(types);
        Should.Throw<SchemaException>(() => server.Executor).Message.ShouldBe(message);
    }

    [QueryType]
    public static class Query
    {
        public static Item? Item => null;
    }

    public sealed record Item(string Text);

    public readonly record struct Point(int X);

    [QueryType]
    public static class NoFields;

    [QueryType]
    public static class Twice
    {
        public static string Text => "";

        public static string GetText() => "";
    }

    public static class First
    {
        public sealed record Name(string Text);
    }

    public static class Second
    {
        public sealed record Name(string Text);
    }

    [QueryType]
    public static class TwoTypes
    {
        public static First.Name? One => null;

        public static Second.Name? Two => null;
    }

    [QueryType]
    public static class BadName
    {
        public static string Größe => "";
    }

    [QueryType]
    public static class ReservedName
    {
        [GraphQLName("__text")]
        public static string Text => "";
    }

    [QueryType]
    public static class BadArgumentName
    {
        public static string GetText(int größe) => $"{größe}";
    }

    [QueryType]
    public static class LongField
    {
        public static long Number => 0;
    }

    [QueryType]
    public static class FrameworkField
    {
        public static Uri? Home => null;
    }

    [QueryType]
    public static class StructField
    {
        public static Point Point => default;
    }

    [QueryType]
    public static class TaskField
    {
        public static Task DoAsync() => Task.CompletedTask;
    }

    [QueryType]
    public static class StreamField
    {
        public static IAsyncEnumerable<int>? Stream => null;
    }

    [QueryType]
    public static class LongArgument
    {
        public static string GetText(long number) => $"{number}";
    }

    [QueryType]
    public static class ListArgument
    {
        public static string GetText(List<int> numbers) => $"{numbers}";
    }

    public sealed record Positional(string Text);

    [QueryType]
    public static class NoConstructor
    {
        public static string GetText(Positional input) => $"{input}";
    }

    public sealed class Nothing;

    [QueryType]
    public static class EmptyInput
    {
        public static string GetText(Nothing input) => $"{input}";
    }

    [OneOf]
    public sealed class Choice
    {
        public int Number { get; init; }
    }

    [QueryType]
    public static class RequiredOneOf
    {
        public static string GetText(Choice input) => $"{input}";
    }

    public sealed class Endless
    {
        public required Other Other { get; init; }
    }

    public sealed class Other
    {
        public required Endless Endless { get; init; }
    }

    [QueryType]
    public static class EndlessInput
    {
        public static string GetText(Endless input) => $"{input}";
    }

    [QueryType]
    public static class BadDefault
    {
        public static string GetText([DefaultValueSyntax("\"ten\"")] int limit) => $"{limit}";
    }

    [QueryType]
    public static class UnknownEnumDefault
    {
        public static string GetText(Answer truth = (Answer)7) => $"{truth}";
    }

    public enum Answer
    {
        Yes,
    }

    public enum Empty;

    [QueryType]
    public static class EmptyEnumField
    {
        public static Empty Value => default;
    }

    public enum Alias
    {
        One = 1,
        Uno = One,
    }

    [QueryType]
    public static class AliasEnumField
    {
        public static Alias Value => default;
    }

    public enum Truth
    {
        [GraphQLName("true")]
        Yes,
    }

    [QueryType]
    public static class TrueEnumField
    {
        public static Truth Value => default;
    }

    [UnionType("Lonely")]
    public interface ILonely;

    [QueryType]
    public static class LonelyUnionField
    {
        public static ILonely? Value => null;
    }

    [QueryType]
    public static class PagingWithoutConnection
    {
        public static string GetText(PagingArguments paging) => $"{paging}";
    }

    [Node]
    [ObjectType<Item>]
    public static class NodeWithoutResolver;

    [Node]
    [ObjectType<Item>]
    public static class NodeWithSyncResolver
    {
        [NodeResolver]
        public static Item? GetItemById(int id) => null;
    }

    [Node]
    [ObjectType<Item>]
    public static class NodeWithUnknownKey
    {
        [NodeResolver]
        public static ValueTask<Item?> GetItemByIdAsync(Guid id) => default;
    }

    [SubscriptionType]
    public static class NoStream
    {
        [Subscribe(With = "Ticks")]
        public static int GetTick([EventMessage] int tick) => tick;
    }

    [SubscriptionType]
    public static class NoSubscription
    {
        public static int Tick => 1;
    }

    [QueryType]
    public static class ListOfIds
    {
        [ID("Item")]
        public static int[] Ids => [];
    }
}
