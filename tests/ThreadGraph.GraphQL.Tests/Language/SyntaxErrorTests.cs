using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Tests.Language;

/// <summary>Each broken document with its message, line and column; the same as graphql-js 17 gives.</summary>
public class SyntaxErrorTests
{
    [Theory(DisplayName = "a broken document is refused where it breaks")]
    [InlineData("", "Syntax Error: Unexpected <EOF>.", 1, 1)]
    [InlineData("# only a comment", "Syntax Error: Unexpected <EOF>.", 1, 17)]
    [InlineData("{", "Syntax Error: Expected Name, found <EOF>.", 1, 2)]
    [InlineData("}", "Syntax Error: Unexpected \"}\".", 1, 1)]
    [InlineData("{ }", "Syntax Error: Expected Name, found \"}\".", 1, 3)]
    [InlineData("{ a { } }", "Syntax Error: Expected Name, found \"}\".", 1, 7)]
    [InlineData("{ a() }", "Syntax Error: Expected Name, found \")\".", 1, 5)]
    [InlineData("{ a @d() }", "Syntax Error: Expected Name, found \")\".", 1, 8)]
    [InlineData("query () { a }", "Syntax Error: Expected \"$\", found \")\".", 1, 8)]
    [InlineData("{\n  a(\n    x: )\n}", "Syntax Error: Unexpected \")\".", 3, 8)]
    [InlineData("notAnOperation { a }", "Syntax Error: Unexpected Name \"notAnOperation\".", 1, 1)]
    [InlineData("query", "Syntax Error: Expected \"{\", found <EOF>.", 1, 6)]
    [InlineData("{ a: }", "Syntax Error: Expected Name, found \"}\".", 1, 6)]
    [InlineData("{ a } }", "Syntax Error: Unexpected \"}\".", 1, 7)]
    [InlineData("{ \"a\" }", "Syntax Error: Expected Name, found String \"a\".", 1, 3)]
    [InlineData("{ \"\"\"a\"\"\" }", "Syntax Error: Expected Name, found BlockString \"a\".", 1, 3)]
    [InlineData("{ 12 }", "Syntax Error: Expected Name, found Int \"12\".", 1, 3)]
    [InlineData("{ 1.5 }", "Syntax Error: Expected Name, found Float \"1.5\".", 1, 3)]
    [InlineData("fragment on on T { a }", "Syntax Error: Unexpected Name \"on\".", 1, 10)]
    [InlineData("fragment F { a }", "Syntax Error: Expected \"on\", found \"{\".", 1, 12)]
    [InlineData("fragment F on { a }", "Syntax Error: Expected Name, found \"{\".", 1, 15)]
    [InlineData("{ ... on }", "Syntax Error: Expected Name, found \"}\".", 1, 10)]
    [InlineData("{ ... }", "Syntax Error: Expected \"{\", found \"}\".", 1, 7)]
    public void A_broken_operation_is_refused_where_it_breaks(string document, string message, int line, int column) =>
        Refused(document, message, line, column);

    [Theory(DisplayName = "a constant value may not contain a variable")]
    [InlineData("query ($a: Int = $b) { a }", "Unexpected variable \"$b\" in constant value.", 1, 18)]
    [InlineData("query ($a: Int = [{ b: $c }]) { a }", "Unexpected variable \"$c\" in constant value.", 1, 24)]
    [InlineData("query ($a: Int @d(x: $b)) { a }", "Unexpected variable \"$b\" in constant value.", 1, 22)]
    [InlineData("type A @d(x: $b)", "Unexpected variable \"$b\" in constant value.", 1, 14)]
    [InlineData("input I { a: Int = $b }", "Unexpected variable \"$b\" in constant value.", 1, 20)]
    [InlineData("query ($a: Int = $) { a }", "Unexpected \"$\".", 1, 18)]
    public void A_constant_value_may_not_contain_a_variable(string document, string message, int line, int column) =>
        Refused(document, $"Syntax Error: {message}", line, column);

    [Theory(DisplayName = "a character that starts no token is refused")]
    [InlineData("{ a % b }", "Unexpected character: \"%\".", 5)]
    [InlineData("{ é }", "Unexpected character: U+00E9.", 3)]
    [InlineData("{ 😀 }", "Unexpected character: U+1F600.", 3)]
    [InlineData("{ a\u00A0}", "Unexpected character: U+00A0.", 4)]
    [InlineData("{ \u0007 }", "Unexpected character: U+0007.", 3)]
    [InlineData("\u0000", "Unexpected character: U+0000.", 1)]
    [InlineData("{ 'a' }", "Unexpected single quote character ('), did you mean to use a double quote (\")?", 3)]
    [InlineData("{ . }", "Unexpected character: \".\".", 3)]
    [InlineData("{ ..a }", "Unexpected \"..\", did you mean \"...\"?", 3)]
    [InlineData("{ a(x: .125) }", "Invalid number, expected digit before \".\", did you mean \"0.125\"?", 8)]
    public void A_character_that_starts_no_token_is_refused(string document, string message, int column) =>
        Refused(document, $"Syntax Error: {message}", 1, column);

