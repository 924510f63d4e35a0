using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

public sealed class DisableSuggestionsTests
{
    [Theory(DisplayName = "a server that suggests nothing still says what is wrong")]
    [InlineData("{ colour }", "{}", "Cannot query field \"colour\" on type \"Query\".")]
    [InlineData("{ mix(b: RED) }", "{}", "Unknown argument \"b\" on field \"Query.mix\".")]
    [InlineData("{ mix(a: REDD) }", "{}", "Value \"REDD\" does not exist in \"Color\" enum.")]
    [InlineData("query($a: Colr) { mix(a: $a) }", "{}", "Unknown type \"Colr\".")]
    [InlineData("query($a: Color) { mix(a: $a) }", """{ "a": "REDD" }""",
        "Variable \"$a\" got invalid value \"REDD\"; Value \"REDD\" does not exist in \"Color\" enum.")]
    [InlineData("query($p: PaintInput) { paint(p: $p) }", """{ "p": { "colr": "RED" } }""",
        "Variable \"$p\" got invalid value { \"colr\": \"RED\" }; Field \"colr\" is not defined by type \"PaintInput\".")]
    [InlineData("{ paint(p: { colr: RED }) }", "{}", "Field \"colr\" is not defined by type \"PaintInput\".")]
    [InlineData("{ shape { radius } }", "{}", "Cannot query field \"radius\" on type \"Shape\".")]
    public async Task Nothing_is_suggested(string query, string variables, string message)
    {
        var (told, untold) = (await Message(false, query, variables), await Message(true, query, variables));

        told.ShouldStartWith(message + " Did you mean ");
        untold.ShouldBe(message);
    }

    private static async Task<string> Message(bool disable, string query, string variables)
    {
        await using var server = TestServer.Create(
            builder => builder.DisableSuggestions(disable), typeof(Query), typeof(Shape), typeof(CircleType));
        var answer = System.Text.Json.Nodes.JsonNode.Parse(await server.Execute(query, variables))!;
        return answer["errors"]![0]!["message"]!.GetValue<string>();
    }

    [QueryType]
    public static class Query
    {
        public static Color Color => Color.Red;

        public static Shape Shape => new Circle();

        public static Color? GetMix(Color? a) => a;

        public static Color? GetPaint(PaintInput? p) => p?.Color;
    }

    public enum Color
    {
        Red,
        Green,
    }

    public sealed record PaintInput
    {
        public Color? Color { get; init; }
    }

    [InterfaceType]
    public abstract class Shape
    {
        public int Area => 1;
    }

    public sealed class Circle : Shape
    {
        public int Radius => 1;
    }

    [ObjectType<Circle>]
    public static class CircleType;
}
