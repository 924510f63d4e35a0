using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

/// <summary>Spec: Execution, "Field Collection" and "Field Selection Merging".</summary>
public sealed class FieldCollectionTests
{
    [Theory(DisplayName = "keys stand in the order in which they are first selected")]
    [EachWay]
    public Task Keys_stand_in_order_of_selection(Resolve mode) =>
        On(mode).Answers(
            "{ dog { nickname name } b: text a: text text }",
            """{ "data": { "dog": { "nickname": "Rex", "name": "Rexford" }, "b": "T", "a": "T", "text": "T" } }""");

    [Theory(DisplayName = "the same field selected twice is resolved once, where it came first")]
    [EachWay]
    public Task Same_field_is_resolved_once(Resolve mode) =>
        On(mode).Answers(
            "{ count text count again: count }",
            """{ "data": { "count": 1, "text": "T", "again": 2 } }""");

    [Theory(DisplayName = "selections of the same object are merged at every level")]
    [EachWay]
    public Task Selections_are_merged_at_every_level(Resolve mode) =>
        On(mode).Answers(
            "{ dog { owner { name } name } ...more } fragment more on Query { dog { nickname owner { age name } } }",
            """
            { "data": { "dog": { "owner": { "name": "Ann", "age": 40 }, "name": "Rexford", "nickname": "Rex" } } }
            """);

    [Theory(DisplayName = "fields of a fragment stand where the fragment is spread")]
    [EachWay]
    public Task Fields_of_a_fragment_stand_where_it_is_spread(Resolve mode) =>
        On(mode).Answers(
            "{ dog { nickname ...names barks } } fragment names on Pet { name nickname }",
            """{ "data": { "dog": { "nickname": "Rex", "name": "Rexford", "barks": true } } }""");

    [Theory(DisplayName = "a fragment applies to the object types that its condition covers")]
    [EachWay]
    public Task Fragment_applies_where_its_condition_holds(Resolve mode) =>
        On(mode).Answers(
            """
            { pets { __typename ... on Pet { name } ... on Dog { barks } ... on Cat { meows } ... on CatOrDog { __typename } } }
            """,
            """
            { "data": { "pets": [ { "__typename": "Dog", "name": "Rexford", "barks": true },
                                  { "__typename": "Cat", "name": "Tom", "meows": false }, null ] } }
            """);

    [Theory(DisplayName = "the members of a union are told apart by their .NET type")]
    [EachWay]
    public Task Union_members_are_told_apart(Resolve mode) =>
        On(mode).Answers(
            "{ either { __typename ... on Dog { barks } ... on Cat { name } ... on Pet { nickname } } }",
            """
            { "data": { "either": [ { "__typename": "Cat", "name": "Tom", "nickname": "T" },
                                    { "__typename": "Dog", "barks": true, "nickname": "Rex" } ] } }
            """);

    [Theory(DisplayName = "a value of a derived class counts as the nearest known type")]
    [EachWay]
    public Task Derived_class_counts_as_its_known_base(Resolve mode) =>
        On(mode).Answers("{ puppy { __typename name } }", """{ "data": { "puppy": { "__typename": "Dog", "name": "Pup" } } }""");

    [Theory(DisplayName = "a value of a class that no object type stands for fails its field")]
    [EachWay]
    public Task Unknown_class_fails_the_field(Resolve mode) =>
        On(mode).Answers(
            "{ stranger { name } text }",
            """
            { "errors": [ { "message": "Unexpected execution error.", "locations": [ { "line": 1, "column": 3 } ],
                            "path": [ "stranger" ], "extensions": { "code": "INTERNAL" } } ],
              "data": { "stranger": null, "text": "T" } }
            """);

    [Theory(DisplayName = "@skip and @include leave out fields and fragments")]
    [InlineData("{ text @skip(if: true) count }", """{ "data": { "count": 1 } }""")]
    [InlineData("{ text @skip(if: false) count }", """{ "data": { "text": "T", "count": 1 } }""")]
    [InlineData("{ text @include(if: false) count }", """{ "data": { "count": 1 } }""")]
    [InlineData("{ text @include(if: true) @skip(if: true) count }", """{ "data": { "count": 1 } }""")]
    [InlineData("{ text @include(if: false) @skip(if: false) count }", """{ "data": { "count": 1 } }""")]
    [InlineData("{ ... @skip(if: true) { text } count }", """{ "data": { "count": 1 } }""")]
    [InlineData("{ ...t @include(if: false) count } fragment t on Query { text }", """{ "data": { "count": 1 } }""")]
    [InlineData("{ ...t @skip(if: true) ...t } fragment t on Query { text }", """{ "data": { "text": "T" } }""")]
    [InlineData("{ text @skip(if: true) }", """{ "data": { } }""")]
    public Task Conditions_leave_out_selections(string query, string expected) =>
        On(Resolve.Immediately).Answers(query, expected);

