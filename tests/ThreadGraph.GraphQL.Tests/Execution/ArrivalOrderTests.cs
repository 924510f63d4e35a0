using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

/// <summary>The answer does not depend on the order in which values arrive.</summary>
public sealed class ArrivalOrderTests
{
    private const string Nested =
        """
        { before: text
          outer { inner { slow { slow { text } } } broken }
          after: long }
        """;

    [Theory(DisplayName = "keys stand in query order, whoever comes first")]
    [InlineData("a", "b", "c")]
    [InlineData("c", "b", "a")]
    [InlineData("b", "c", "a")]
    public async Task Keys_stand_in_query_order(string first, string second, string third) =>
        (await Run("""{ a: gated(gate: "a") b: gated(gate: "b") text c: gated(gate: "c") }""", first, second, third))
            .ShouldBe("""{"data":{"a":"a","b":"b","text":"T","c":"c"}}""");

    [Theory(DisplayName = "a null that comes before or after its siblings empties the parent")]
    [InlineData("bad", "good")]
    [InlineData("good", "bad")]
    public async Task Null_empties_the_parent_before_and_after_its_siblings(string first, string second) =>
        (await Run(
            """{ outer { good: mustGated(gate: "good") bad: mustGated(gate: "bad") good2: text } text }""", first, second))
            .ShouldBe(
                """
                {"errors":[{"message":"Cannot return null for non-nullable field Outer.mustGated.","locations":[{"line":1,"column":41}],"path":["outer","bad"]}],"data":{"outer":null,"text":"T"}}
                """);

    [Theory(DisplayName = "the first of two failures that empty one parent is the one that is told")]
    [InlineData("bad", "bad2", 11)]
    [InlineData("bad2", "bad", 39)]
    public async Task First_failure_is_told(string first, string second, int column) =>
        (await Run(
            """{ outer { bad: mustGated(gate: "bad") bad2: mustGated(gate: "bad2") } text }""", first, second))
            .ShouldBe(
                $$$"""
                {"errors":[{"message":"Cannot return null for non-nullable field Outer.mustGated.","locations":[{"line":1,"column":{{{column}}}}],"path":["outer","{{{first}}}"]}],"data":{"outer":null,"text":"T"}}
                """);

    [Fact(DisplayName = "a late null inside a parent that is null already leaves the rest alone")]
    public async Task Late_null_in_an_emptied_parent_leaves_the_rest_alone() =>
        (await Run(Nested, "slow", "slow2"))
            .ShouldBe(
                """
                {"errors":[{"message":"broken","locations":[{"line":2,"column":44}],"path":["outer","broken"]}],"data":{"before":"T","outer":null,"after":"a text that is longer than all that was taken back before it"}}
                """);

    [Theory(DisplayName = "a null below a hole below a hole reaches the nullable value above both")]
    [InlineData("slow", "slow2")]
    public async Task Null_climbs_through_holes(string first, string second) =>
        (await Run("{ outer { inner { slow { slow { text } } } } after: long }", first, second))
            .ShouldBe(
                """
                {"errors":[{"message":"Cannot return null for non-nullable field Slow.slow.","locations":[{"line":1,"column":26}],"path":["outer","inner","slow","slow"]}],"data":{"outer":{"inner":null},"after":"a text that is longer than all that was taken back before it"}}
                """);

    [Theory(DisplayName = "two emptied values, one in the other, are written once")]
    [InlineData("inner", "outer")]
    [InlineData("outer", "inner")]
    public async Task Nulls_in_nulls_are_written_once(string first, string second)
    {
        var answer = await Run(
            """{ text outer { maybe { bad: mustGated(gate: "bad-inner") } bad: mustGated(gate: "bad-outer") } after: text }""",
            $"bad-{first}",
            $"bad-{second}");
        answer.ShouldEndWith("""}],"data":{"text":"T","outer":null,"after":"T"}}""");
    }

    [Theory(DisplayName = "each item of a list is emptied on its own, in any order")]
    [InlineData(0, 1, 2)]
    [InlineData(2, 1, 0)]
    [InlineData(1, 2, 0)]
    public async Task Items_are_emptied_on_their_own(params int[] order)
    {
        var answer = await Run("{ items { value text } text }", [.. order.Select(static i => $"item-{i}")]);
        answer.ShouldBe(
            """
            {"errors":[{"message":"Cannot return null for non-nullable field Item.value.","locations":[{"line":1,"column":11}],"path":["items",1,"value"]}],"data":{"items":[{"value":"0","text":"T"},null,{"value":"2","text":"T"}],"text":"T"}}
            """);
    }

    private static async Task<string> Run(string query, params string[] gatesInOrder)
    {
        var gates = new Gates();
        await using var server = TestServer.Create(
            builder => builder.Services.AddSingleton(gates), typeof(Query), typeof(SlowResolvers), typeof(OuterResolvers), typeof(ItemResolvers));
        var answer = server.Execute(query);
        foreach (var gate in gatesInOrder)
        {
            gates.Open(gate);
        }

        return await answer;
    }

    [QueryType]
    public static class Query
    {
        public static string Text => "T";

        public static string Long => "a text that is longer than all that was taken back before it";

        public static Outer? Outer => new();

        public static IReadOnlyList<Item?> Items => [new Item(0), new Item(1), new Item(2)];

        public static async Task<string> GetGatedAsync(string gate, Gates gates)
        {
            await gates.At(gate);
            return gate;
        }
    }

    public sealed class Outer
    {
        public string Text => "T";

        public Inner? Inner => new();

        public Outer? Maybe => this;
    }

    [ObjectType<Outer>]
    public static class OuterResolvers
    {
        public static async Task<string> GetMustGatedAsync(string gate, Gates gates)
        {
            await gates.At(gate);
            return gate.StartsWith("bad", StringComparison.Ordinal) ? null! : gate;
        }

        public static string GetBroken() => throw new GraphQLException("broken");
    }

    public sealed class Inner
    {
        public async Task<Slow> GetSlowAsync(Gates gates)
        {
            await gates.At("slow");
            return new Slow();
        }
    }

    public sealed class Slow
    {
        public string Text => "T";
    }

    [ObjectType<Slow>]
    public static class SlowResolvers
    {
        public static async Task<Slow> GetSlowAsync(Gates gates)
        {
            await gates.At("slow2");
            return null!;
        }
    }

    public sealed record Item([property: GraphQLIgnore] int Number)
    {
        public string Text => "T";
    }

    [ObjectType<Item>]
    public static class ItemResolvers
    {
        public static async Task<string> GetValueAsync([Parent] Item item, Gates gates)
        {
            await gates.At($"item-{item.Number}");
            return item.Number == 1 ? null! : $"{item.Number}";
        }
    }
}
