using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

/// <summary>Spec: Execution, "Coercing Field Arguments"; Type System, "Input Coercion".</summary>
public sealed class ArgumentTests
{
    [Theory(DisplayName = "literals become .NET values")]
    [InlineData("{ echo(number: 3) }", "number=3 limit=10")]
    [InlineData("{ echo(number: null) }", "number=null limit=10")]
    [InlineData("{ echo }", "number=null limit=10")]
    [InlineData("{ echo(limit: 1) }", "number=null limit=1")]
    [InlineData("{ color(color: DARK_BLUE) }", "DarkBlue")]
    [InlineData("{ color }", "Red")]
    [InlineData("{ numbers(list: [1, null, 2]) }", "[1,null,2]")]
    [InlineData("{ numbers(list: 7) }", "[7]")]
    [InlineData("{ numbers(list: []) }", "[]")]
    [InlineData("{ numbers(list: null) }", "null")]
    [InlineData("{ matrix(rows: [[1, 2], [3]]) }", "[[1,2],[3]]")]
    [InlineData("{ matrix(rows: [1, 2]) }", "[[1],[2]]")]
    [InlineData("{ matrix(rows: 1) }", "[[1]]")]
    [InlineData("""{ find(filter: { text: "a" }) }""", "text=a size=5 color=Red tags=null inner=null")]
    [InlineData("""{ find(filter: { text: "a", size: 2, color: DARK_BLUE, tags: "x", inner: { text: "b" } }) }""",
        "text=a size=2 color=DarkBlue tags=[x] inner=(text=b size=5 color=Red tags=null inner=null)")]
    [InlineData("""{ pick(choice: { id: "1" }) }""", "id=1")]
    [InlineData("""{ pick(choice: { name: "n" }) }""", "name=n")]
    [InlineData("{ id(id: 12345678901234567890) }", "12345678901234567890")]
    [InlineData("""{ id(id: "x") }""", "x")]
    [InlineData("{ half(value: 1) }", "0.5")]
    public Task Literals_become_values(string query, string expected) => Answers(query, null, expected);

    [Theory(DisplayName = "variables become .NET values, alone and inside of literals")]
    [InlineData("query($v: Int) { echo(number: $v) }", "{}", "number=null limit=10")]
    [InlineData("query($v: Int) { echo(number: $v) }", """{ "v": null }""", "number=null limit=10")]
    [InlineData("query($v: Int) { echo(number: $v) }", """{ "v": 4 }""", "number=4 limit=10")]
    [InlineData("query($v: Int = 6) { echo(number: $v) }", "{}", "number=6 limit=10")]
    [InlineData("query($v: Int) { echo(limit: $v) }", "{}", "number=null limit=10")]
    [InlineData("query($v: Int) { numbers(list: [1, $v]) }", "{}", "[1,null]")]
    [InlineData("query($v: [Int!]) { numbers(list: $v) }", """{ "v": [1, 2] }""", "[1,2]")]
    [InlineData("query($v: [Int!]!) { numbers(list: $v) }", """{ "v": 5 }""", "[5]")]
    [InlineData("query($v: [[Int!]!]!) { matrix(rows: $v) }", """{ "v": [[1], [2, 3]] }""", "[[1],[2,3]]")]
    [InlineData("query($v: [Int!]!) { matrix(rows: [$v, [9]]) }", """{ "v": [1, 2] }""", "[[1,2],[9]]")]
    [InlineData("query($v: Color!) { color(color: $v) }", """{ "v": "DARK_BLUE" }""", "DarkBlue")]
    [InlineData("query($t: String!, $s: Int) { find(filter: { text: $t, size: $s }) }", """{ "t": "a" }""",
        "text=a size=5 color=Red tags=null inner=null")]
    [InlineData("query($v: Filter!) { find(filter: $v) }", """{ "v": { "text": "a", "tags": ["x", "y"] } }""",
        "text=a size=5 color=Red tags=[x,y] inner=null")]
    [InlineData("query($v: String!) { pick(choice: { name: $v }) }", """{ "v": "n" }""", "name=n")]
    [InlineData("query($v: Choice!) { pick(choice: $v) }", """{ "v": { "id": 5 } }""", "id=5")]
    [InlineData("query($v: ID!) { id(id: $v) }", """{ "v": 9007199254740991 }""", "9007199254740991")]
    [InlineData("query($v: Float!) { half(value: $v) }", """{ "v": 3 }""", "1.5")]
    public Task Variables_become_values(string query, string variables, string expected) =>
        Answers(query, variables, expected);

    [Theory(DisplayName = "a variable that cannot stand in its place fails the field, with its path")]
    [InlineData("query($v: Int) { echo(limit: $v) }", """{ "v": null }""", "echo",
        "Argument \\\"limit\\\" of non-null type \\\"Int!\\\" must not be null.", "limit")]
    public Task Variable_that_does_not_fit_fails_the_field(
        string query, string variables, string field, string message, string argument) =>
        TestServer.Create(typeof(Query)).Answers(
            query,
            $$"""
            { "errors": [ { "message": "{{message}}", "locations": [ { "line": 1, "column": 30 } ], "path": [ "{{field}}" ],
                            "extensions": { "code": "BAD_USER_INPUT", "argument": "{{argument}}" } } ],
              "data": { "{{field}}": null } }
            """,
            variables);

    private static Task Answers(string query, string? variables, string expected)
    {
        var field = query[query.IndexOf('{', StringComparison.Ordinal)..].TrimStart('{', ' ').Split('(', ' ')[0];
        return TestServer.Create(typeof(Query)).Answers(
            query, $$"""{ "data": { "{{field}}": "{{expected}}" } }""", variables);
    }

    [QueryType]
    public static class Query
    {
        public static string? GetEcho(int? number, int limit = 10) => $"number={Text(number)} limit={limit}";

        public static string GetColor(Color color = Color.Red) => $"{color}";

        public static string GetNumbers(IReadOnlyList<int?>? list) => Text(list);

        public static string GetMatrix(IReadOnlyList<IReadOnlyList<int?>?> rows) => Text(rows);

        public static string GetFind(Filter filter) => filter.ToString();

        public static string GetPick(Choice choice) => choice.Id is null ? $"name={choice.Name}" : $"id={choice.Id}";

        public static string GetId([GraphQLType<IdType>] string id) => id;

        public static string GetHalf(double value) => (value / 2).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public enum Color
    {
        Red,
        DarkBlue,
    }

    public sealed class Filter
    {
        public required string Text { get; init; }

        [DefaultValueSyntax("5")]
        public int Size { get; init; }

        [DefaultValueSyntax("RED")]
        public Color Color { get; init; }

        public IReadOnlyList<string>? Tags { get; init; }

        public Filter? Inner { get; init; }

        public override string ToString() =>
            $"text={Text} size={Size} color={Color} tags={ArgumentTests.Text(Tags)} inner={(Inner is null ? "null" : $"({Inner})")}";
    }

    [OneOf]
    public sealed class Choice
    {
        [GraphQLType<IdType>]
        public string? Id { get; init; }

        public string? Name { get; init; }
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        System.Collections.IEnumerable list => $"[{string.Join(",", list.Cast<object?>().Select(Text))}]",
        _ => $"{value}",
    };
}