    [Theory(DisplayName = "the order of keys follows the conditions of each request")]
    [InlineData("""{ "a": true, "b": true }""", """{ "data": { "text": "T", "count": 1 } }""")]
    [InlineData("""{ "a": false, "b": true }""", """{ "data": { "count": 1, "text": "T" } }""")]
    [InlineData("""{ "a": true, "b": false }""", """{ "data": { "text": "T", "count": 1 } }""")]
    [InlineData("""{ "a": false, "b": false }""", """{ "data": { "count": 1 } }""")]
    public async Task Key_order_follows_the_conditions(string variables, string expected)
    {
        const string query = "query($a: Boolean!, $b: Boolean!) { text @include(if: $a) count ...t @include(if: $b) } fragment t on Query { text }";
        await On(Resolve.Immediately).Answers(query, expected, variables);
    }

    [Fact(DisplayName = "one document serves every outcome of its conditions")]
    public async Task One_document_serves_every_outcome()
    {
        const string query = "query($a: Boolean = true) { dog { name @skip(if: $a) nickname } }";
        var server = On(Resolve.Immediately);
        await server.Answers(query, """{ "data": { "dog": { "nickname": "Rex" } } }""");
        await server.Answers(
            query, """{ "data": { "dog": { "name": "Rexford", "nickname": "Rex" } } }""", """{ "a": false }""");
        await server.Answers(query, """{ "data": { "dog": { "nickname": "Rex" } } }""", """{ "a": true }""");
    }

    [Fact(DisplayName = "seventy conditions are more than are remembered, and are decided all the same")]
    public async Task Seventy_conditions_are_decided()
    {
        var names = Enumerable.Range(0, 70).ToArray();
        var query = $"query({string.Join(", ", names.Select(i => $"$v{i}: Boolean!"))}) "
            + $"{{ {string.Join(" ", names.Select(i => $"f{i}: text @include(if: $v{i})"))} }}";
        var variables = $"{{ {string.Join(", ", names.Select(i => $"\"v{i}\": {(i == 69 ? "true" : "false")}"))} }}";
        await On(Resolve.Immediately).Answers(query, """{ "data": { "f69": "T" } }""", variables);
    }

    private static TestServer On(Resolve mode) => TestServer.Create(
        builder => builder.Services.AddSingleton(new Timing(mode)).AddScoped<CallCounter>(),
        typeof(Query), typeof(Pet), typeof(CatOrDog), typeof(DogResolvers), typeof(CatResolvers));

    public sealed class CallCounter
    {
        private int _calls;

        public int Next() => ++_calls;
    }

    [InterfaceType("Pet")]
    public abstract record Pet(string Name, string Nickname) : CatOrDog;

    [UnionType("CatOrDog")]
    public abstract record CatOrDog;

    public record Dog(string Name, string Nickname) : Pet(Name, Nickname)
    {
        public bool Barks => true;
    }

    public sealed record Cat(string Name, string Nickname) : Pet(Name, Nickname)
    {
        public bool Meows => false;
    }

    public sealed record Puppy() : Dog("Pup", "P");

    public sealed record Stranger() : Pet("?", "?");

    public sealed record Owner(string Name, int Age);

    [ObjectType<Dog>]
    public static class DogResolvers
    {
        public static ValueTask<Owner> GetOwnerAsync(Timing timing) => timing.Answer(new Owner("Ann", 40));
    }

    [ObjectType<Cat>]
    public static class CatResolvers;

    [QueryType]
    public static class Query
    {
        private static readonly Dog Rex = new("Rexford", "Rex");
        private static readonly Cat Tom = new("Tom", "T");

        public static string Text => "T";

        public static ValueTask<Dog> GetDogAsync(Timing timing) => timing.Answer(Rex);

        public static ValueTask<IReadOnlyList<Pet?>> GetPetsAsync(Timing timing) =>
            timing.Answer<IReadOnlyList<Pet?>>([Rex, Tom, null]);

        public static ValueTask<IReadOnlyList<CatOrDog>> GetEitherAsync(Timing timing) =>
            timing.Answer<IReadOnlyList<CatOrDog>>([Tom, Rex]);

        public static ValueTask<Pet?> GetPuppyAsync(Timing timing) => timing.Answer<Pet?>(new Puppy());

        public static ValueTask<Pet?> GetStrangerAsync(Timing timing) => timing.Answer<Pet?>(new Stranger());

        public static int GetCount(CallCounter counter) => counter.Next();
    }
}
