using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Tests.Execution;

/// <summary>Spec: Execution, "Coercing Variable Values". Nothing is executed when a variable cannot be used.</summary>
public sealed class VariableCoercionTests
{
    [Theory(DisplayName = "a variable that cannot be used is told with its place and what was expected")]
    [InlineData("Int!", "{}", """Variable "$v" of required type "Int!" was not provided.""")]
    [InlineData("Int!", "null", """Variable "$v" of required type "Int!" was not provided.""")]
    [InlineData("Int!", """{ "v": null }""", """Variable "$v" of non-null type "Int!" must not be null.""")]
    [InlineData("Int", """{ "v": "1" }""", "Variable \"$v\" got invalid value \"1\"; Int cannot represent non-integer value: \"1\"")]
    [InlineData("Int", """{ "v": 1.5 }""", """Variable "$v" got invalid value 1.5; Int cannot represent non-integer value: 1.5""")]
    [InlineData("Int", """{ "v": 2147483648 }""",
        """Variable "$v" got invalid value 2147483648; Int cannot represent non 32-bit signed integer value: 2147483648""")]
    [InlineData("Int", """{ "v": 1e999 }""",
        """Variable "$v" got invalid value 1e999; Int cannot represent non 32-bit signed integer value: 1e999""")]
    [InlineData("Float", """{ "v": true }""", """Variable "$v" got invalid value true; Float cannot represent non numeric value: true""")]
    [InlineData("Float", """{ "v": 1e999 }""", """Variable "$v" got invalid value 1e999; Float cannot represent non numeric value: 1e999""")]
    [InlineData("String", """{ "v": 1 }""", """Variable "$v" got invalid value 1; String cannot represent a non string value: 1""")]
    [InlineData("Boolean", """{ "v": 0 }""", """Variable "$v" got invalid value 0; Boolean cannot represent a non boolean value: 0""")]
    [InlineData("ID", """{ "v": 1.0 }""", """Variable "$v" got invalid value 1.0; ID cannot represent value: 1.0""")]
    [InlineData("ID", """{ "v": {} }""", """Variable "$v" got invalid value {}; ID cannot represent value: {}""")]
    [InlineData("ID", """{ "v": 9007199254740993 }""",
        """Variable "$v" got invalid value 9007199254740993; ID cannot represent the number 9007199254740993 exactly: integers beyond 2^53 must be quoted, "9007199254740993".""")]
    [InlineData("Color", """{ "v": "BLU" }""",
        """Variable "$v" got invalid value "BLU"; Value "BLU" does not exist in "Color" enum. Did you mean the enum value "BLUE"?""")]
    [InlineData("Color", """{ "v": 1 }""", """Variable "$v" got invalid value 1; Enum "Color" cannot represent non-string value: 1.""")]
    [InlineData("[Int!]", """{ "v": [1, null] }""",
        """Variable "$v" got invalid value null at "v[1]"; Expected non-nullable type "Int!" not to be null.""")]
    [InlineData("[[Int]]", """{ "v": [[1], ["a"]] }""",
        "Variable \"$v\" got invalid value \"a\" at \"v[1][0]\"; Int cannot represent non-integer value: \"a\"")]
    [InlineData("Filter", """{ "v": 1 }""", """Variable "$v" got invalid value 1; Expected type "Filter" to be an object.""")]
    [InlineData("Filter", """{ "v": {} }""",
        """Variable "$v" got invalid value {}; Field "text" of required type "String!" was not provided.""")]
    [InlineData("Filter", """{ "v": {"text":null} }""",
        """Variable "$v" got invalid value null at "v.text"; Expected non-nullable type "String!" not to be null.""")]
    [InlineData("Filter", """{ "v": {"text":"a","sise":1} }""",
        """Variable "$v" got invalid value {"text":"a","sise":1}; Field "sise" is not defined by type "Filter". Did you mean "size"?""")]
    [InlineData("Filter", """{ "v": {"text":"a","inner":[{"text":"b"},{"text":1}]} }""",
        """Variable "$v" got invalid value 1 at "v.inner[1].text"; String cannot represent a non string value: 1""")]
    [InlineData("Choice", """{ "v": {} }""",
        """Variable "$v" got invalid value {}; Exactly one key must be specified for OneOf type "Choice".""")]
    [InlineData("Choice", """{ "v": {"a":1,"b":2} }""",
        """Variable "$v" got invalid value {"a":1,"b":2}; Exactly one key must be specified for OneOf type "Choice".""")]
    [InlineData("Choice", """{ "v": {"a":null} }""",
        """Variable "$v" got invalid value {"a":null}; Field "a" must be non-null.""")]
    [InlineData("DateTime", """{ "v": "today" }""",
        """Variable "$v" got invalid value "today"; DateTime cannot represent value: "today". Write it as RFC 3339 with a time zone and at most milliseconds, for instance "2024-10-31T08:06:07.123Z".""")]
    public Task Unusable_variable_is_told(string type, string variables, string message) =>
        Server.Answers(
            $"query($v: {type}) {{ {FieldOf(type)}(v: $v) }}",
            $$"""
            { "errors": [ { "message": {{System.Text.Json.JsonSerializer.Serialize(message)}},
                            "locations": [ { "line": 1, "column": 7 } ],
                            "extensions": { "code": "BAD_USER_INPUT" } } ] }
            """,
            variables);

