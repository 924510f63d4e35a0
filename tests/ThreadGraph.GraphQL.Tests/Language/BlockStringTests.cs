using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Tests.Language;

public class BlockStringTests
{
    [Theory(DisplayName = "common indentation and blank lines around are removed")]
    [InlineData("", "")]
    [InlineData("abc", "abc")]
    [InlineData("   abc", "   abc")]
    [InlineData("\n    Dear,\n      World!\n\n    Yours,\n      GraphQL.\n  ", "Dear,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("    Hello,\n      World!\n\n    Yours,\n      GraphQL.", "    Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("\n  \n  a\n    b\n  \t\n", "a\n  b")]
    [InlineData("\n\ta\n\t b", "a\n b")]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("\n a\n\n  b", "a\n\n b")]
    [InlineData("\n    a\n  \n    b", "a\n\nb")]
    [InlineData("\n    a\n      \n    b", "a\n  \nb")]
    [InlineData("  \n\t\n ", "")]
    [InlineData("a\n", "a")]
    [InlineData("a \t", "a \t")]
    [InlineData("\\\"\"\"", "\"\"\"")]
    [InlineData("\\n \\u00e9 \\\\", "\\n \\u00e9 \\\\")]
    public void Common_indentation_and_blank_lines_around_are_removed(string raw, string value) =>
        BlockString.Parse(raw).ShouldBe(value);

    [Theory(DisplayName = "a block string is printed on one line only when it is short and ends harmlessly")]
    [InlineData("", "\"\"\"\"\"\"")]
    [InlineData("abc", "\"\"\"abc\"\"\"")]
    [InlineData(" abc", "\"\"\" abc\"\"\"")]
    [InlineData("a\nb", "\"\"\"\na\nb\n\"\"\"")]
    [InlineData("a\n b", "\"\"\"\na\n b\n\"\"\"")]
    [InlineData("say \"hi\"", "\"\"\"\nsay \"hi\"\n\"\"\"")]
    [InlineData(" say \"hi\"", "\"\"\" say \"hi\"\n\"\"\"")]
    [InlineData("back\\", "\"\"\"\nback\\\n\"\"\"")]
    [InlineData("a\"\"\"b", "\"\"\"a\\\"\"\"b\"\"\"")]
    [InlineData("a\"\"\"", "\"\"\"\na\\\"\"\"\n\"\"\"")]
    [InlineData(
        "70 characters 70 characters 70 characters 70 characters 70 characters ",
        "\"\"\"70 characters 70 characters 70 characters 70 characters 70 characters \"\"\"")]
    [InlineData(
        "71 characters 71 characters 71 characters 71 characters 71 characters 7",
        "\"\"\"\n71 characters 71 characters 71 characters 71 characters 71 characters 7\n\"\"\"")]
    public void A_block_string_is_printed_on_one_line_only_when_short(string value, string printed) =>
        BlockString.Print(value).ShouldBe(printed);

    [Theory(DisplayName = "a value that a block string would change is not printable as one")]
    [InlineData("", true)]
    [InlineData("a", true)]
    [InlineData("a\nb", true)]
    [InlineData(" a", true)]
    [InlineData(" a\nb", true)]
    [InlineData("a\n b", true)]
    [InlineData("a\n\n b\tc", true)]
    [InlineData("\u007F", true)]
    [InlineData(" ", false)]
    [InlineData("\na", false)]
    [InlineData(" \na", false)]
    [InlineData("a\n", false)]
    [InlineData("a\n ", false)]
    [InlineData(" a\n b", false)]
    [InlineData(" a\n\n\tb", false)]
    [InlineData("a\rb", false)]
    [InlineData("a\u0000", false)]
    [InlineData("a\u000F", false)]
    public void A_value_that_a_block_string_would_change_is_not_printable(string value, bool printable) =>
        BlockString.IsPrintable(value).ShouldBe(printable);
}
