using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Tests.Language;

/// <summary>Operations: each document, then its tree with the bytes that each node covers.</summary>
public class OperationParserTests
{
    [Fact]
    public void A_shorthand_query_is_an_anonymous_query() => Parsed(
        """
        { id }
        """,
        """
        Document 0-6
          OperationDefinition 0-6 Query
            SelectionSet 0-6
              Field 2-4
                Name 2-4 id
        """);

    [Fact]
    public void An_operation_has_kind_name_variables_and_directives() => Parsed(
        """
        mutation Send($text: String!) @live { send(text: $text) }
        """,
        """
        Document 0-57
          OperationDefinition 0-57 Mutation
            Name 9-13 Send
            VariableDefinition 14-28
              Variable 14-19
                Name 15-19 text
              NonNullType 21-28
                NamedType 21-27
                  Name 21-27 String
            Directive 30-35
              Name 31-35 live
            SelectionSet 36-57
              Field 38-55
                Name 38-42 send
                Argument 43-54
                  Name 43-47 text
                  Variable 49-54
                    Name 50-54 text
        """);

    [Fact]
    public void A_subscription_may_stay_anonymous() => Parsed(
        """
        subscription { added }
        """,
        """
        Document 0-22
          OperationDefinition 0-22 Subscription
            SelectionSet 13-22
              Field 15-20
                Name 15-20 added
        """);

    [Fact]
    public void An_operation_and_its_variables_may_be_described() => Parsed(
        """
        "Reads one." query One("Which one." $id: ID) { a }
        """,
        """
        Document 0-50
          OperationDefinition 0-50 Query
            StringValue 0-12 quoted Reads one.
            Name 19-22 One
            VariableDefinition 23-43
              StringValue 23-35 quoted Which one.
              Variable 36-39
                Name 37-39 id
              NamedType 41-43
                Name 41-43 ID
            SelectionSet 45-50
              Field 47-48
                Name 47-48 a
        """);

    [Fact]
    public void A_variable_has_type_default_and_directives() => Parsed(
        """
        query ($n: [Int!]! = [1] @d(x: 2)) { a }
        """,
        """
        Document 0-40
          OperationDefinition 0-40 Query
            VariableDefinition 7-33
              Variable 7-9
                Name 8-9 n
              NonNullType 11-18
                ListType 11-17
                  NonNullType 12-16
                    NamedType 12-15
                      Name 12-15 Int
              ListValue 21-24
                IntValue 22-23 1
              Directive 25-33
                Name 26-27 d
                Argument 28-32
                  Name 28-29 x
                  IntValue 31-32 2
            SelectionSet 35-40
              Field 37-38
                Name 37-38 a
        """);

    [Fact]
    public void A_field_has_alias_arguments_directives_and_selections() => Parsed(
        """
        { me: account(id: 1, x: $x) @include(if: $y) { name } }
        """,
        """
        Document 0-55
          OperationDefinition 0-55 Query
            SelectionSet 0-55
              Field 2-53
                Name 2-4 me
                Name 6-13 account
                Argument 14-19
                  Name 14-16 id
                  IntValue 18-19 1
                Argument 21-26
                  Name 21-22 x
                  Variable 24-26
                    Name 25-26 x
                Directive 28-44
                  Name 29-36 include
                  Argument 37-43
                    Name 37-39 if
                    Variable 41-43
                      Name 42-43 y
                SelectionSet 45-53
                  Field 47-51
                    Name 47-51 name
        """);

    [Fact]
    public void Keywords_are_names_where_names_stand() => Parsed(
        """
        query query { on fragment: type(true: true) null }
        """,
        """
        Document 0-50
          OperationDefinition 0-50 Query
            Name 6-11 query
            SelectionSet 12-50
              Field 14-16
                Name 14-16 on
              Field 17-43
                Name 17-25 fragment
                Name 27-31 type
                Argument 32-42
                  Name 32-36 true
                  BooleanValue 38-42 true
              Field 44-48
                Name 44-48 null
        """);

    [Fact]
    public void Directives_repeat_in_order() => Parsed(
        """
        { a @x @y(z: 1) @x }
        """,
        """
        Document 0-20
          OperationDefinition 0-20 Query
            SelectionSet 0-20
              Field 2-18
                Name 2-3 a
                Directive 4-6
                  Name 5-6 x
                Directive 7-15
                  Name 8-9 y
                  Argument 10-14
                    Name 10-11 z
                    IntValue 13-14 1
                Directive 16-18
                  Name 17-18 x
        """);

    private static void Parsed(string document, string outline) =>
        SyntaxOutline.Of(Utf8GraphQLParser.Parse(document)).ShouldBe(outline);
}