    [Theory(DisplayName = "a malformed number is refused at its first wrong character")]
    [InlineData("00", "unexpected digit after 0: \"0\"", 2)]
    [InlineData("01", "unexpected digit after 0: \"1\"", 2)]
    [InlineData("-01", "unexpected digit after 0: \"1\"", 3)]
    [InlineData("-", "expected digit but got: <EOF>", 2)]
    [InlineData("-a", "expected digit but got: \"a\"", 2)]
    [InlineData("-\"", "expected digit but got: '\"'", 2)]
    [InlineData("1.", "expected digit but got: <EOF>", 3)]
    [InlineData("1.e1", "expected digit but got: \"e\"", 3)]
    [InlineData("1.é", "expected digit but got: U+00E9", 3)]
    [InlineData("1e", "expected digit but got: <EOF>", 3)]
    [InlineData("1e+x", "expected digit but got: \"x\"", 4)]
    [InlineData("1a", "expected digit but got: \"a\"", 2)]
    [InlineData("0x1F", "expected digit but got: \"x\"", 2)]
    [InlineData("1_000", "expected digit but got: \"_\"", 2)]
    [InlineData("1.2.3", "expected digit but got: \".\"", 4)]
    [InlineData("1e1.2", "expected digit but got: \".\"", 4)]
    public void A_malformed_number_is_refused_at_its_first_wrong_character(string value, string message, int column) =>
        RefusedValue(value, $"Syntax Error: Invalid number, {message}.", 1, column);

    [Theory(DisplayName = "a malformed string is refused")]
    [InlineData("\"", "Unterminated string.", 1, 2)]
    [InlineData("\"abc", "Unterminated string.", 1, 5)]
    [InlineData("\"abc\n\"", "Unterminated string.", 1, 5)]
    [InlineData("\"abc\r\"", "Unterminated string.", 1, 5)]
    [InlineData("\"\"\"", "Unterminated string.", 1, 4)]
    [InlineData("\"\"\"a\n\"\"", "Unterminated string.", 2, 3)]
    [InlineData("\"\"\"a\\\"\"\"", "Unterminated string.", 1, 9)]
    [InlineData("\"a\\z\"", "Invalid character escape sequence: \"\\z\".", 1, 3)]
    [InlineData("\"a\\", "Invalid character escape sequence: \"\\\".", 1, 3)]
    [InlineData("\"\\u12\"", "Invalid Unicode escape sequence: \"\\u12\"\".", 1, 2)]
    [InlineData("\"\\u12z4\"", "Invalid Unicode escape sequence: \"\\u12z4\".", 1, 2)]
    [InlineData("\"\\u{}\"", "Invalid Unicode escape sequence: \"\\u{}\".", 1, 2)]
    [InlineData("\"\\u{1z}\"", "Invalid Unicode escape sequence: \"\\u{1z\".", 1, 2)]
    [InlineData("\"\\u{110000}\"", "Invalid Unicode escape sequence: \"\\u{110000}\".", 1, 2)]
    [InlineData("\"\\u{D800}\"", "Invalid Unicode escape sequence: \"\\u{D800}\".", 1, 2)]
    [InlineData("\"\\u{FFFFFFFF}\"", "Invalid Unicode escape sequence: \"\\u{FFFFFFFF\".", 1, 2)]
    [InlineData("\"\\uD83D\"", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 2)]
    [InlineData("\"\\uDE00\"", "Invalid Unicode escape sequence: \"\\uDE00\".", 1, 2)]
    [InlineData("\"\\uD83D\\u0041\"", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 2)]
    [InlineData("\"\\uD83D\\n\"", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 2)]
    [InlineData("\"\\uDE00\\uD83D\"", "Invalid Unicode escape sequence: \"\\uDE00\".", 1, 2)]
    public void A_malformed_string_is_refused(string value, string message, int line, int column) =>
        RefusedValue(value, $"Syntax Error: {message}", line, column);

