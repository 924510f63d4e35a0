using System.Text;
using System.Text.Json;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Tests.Execution;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Robustness;

/// <summary>Documents and variables by chance, always the same ones: each has an answer or a typed error.</summary>
public sealed class RandomDocumentTests
{
    private static readonly string[] Words =
    [
        "{", "}", "(", ")", "[", "]", ":", "=", "!", "|", "@", "&", "...", "$", ",", "#c\n", "\"", "\"\"\"", "\"a\"", "1", "-1", "1.5",
        "1e9", "99999999999", "true", "null", "query", "mutation", "subscription", "fragment", "on", "f", "g", "Q", "Query", "Item",
        "Named", "Either", "text", "item", "list", "either", "find", "name", "__typename", "__schema", "__type", "types", "fields",
        "skip", "include", "if", "$v", "$w", "Int", "[Int!]", "Filter", "filter", "RED", "\\u{110000}", "é", "\uFEFF", "\0",
    ];

    private static readonly string[] Members = ["number", "numbers", "color", "inner", "list", "x"];

    private static readonly string[] Valid =
    [
        "query Q($v: Int = 1, $w: [Int!]) { text item { name ...f } list @include(if: true) { name } find(filter: { numbers: $w, number: $v }) } fragment f on Item { name other: name }",
        "{ either { __typename ... on Item { name } ... on Named { name } } a: find(filter: { inner: { number: 3 } }) }",
        "{ __schema { types { name fields { name type { ofType { name } } } } } item { ...f } } fragment f on Named { ...g } fragment g on Item { name }",
        "query($v: Boolean!) { ... @skip(if: $v) { text } ...q @include(if: $v) } fragment q on Query { list { name } text }",
    ];

    [Fact(DisplayName = "words in any order are answered or refused")]
    public Task Words_in_any_order_are_answered() =>
        Answered(10_000, static random => string.Join(" ", random.GetItems(Words, random.Next(40))));

    [Fact(DisplayName = "documents that were changed in a few places are answered or refused")]
    public Task Changed_documents_are_answered() => Answered(10_000, Change);

    [Fact(DisplayName = "bytes in any order are parsed or refused")]
    public void Bytes_in_any_order_are_parsed()
    {
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(60)];
            random.NextBytes(bytes);
            if (i % 2 == 0)
            {
                bytes = [.. "{ a(b: \""u8, .. bytes, .. "\") }"u8];
            }

            try
            {
                Utf8GraphQLParser.Parse(new SourceText(bytes));
            }
            catch (SyntaxException exception)
            {
                exception.Message.ShouldStartWith("Syntax Error: ");
            }
        }
    }

    [Fact(DisplayName = "variables of any form are used or refused")]
    public async Task Variables_of_any_form_are_used_or_refused()
    {
        var server = TestServer.Create(typeof(Query), typeof(INamed), typeof(IEither));
        var random = new Random(4);
        for (var i = 0; i < 10_000; i++)
        {
            var answer = await server.Execute(
                "query($v: Filter, $w: [Filter!]) { find(filter: $v, filters: $w) }",
                $$"""{ "v": {{Json(random, 4)}}, "w": {{Json(random, 4)}} }""");
            CheckAnswer(answer);
        }
    }

    private static async Task Answered(int count, Func<Random, string> make)
    {
        var server = TestServer.Create(typeof(Query), typeof(INamed), typeof(IEither));
        var random = new Random(5);
        for (var i = 0; i < count; i++)
        {
            CheckAnswer(await server.Execute(make(random), """{ "v": 1, "w": [1, 2] }"""));
        }
    }

    /// <summary>An answer is JSON with data or typed errors, none of them unexpected.</summary>
    private static void CheckAnswer(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        (json.RootElement.TryGetProperty("data", out _) || json.RootElement.GetProperty("errors").GetArrayLength() > 0).ShouldBeTrue();
        answer.ShouldNotContain("\"INTERNAL\"");
    }

    private static string Change(Random random)
    {
        var text = new StringBuilder(Valid[random.Next(Valid.Length)]);
        for (var i = random.Next(4); i >= 0; i--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, Words[random.Next(Words.Length)]);
                    break;
                case 2:
                    text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 30), text.Length - at)));
                    break;
                default:
                    text[at] = (char)random.Next(1, 0x250);
                    break;
            }

            if (text.Length == 0)
            {
                text.Append('{');
            }
        }

        return text.ToString();
    }

    private static string Json(Random random, int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => "null",
        1 => "true",
        2 => $"{random.Next(-5, 5)}",
        3 => "1e999",
        4 => "\"RED\"",
        5 => "123456789012345678901234567890",
        6 => $"[{string.Join(",", Enumerable.Range(0, random.Next(4)).Select(_ => Json(random, depth - 1)))}]",
        _ => "{" + string.Join(",", Members
            .Where(_ => random.Next(3) == 0).Select(name => $"\"{name}\":{Json(random, depth - 1)}")) + "}",
    };

    public enum Color
    {
        Red,
    }

    public sealed class Filter
    {
        public int? Number { get; init; }

        public IReadOnlyList<int?>? Numbers { get; init; }

        public Color? Color { get; init; }

        public Filter? Inner { get; init; }

        public IReadOnlyList<Filter>? List { get; init; }
    }

    [InterfaceType("Named")]
    public interface INamed
    {
        string Name { get; }
    }

    [UnionType("Either")]
    public interface IEither;

    public sealed record Item(string Name) : INamed, IEither;

    [QueryType]
    public static class Query
    {
        public static string Text => "T";

        public static Item Item => new("I");

        public static IEither Either => new Item("E");

        public static INamed? Named => new Item("N");

        public static async Task<IReadOnlyList<Item>> GetListAsync()
        {
            await Task.Yield();
            return [new Item("1"), new Item("2")];
        }

        public static string? GetFind(Filter? filter, IReadOnlyList<Filter>? filters) => $"{filter?.Number}{filters?.Count}";
    }
}
