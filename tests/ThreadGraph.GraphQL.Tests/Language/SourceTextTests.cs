using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Tests.Language;

public class SourceTextTests
{
    [Theory(DisplayName = "lines and columns count from 1")]
    [InlineData("", 0, 1, 1)]
    [InlineData("ab", 0, 1, 1)]
    [InlineData("ab", 2, 1, 3)]
    [InlineData("a\nb", 1, 1, 2)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\r\nb", 1, 1, 2)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\rb", 2, 2, 1)]
    [InlineData("a\n\r\n\rb", 5, 4, 1)]
    [InlineData("\n", 1, 2, 1)]
    public void Lines_and_columns_count_from_1(string text, int offset, int line, int column) =>
        SourceText.From(text).GetPosition(offset).ShouldBe(new SourcePosition(line, column));

    [Theory(DisplayName = "columns count UTF-16 code units while offsets count bytes")]
    [InlineData("é!", 2, 2)]
    [InlineData("漢!", 3, 2)]
    [InlineData("😀!", 4, 3)]
    [InlineData("\uFEFF!", 3, 2)]
    public void Columns_count_utf16_code_units_while_offsets_count_bytes(string text, int offset, int column) =>
        SourceText.From(text).GetPosition(offset).ShouldBe(new SourcePosition(1, column));

    [Theory(DisplayName = "an offset outside the text is refused")]
    [InlineData(-1)]
    [InlineData(3)]
    public void An_offset_outside_the_text_is_refused(int offset) =>
        Should.Throw<ArgumentOutOfRangeException>(() => SourceText.From("ab").GetPosition(offset));

    [Fact]
    public void A_string_becomes_its_UTF8_bytes() =>
        SourceText.From("aé😀").Utf8.ToArray().ShouldBe([0x61, 0xC3, 0xA9, 0xF0, 0x9F, 0x98, 0x80]);

    [Fact]
    public void A_lone_surrogate_becomes_three_bytes_that_are_not_UTF8() =>
        SourceText.From("a\uD83Db").Utf8.ToArray().ShouldBe([0x61, 0xED, 0xA0, 0xBD, 0x62]);

    [Fact]
    public void The_text_comes_back_as_it_was() => SourceText.From("{ a # é\n}").ToString().ShouldBe("{ a # é\n}");
}
