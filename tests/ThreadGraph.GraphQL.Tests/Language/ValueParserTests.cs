using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Tests.Language;

public class ValueParserTests
{
    [Theory(DisplayName = "a literal is read as its kind, numbers as they are written")]
    [InlineData("0", "IntValue 0-1 0")]
    [InlineData("-0", "IntValue 0-2 -0")]
    [InlineData("-42", "IntValue 0-3 -42")]
    [InlineData("9223372036854775808000", "IntValue 0-22 9223372036854775808000")]
    [InlineData("0.0", "FloatValue 0-3 0.0")]
    [InlineData("-1.50", "FloatValue 0-5 -1.50")]
    [InlineData("1e10", "FloatValue 0-4 1e10")]
    [InlineData("6.02E+23", "FloatValue 0-8 6.02E+23")]
    [InlineData("0e-1", "FloatValue 0-4 0e-1")]
    [InlineData("true", "BooleanValue 0-4 true")]
    [InlineData("false", "BooleanValue 0-5 false")]
    [InlineData("null", "NullValue 0-4")]
    [InlineData("nullable", "EnumValue 0-8 nullable")]
    [InlineData("_A1", "EnumValue 0-3 _A1")]
    [InlineData("on", "EnumValue 0-2 on")]
    [InlineData("\"\"", "StringValue 0-2 quoted ")]
    [InlineData("\"a # b\"", "StringValue 0-7 quoted a # b")]
    [InlineData("\"\"\"a\"\"\"", "StringValue 0-7 block a")]
    [InlineData("\"\"\"\"\"\"", "StringValue 0-6 block ")]
    [InlineData("\"\"\"\\\"\"\"\"\"\"", "StringValue 0-10 block \"\"\"")]
    [InlineData("[]", "ListValue 0-2")]
    [InlineData("{}", "ObjectValue 0-2")]
    [InlineData(" , 1 , # comment", "IntValue 3-4 1")]
    public void A_literal_is_read_as_its_kind(string value, string outline) =>
        SyntaxOutline.Of(Utf8GraphQLParser.ParseValueLiteral(value)).ShouldBe(outline);

    [Theory(DisplayName = "an escape sequence becomes the character that it names")]
    [InlineData("\\\" \\\\ \\/", "\" \\ /")]
    [InlineData("\\b\\f\\n\\r\\t", "\b\f\n\r\t")]
    [InlineData("\\u00e9\\u00E9", "éé")]
    [InlineData("\\u{e9}\\u{0}\\u{10FFFF}", "é\0\U0010FFFF")]
    [InlineData("\\u{1F600}", "😀")]
    [InlineData("\\u{000000000001F600}", "😀")]
    [InlineData("\\uD83D\\uDE00", "😀")]
    [InlineData("\\uFFFF\\uD7FF\\uE000", "\uFFFF\uD7FF\uE000")]
    [InlineData("é漢😀\\n😀", "é漢😀\n😀")]
    [InlineData("\\\\u0041", "\\u0041")]
    public void An_escape_sequence_becomes_the_character_that_it_names(string escaped, string value) =>
        Utf8GraphQLParser.ParseValueLiteral($"\"{escaped}\"")
            .ShouldBeOfType<StringValueNode>().Value.ShouldBe(value);

    [Fact]
    public void Lists_and_objects_nest() => SyntaxOutline.Of(
        Utf8GraphQLParser.ParseValueLiteral("[1, { a: [$b], a: { c: D } }]", constant: false)).ShouldBe(
        """
        ListValue 0-29
          IntValue 1-2 1
          ObjectValue 4-28
            ObjectField 6-13
              Name 6-7 a
              ListValue 9-13
                Variable 10-12
                  Name 11-12 b
            ObjectField 15-26
              Name 15-16 a
              ObjectValue 18-26
                ObjectField 20-24
                  Name 20-21 c
                  EnumValue 23-24 D
        """);

    [Fact]
    public void A_type_reference_wraps_from_the_inside() => SyntaxOutline.Of(
        Utf8GraphQLParser.ParseTypeReference("[[ID!]]!")).ShouldBe(
        """
        NonNullType 0-8
          ListType 0-7
            ListType 1-6
              NonNullType 2-5
                NamedType 2-4
                  Name 2-4 ID
        """);

    [Fact]
    public void White_space_commas_comments_and_byte_order_marks_are_ignored_between_tokens() => SyntaxOutline.Of(
        Utf8GraphQLParser.ParseValueLiteral("\uFEFF[ ,\t1\r\n,\uFEFF# é ]\r2#\n]")).ShouldBe(
        """
        ListValue 3-25
          IntValue 7-8 1
          IntValue 21-22 2
        """);

    [Fact]
    public void A_repeated_name_is_one_string()
    {
        var document = Utf8GraphQLParser.Parse("{ account account }");
        var selections = ((OperationDefinitionNode)document.Definitions[0]).SelectionSet.Selections;
        ((FieldNode)selections[0]).Name.Value.ShouldBeSameAs(((FieldNode)selections[1]).Name.Value);
    }

    [Fact]
    public void A_document_tells_line_and_column_of_its_nodes()
    {
        var document = Utf8GraphQLParser.Parse("# é\n{ a }");
        document.GetPosition(document.Definitions[0]).ShouldBe(new SourcePosition(2, 1));
        document.Source.ToString().ShouldBe("# é\n{ a }");
    }
}