    [Fact(DisplayName = "every variable that cannot be used is told at once")]
    public Task Every_unusable_variable_is_told() =>
        Server.Answers(
            "query($a: Int!, $b: Boolean, $c: [Int!]) { int(v: $a) boolean(v: $b) list(v: $c) }",
            """
            { "errors": [
              { "message": "Variable \"$a\" of required type \"Int!\" was not provided.",
                "locations": [ { "line": 1, "column": 7 } ], "extensions": { "code": "BAD_USER_INPUT" } },
              { "message": "Variable \"$b\" got invalid value 3; Boolean cannot represent a non boolean value: 3",
                "locations": [ { "line": 1, "column": 17 } ], "extensions": { "code": "BAD_USER_INPUT" } },
              { "message": "Variable \"$c\" got invalid value null at \"c[0]\"; Expected non-nullable type \"Int!\" not to be null.",
                "locations": [ { "line": 1, "column": 30 } ], "extensions": { "code": "BAD_USER_INPUT" } },
              { "message": "Variable \"$c\" got invalid value \"x\" at \"c[1]\"; Int cannot represent non-integer value: \"x\"",
                "locations": [ { "line": 1, "column": 30 } ], "extensions": { "code": "BAD_USER_INPUT" } } ] }
            """,
            """{ "b": 3, "c": [null, "x"] }""");

    [Fact(DisplayName = "whole numbers are Ints however JSON writes them")]
    public Task Whole_numbers_are_ints() =>
        Server.Answers(
            "query($a: Int, $b: Int) { int(v: $a) b: int(v: $b) }",
            """{ "data": { "int": "1", "b": "1000" } }""",
            """{ "a": 1.0, "b": 1e3 }""");

    [Fact(DisplayName = "variables that nobody declared are passed over")]
    public Task Undeclared_variables_are_passed_over() =>
        Server.Answers("query($a: Int) { int(v: $a) }", """{ "data": { "int": "1" } }""", """{ "a": 1, "z": "?" }""");

    [Fact(DisplayName = "a long value is shortened in its error")]
    public async Task Long_value_is_shortened()
    {
        var answer = await Server.Execute(
            "query($v: Filter) { filter(v: $v) }", $$"""{ "v": "{{new string('x', 5000)}}" }""");
        answer.Length.ShouldBeLessThan(500);
        answer.ShouldContain("…; Expected type \\\"Filter\\\" to be an object.");
    }

    private static TestServer Server => TestServer.Create(typeof(Query));

    private static string FieldOf(string type) => type switch
    {
        "[[Int]]" => "matrix",
        "[Int!]" => "list",
        "DateTime" => "time",
        _ => type.TrimEnd('!').ToLowerInvariant(),
    };

    [QueryType]
    public static class Query
    {
        public static string? GetInt(int? v) => $"{v}";

        public static string? GetFloat(double? v) => $"{v}";

        public static string? GetString(string? v) => v;

        public static string? GetBoolean(bool? v) => $"{v}";

        public static string? GetId([GraphQLType<IdType>] string? v) => v;

        public static string? GetColor(Color? v) => $"{v}";

        public static string? GetList(IReadOnlyList<int>? v) => $"{v?.Count}";

        public static string? GetMatrix(IReadOnlyList<IReadOnlyList<int?>?>? v) => $"{v?.Count}";

        public static string? GetFilter(Filter? v) => v?.Text;

        public static string? GetChoice(Choice? v) => $"{v?.A}{v?.B}";

        public static string? GetTime(DateTimeOffset? v) => $"{v}";
    }

    public enum Color
    {
        Red,
        Blue,
    }

    public sealed class Filter
    {
        public required string Text { get; init; }

        public int? Size { get; init; }

        public IReadOnlyList<Filter>? Inner { get; init; }
    }

    [OneOf]
    public sealed class Choice
    {
        public int? A { get; init; }

        public int? B { get; init; }
    }
}
