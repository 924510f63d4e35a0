using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Tests.Execution;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Robustness;

/// <summary>
/// Documents made to be too much: each is answered or refused with a code, first within the limits for clients, then with the
/// parser's limits lifted, where validation and execution have to hold on their own.
/// </summary>
public sealed class LargeDocumentTests
{
    private const int Many = 10_000;

    public static TheoryData<string, string, string> Cases => new()
    {
        // document, outcome within the default limits, outcome with the parser's limits lifted; where that one depends on how
        // large the thread's stack is, both are given
        { nameof(NestedSelections), "DOCUMENT_LIMIT", "DOCUMENT_LIMIT" },
        { nameof(NestedLists), "DOCUMENT_LIMIT", "GRAPHQL_VALIDATION_FAILED or DOCUMENT_LIMIT" },
        { nameof(NestedInlineFragments), "DOCUMENT_LIMIT", "answered or DOCUMENT_LIMIT" },
        { nameof(Tokens), "DOCUMENT_LIMIT", "DOCUMENT_LIMIT" },
        { nameof(Aliases), "DOCUMENT_LIMIT", "answered" },
        { nameof(RepeatedFields), "DOCUMENT_LIMIT", "answered" },
        { nameof(RepeatedOverlappingFields), "DOCUMENT_LIMIT", "answered" },
        { nameof(FragmentBomb), "DOCUMENT_LIMIT", "DOCUMENT_LIMIT" },
        { nameof(ChainOfFragments), "DOCUMENT_LIMIT", "answered" },
        { nameof(ChainOfDeeperFragments), "DOCUMENT_LIMIT", "DOCUMENT_LIMIT" },
        { nameof(RingOfFragments), "DOCUMENT_LIMIT", "GRAPHQL_VALIDATION_FAILED" },
        { nameof(UnknownFields), "DOCUMENT_LIMIT", "GRAPHQL_VALIDATION_FAILED" },
        { nameof(Conflicts), "DOCUMENT_LIMIT", "GRAPHQL_VALIDATION_FAILED" },
        { nameof(Variables), "DOCUMENT_LIMIT", "answered" },
        { nameof(Directives), "DOCUMENT_LIMIT", "GRAPHQL_VALIDATION_FAILED" },
        { nameof(Operations), "DOCUMENT_LIMIT", "BAD_USER_INPUT" },
        { nameof(LongName), "GRAPHQL_VALIDATION_FAILED", "GRAPHQL_VALIDATION_FAILED" },
        { nameof(Comments), "answered", "answered" },
        { nameof(IntrospectionBomb), "GRAPHQL_VALIDATION_FAILED", "GRAPHQL_VALIDATION_FAILED" },
    };

    [Theory(DisplayName = "a document that is too much is answered or refused")]
    [MemberData(nameof(Cases))]
    public async Task Too_large_a_document_is_answered_or_refused(string document, string withLimits, string withoutLimits)
    {
        var text = (string)typeof(LargeDocumentTests)
            .GetMethod(document, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .Invoke(null, null)!;
        (await Outcome(Limited, text)).ShouldBe(withLimits);
        withoutLimits.Split(" or ").ShouldContain(await Outcome(Lifted, text));
    }

    [Theory(DisplayName = "the depth of an operation is counted with its fragments spread")]
    [InlineData(98, "answered")]
    [InlineData(99, "DOCUMENT_LIMIT")]
    public async Task Depth_is_counted_with_fragments_spread(int levels, string outcome) =>
        (await Outcome(Limited, $"{{ endless {{ ...f0 }} }} {Fragments(levels, i => $"self {{ ...f{i + 1} }}")} fragment f{levels} on Endless {{ text }}"))
            .ShouldBe(outcome);

    [Fact(DisplayName = "what is refused for its size says which setting refuses it")]
    public async Task Refusal_names_its_setting() =>
        (await Limited.Execute($"{{ endless {{ ...f0 }} }} {Fragments(120, i => $"self {{ ...f{i + 1} }}")} fragment f120 on Endless {{ text }}"))
            .ShouldBe(
                """
                {"errors":[{"message":"The operation is deeper than the 100 levels of selection sets that are allowed once its fragments are spread. Ask for less at once.","extensions":{"code":"DOCUMENT_LIMIT","limit":100,"actual":101,"setting":"MaxDepth"}}]}
                """);

    [Theory(DisplayName = "limits outside of their range are refused at start")]
    [InlineData(0, 1)]
    [InlineData(201, 1)]
    [InlineData(1, 0)]
    public void Limits_outside_of_their_range_are_refused(int depth, int fields) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new GraphQL.Execution.ExecutionLimits { MaxDepth = depth, MaxFields = fields });

