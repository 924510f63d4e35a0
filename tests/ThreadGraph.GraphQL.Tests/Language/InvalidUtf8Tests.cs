using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Tests.Language;

/// <summary>Spec: Language, "Source Text": only Unicode scalar values, here in valid UTF-8.</summary>
public class InvalidUtf8Tests
{
    public static TheoryData<string, byte[], string, int> InvalidBytes => new()
    {
        { "between tokens", [.. "{ a "u8, 0xFF, .. " }"u8], "Invalid UTF-8: byte 0xFF.", 4 },
        { "in a comment", [.. "{ a } # "u8, 0xC0, 0x80], "Invalid UTF-8: byte 0xC0.", 8 },
        { "in a string", [.. "{ a(x: \""u8, 0xE9, .. "\") }"u8], "Invalid UTF-8 within String: byte 0xE9.", 8 },
        { "in a block string", [.. "\"\"\""u8, 0x80, .. "\"\"\""u8], "Invalid UTF-8 within String: byte 0x80.", 3 },
        { "cut off at the end", [.. "{ a } #"u8, 0xF0, 0x9F], "Invalid UTF-8: byte 0xF0.", 7 },
        { "beyond U+10FFFF", [.. "{ a } "u8, 0xF5, 0x80, 0x80, 0x80], "Invalid UTF-8: byte 0xF5.", 6 },
        { "a surrogate", [.. "{ a } "u8, 0xED, 0xA0, 0xBD], "Invalid character: U+D83D.", 6 },
        { "after a number", [.. "{ a(x: -"u8, 0xFF], "Invalid number, expected digit but got: 0xFF.", 8 },
    };

    [Theory(DisplayName = "bytes that are not UTF-8 are refused wherever they stand")]
    [MemberData(nameof(InvalidBytes))]
    public void Bytes_that_are_not_UTF8_are_refused(string where, byte[] document, string message, int offset)
    {
        var error = Should.Throw<SyntaxException>(() => Utf8GraphQLParser.Parse(new SourceText(document)), where);
        (error.Message, error.Offset).ShouldBe(($"Syntax Error: {message}", offset));
    }

    /// <remarks>The surrogate stands for the question mark: attributes keep their strings as UTF-8.</remarks>
    [Theory(DisplayName = "a lone surrogate in a string is refused where it stands")]
    [InlineData("{ a? }", 0xD83D, "Invalid character: U+D83D.", 1, 4)]
    [InlineData("# ?\n{ a }", 0xDE00, "Invalid character: U+DE00.", 1, 3)]
    [InlineData("{ a(x:\n\"b?\") }", 0xD83D, "Invalid character within String: U+D83D.", 2, 3)]
    [InlineData("{ a(x: \"\"\"?\"\"\") }", 0xDE00, "Invalid character within String: U+DE00.", 1, 11)]
    [InlineData("schema { q? }", 0xD83D, "Invalid character: U+D83D.", 1, 11)]
    public void A_lone_surrogate_is_refused_where_it_stands(
        string document, int surrogate, string message, int line, int column)
    {
        var text = document.Replace('?', (char)surrogate);
        var error = Should.Throw<SyntaxException>(() => Utf8GraphQLParser.Parse(text));
        (error.Message, error.Position).ShouldBe(($"Syntax Error: {message}", new SourcePosition(line, column)));
    }

    [Fact]
    public void An_earlier_syntax_error_is_reported_before_a_later_invalid_byte()
    {
        var document = new SourceText((byte[])[.. "{ } "u8, 0xFF]);
        var error = Should.Throw<SyntaxException>(() => Utf8GraphQLParser.Parse(document));
        error.Message.ShouldBe("Syntax Error: Expected Name, found \"}\".");
    }

    [Fact]
    public void Any_scalar_value_may_stand_in_strings_and_comments() =>
        Utf8GraphQLParser.Parse("{ a(x: \"\u0000\u0007\u007F\uFFFF😀\") } # \u0000\u000B\uFFFE😀")
            .ToString().ShouldBe("{\n  a(x: \"\\u0000\\u0007\\u007F\uFFFF😀\")\n}");
}
