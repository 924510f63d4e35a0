using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Tests.Language;

/// <summary>Fragments: each document, then its tree with the bytes that each node covers.</summary>
public class FragmentParserTests
{
    [Fact]
    public void A_fragment_has_name_type_and_directives() => Parsed(
        """
        "Parts." fragment F on T @d { a }
        """,
        """
        Document 0-33
          FragmentDefinition 0-33
            StringValue 0-8 quoted Parts.
            Name 18-19 F
            NamedType 23-24
              Name 23-24 T
            Directive 25-27
              Name 26-27 d
            SelectionSet 28-33
              Field 30-31
                Name 30-31 a
        """);

    [Fact]
    public void A_spread_has_name_and_directives() => Parsed(
        """
        { ...F @d }
        """,
        """
        Document 0-11
          OperationDefinition 0-11 Query
            SelectionSet 0-11
              FragmentSpread 2-9
                Name 5-6 F
                Directive 7-9
                  Name 8-9 d
        """);

    [Fact]
    public void An_inline_fragment_may_have_a_type() => Parsed(
        """
        { ... on T @d { a } }
        """,
        """
        Document 0-21
          OperationDefinition 0-21 Query
            SelectionSet 0-21
              InlineFragment 2-19
                NamedType 9-10
                  Name 9-10 T
                Directive 11-13
                  Name 12-13 d
                SelectionSet 14-19
                  Field 16-17
                    Name 16-17 a
        """);

    [Fact]
    public void An_inline_fragment_may_have_no_type() => Parsed(
        """
        { ... { a } ... @d { b } }
        """,
        """
        Document 0-26
          OperationDefinition 0-26 Query
            SelectionSet 0-26
              InlineFragment 2-11
                SelectionSet 6-11
                  Field 8-9
                    Name 8-9 a
              InlineFragment 12-24
                Directive 16-18
                  Name 17-18 d
                SelectionSet 19-24
                  Field 21-22
                    Name 21-22 b
        """);

    [Fact]
    public void A_spread_may_start_with_on() => Parsed(
        """
        { ...onward }
        """,
        """
        Document 0-13
          OperationDefinition 0-13 Query
            SelectionSet 0-13
              FragmentSpread 2-11
                Name 5-11 onward
        """);

    private static void Parsed(string document, string outline) =>
        SyntaxOutline.Of(Utf8GraphQLParser.Parse(document)).ShouldBe(outline);
}