    [Theory(DisplayName = "a broken type system document is refused where it breaks")]
    [InlineData("type A {}", "Expected Name, found \"}\".", 9)]
    [InlineData("type A { a }", "Expected \":\", found \"}\".", 12)]
    [InlineData("type A { a(): Int }", "Expected Name, found \")\".", 12)]
    [InlineData("type A implements {", "Expected Name, found \"{\".", 19)]
    [InlineData("type A implements B C { a: Int }", "Unexpected Name \"C\".", 21)]
    [InlineData("type A implements B & & C", "Expected Name, found \"&\".", 23)]
    [InlineData("union U = |", "Expected Name, found <EOF>.", 12)]
    [InlineData("union U = A || B", "Expected Name, found \"|\".", 14)]
    [InlineData("enum E {}", "Expected Name, found \"}\".", 9)]
    [InlineData("enum E { true }", "Name \"true\" is reserved and cannot be used for an enum value.", 10)]
    [InlineData("enum E { false }", "Name \"false\" is reserved and cannot be used for an enum value.", 10)]
    [InlineData("enum E { null }", "Name \"null\" is reserved and cannot be used for an enum value.", 10)]
    [InlineData("input I {}", "Expected Name, found \"}\".", 10)]
    [InlineData("input I { a(b: Int): Int }", "Expected \":\", found \"(\".", 12)]
    [InlineData("schema {}", "Expected Name, found \"}\".", 9)]
    [InlineData("schema { foo: A }", "Unexpected Name \"foo\".", 10)]
    [InlineData("directive d on FIELD", "Expected \"@\", found Name \"d\".", 11)]
    [InlineData("directive @d repeatable FIELD", "Expected \"on\", found Name \"FIELD\".", 25)]
    [InlineData("directive @d on FIELD | FOO", "Unexpected Name \"FOO\".", 25)]
    [InlineData("extend foo", "Unexpected Name \"foo\".", 8)]
    [InlineData("extend schema", "Unexpected <EOF>.", 14)]
    [InlineData("extend scalar A", "Unexpected <EOF>.", 16)]
    [InlineData("extend type A", "Unexpected <EOF>.", 14)]
    [InlineData("extend interface A", "Unexpected <EOF>.", 19)]
    [InlineData("extend union A", "Unexpected <EOF>.", 15)]
    [InlineData("extend enum A", "Unexpected <EOF>.", 14)]
    [InlineData("extend input A", "Unexpected <EOF>.", 15)]
    public void A_broken_type_system_document_is_refused(string document, string message, int column) =>
        Refused(document, $"Syntax Error: {message}", 1, column);

    [Theory(DisplayName = "what is not in the September 2025 edition is refused")]
    [InlineData("directive @a @b on FIELD", "Expected \"on\", found \"@\".", 14)]
    [InlineData("directive @a on DIRECTIVE_DEFINITION", "Unexpected Name \"DIRECTIVE_DEFINITION\".", 17)]
    [InlineData("extend directive @a @b", "Unexpected Name \"directive\".", 8)]
    public void What_is_not_in_the_edition_is_refused(string document, string message, int column) =>
        Refused(document, $"Syntax Error: {message}", 1, column);

    [Theory(DisplayName = "a description in front of nothing that can be described is refused")]
    [InlineData("\"d\" { a }", "Unexpected description, descriptions are not supported on shorthand queries.", 1)]
    [InlineData("\"d\" foo", "Unexpected description, only GraphQL definitions support descriptions.", 1)]
    [InlineData("\"d\" extend type A @b", "Unexpected description, only GraphQL definitions support descriptions.", 1)]
    [InlineData("\"d\" \"e\" type A", "Unexpected String \"e\".", 5)]
    [InlineData("\"d\"", "Unexpected <EOF>.", 4)]
    public void A_description_of_nothing_is_refused(string document, string message, int column) =>
        Refused(document, $"Syntax Error: {message}", 1, column);

    [Theory(DisplayName = "the offset counts bytes, the column UTF-16 code units")]
    [InlineData("{ a(x: \"é😀\") ? }", 17, 15)]
    [InlineData("\uFEFF{", 4, 3)]
    public void The_offset_counts_bytes_and_the_column_code_units(string document, int offset, int column)
    {
        var error = Should.Throw<SyntaxException>(() => Utf8GraphQLParser.Parse(document));
        (error.Offset, error.Position.Column).ShouldBe((offset, column));
    }

    [Fact]
    public void A_type_reference_ends_with_the_text()
    {
        var error = Should.Throw<SyntaxException>(() => Utf8GraphQLParser.ParseTypeReference("[Int!]!!"));
        error.Message.ShouldBe("Syntax Error: Expected <EOF>, found \"!\".");
    }

    private static void Refused(string document, string message, int line, int column)
    {
        var error = Should.Throw<SyntaxException>(() => Utf8GraphQLParser.Parse(document));
        error.ShouldBeOfType<SyntaxException>();
        (error.Message, error.Position).ShouldBe((message, new SourcePosition(line, column)));
    }

    private static void RefusedValue(string value, string message, int line, int column)
    {
        var error = Should.Throw<SyntaxException>(() => Utf8GraphQLParser.ParseValueLiteral(value));
        (error.Message, error.Position).ShouldBe((message, new SourcePosition(line, column)));
    }
}