    private static TestServer Limited => TestServer.Create(typeof(Query));

    private static TestServer Lifted => TestServer.Create(
        static builder => builder.ModifyParserOptions(static _ => new ParserOptions(
            maxAllowedTokens: int.MaxValue, maxAllowedFields: int.MaxValue, maxAllowedRecursionDepth: int.MaxValue)),
        typeof(Query));

    private static async Task<string> Outcome(TestServer server, string document)
    {
        using var answer = JsonDocument.Parse(await server.Execute(document), new JsonDocumentOptions { MaxDepth = 1000 });
        return answer.RootElement.TryGetProperty("errors", out var errors)
            ? errors[0].GetProperty("extensions").GetProperty("code").GetString()!
            : "answered";
    }

    private static string Repeat(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(part(i)).Append(' ');
        }

        return text.ToString();
    }

    private static string Fragments(int count, Func<int, string> selections) =>
        Repeat(count, i => $"fragment f{i} on Endless {{ {selections(i)} }}");

    private static string NestedSelections() => $"{{ endless {{ {Repeat(Many, static _ => "self {")} text {Repeat(Many, static _ => "}")} }} }}";

    private static string NestedInlineFragments() => $"{{ {Repeat(Many, static _ => "... {")} text {Repeat(Many, static _ => "}")} }}";

    private static string NestedLists() => $"{{ echo(list: {new string('[', 1000)}1{new string(']', 1000)}) }}";

    private static string Tokens() => $"{{ {Repeat(50_000, static i => $"a{i}: text")} }}";

    private static string Aliases() => $"{{ {Repeat(Many, static i => $"a{i}: text")} }}";

    private static string RepeatedFields() => $"{{ {Repeat(Many, static _ => "text")} }}";

    private static string RepeatedOverlappingFields() => $"{{ {Repeat(Many, static _ => "endless { self { text } text }")} }}";

    private static string FragmentBomb() =>
        $"{{ endless {{ ...f0 }} }} {Fragments(1000, static i => $"a: self {{ ...f{i + 1} }} b: self {{ ...f{i + 1} }}")} fragment f1000 on Endless {{ text }}";

    private static string ChainOfFragments() =>
        $"{{ endless {{ ...f0 }} }} {Fragments(Many, static i => $"...f{i + 1}")} fragment f{Many} on Endless {{ text }}";

    private static string ChainOfDeeperFragments() =>
        $"{{ endless {{ ...f0 }} }} {Fragments(Many, static i => $"self {{ ...f{i + 1} }}")} fragment f{Many} on Endless {{ text }}";

    private static string RingOfFragments() => $"{{ endless {{ ...f0 }} }} {Fragments(Many, static i => $"self {{ ...f{(i + 1) % Many} }}")}";

    private static string UnknownFields() => $"{{ {Repeat(Many, static i => $"unknown{i}")} }}";

    private static string Conflicts() => $"{{ {Repeat(Many, static i => i % 2 == 0 ? "a: text" : "a: again")} }}";

    private static string Variables() =>
        $"query({Repeat(Many, static i => $"$v{i}: Int")}) {{ echo(list: [{Repeat(Many, static i => $"$v{i}")}]) }}";

    private static string Directives() => $"{{ text {Repeat(Many, static _ => "@skip(if: false)")} }}";

    private static string Operations() => Repeat(Many, static i => $"query q{i} {{ text }}");

    private static string LongName() => $"{{ {new string('x', 1_000_000)} }}";

    private static string Comments() => $"{{ {Repeat(100_000, static _ => "# nothing\n,,,")} text }}";

    private static string IntrospectionBomb() =>
        $"{{ __schema {{ types {{ {Repeat(50, static _ => "fields { type {")} name {Repeat(50, static _ => "} }")} }} }} }}";

    [QueryType]
    public static class Query
    {
        public static string Text => "T";

        public static string Again => "T";

        public static Endless Endless => new();

        public static string? GetEcho(IReadOnlyList<int?>? list) => $"{list?.Count}";
    }

    public sealed class Endless
    {
        public string Text => "T";

        public Endless Self => this;
    }
}
