using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Tests.Language;

/// <summary>Definitions: each document, then its tree with the bytes that each node covers.</summary>
public class TypeSystemParserTests
{
    [Fact]
    public void A_schema_names_its_root_operation_types() => Parsed(
        """
        "All." schema @d { query: Q mutation: M subscription: S }
        """,
        """
        Document 0-57
          SchemaDefinition 0-57
            StringValue 0-6 quoted All.
            Directive 14-16
              Name 15-16 d
            OperationTypeDefinition 19-27 Query
              NamedType 26-27
                Name 26-27 Q
            OperationTypeDefinition 28-39 Mutation
              NamedType 38-39
                Name 38-39 M
            OperationTypeDefinition 40-55 Subscription
              NamedType 54-55
                Name 54-55 S
        """);

    [Fact]
    public void A_scalar_has_directives() => Parsed(
        """
        "Time." scalar Date @specifiedBy(url: "u")
        """,
        """
        Document 0-42
          ScalarTypeDefinition 0-42
            StringValue 0-7 quoted Time.
            Name 15-19 Date
            Directive 20-42
              Name 21-32 specifiedBy
              Argument 33-41
                Name 33-36 url
                StringValue 38-41 quoted u
        """);

    [Fact]
    public void An_object_type_implements_interfaces_and_has_fields() => Parsed(
        """
        "An A." type A implements & B & C @d { "An f." f("An x." x: Int = 1 @e): [F!]! @g }
        """,
        """
        Document 0-83
          ObjectTypeDefinition 0-83
            StringValue 0-7 quoted An A.
            Name 13-14 A
            NamedType 28-29
              Name 28-29 B
            NamedType 32-33
              Name 32-33 C
            Directive 34-36
              Name 35-36 d
            FieldDefinition 39-81
              StringValue 39-46 quoted An f.
              Name 47-48 f
              InputValueDefinition 49-70
                StringValue 49-56 quoted An x.
                Name 57-58 x
                NamedType 60-63
                  Name 60-63 Int
                IntValue 66-67 1
                Directive 68-70
                  Name 69-70 e
              NonNullType 73-78
                ListType 73-77
                  NonNullType 74-76
                    NamedType 74-75
                      Name 74-75 F
              Directive 79-81
                Name 80-81 g
        """);

    [Fact]
    public void An_object_type_may_be_empty_of_fields() => Parsed(
        """
        type A
        """,
        """
        Document 0-6
          ObjectTypeDefinition 0-6
            Name 5-6 A
        """);

    [Fact]
    public void An_interface_may_implement_interfaces() => Parsed(
        """
        interface A implements B & C @d { f: F }
        """,
        """
        Document 0-40
          InterfaceTypeDefinition 0-40
            Name 10-11 A
            NamedType 23-24
              Name 23-24 B
            NamedType 27-28
              Name 27-28 C
            Directive 29-31
              Name 30-31 d
            FieldDefinition 34-38
              Name 34-35 f
              NamedType 37-38
                Name 37-38 F
        """);

    [Fact]
    public void A_union_has_members_behind_an_optional_pipe() => Parsed(
        """
        union U @d = | A | B
        """,
        """
        Document 0-20
          UnionTypeDefinition 0-20
            Name 6-7 U
            Directive 8-10
              Name 9-10 d
            NamedType 15-16
              Name 15-16 A
            NamedType 19-20
              Name 19-20 B
        """);

    [Fact]
    public void An_enum_has_described_values() => Parsed(
        """
        enum E @d { "First." A @e B }
        """,
        """
        Document 0-29
          EnumTypeDefinition 0-29
            Name 5-6 E
            Directive 7-9
              Name 8-9 d
            EnumValueDefinition 12-25
              StringValue 12-20 quoted First.
              Name 21-22 A
              Directive 23-25
                Name 24-25 e
            EnumValueDefinition 26-27
              Name 26-27 B
        """);

    [Fact]
    public void An_input_object_has_fields_with_defaults() => Parsed(
        """
        input I @d { "An a." a: Int! = 1 @e b: [J] }
        """,
        """
        Document 0-44
          InputObjectTypeDefinition 0-44
            Name 6-7 I
            Directive 8-10
              Name 9-10 d
            InputValueDefinition 13-35
              StringValue 13-20 quoted An a.
              Name 21-22 a
              NonNullType 24-28
                NamedType 24-27
                  Name 24-27 Int
              IntValue 31-32 1
              Directive 33-35
                Name 34-35 e
            InputValueDefinition 36-42
              Name 36-37 b
              ListType 39-42
                NamedType 40-41
                  Name 40-41 J
        """);

    [Fact]
    public void A_directive_has_arguments_and_locations() => Parsed(
        """
        "Marks." directive @d("An a." a: Int = 1) on FIELD | VARIABLE_DEFINITION
        """,
        """
        Document 0-72
          DirectiveDefinition 0-72
            StringValue 0-8 quoted Marks.
            Name 20-21 d
            InputValueDefinition 22-40
              StringValue 22-29 quoted An a.
              Name 30-31 a
              NamedType 33-36
                Name 33-36 Int
              IntValue 39-40 1
            Name 45-50 FIELD
            Name 53-72 VARIABLE_DEFINITION
        """);

    [Fact]
    public void A_directive_may_be_repeatable_and_its_locations_start_with_a_pipe() => Parsed(
        """
        directive @d repeatable on | ENUM
        """,
        """
        Document 0-33
          DirectiveDefinition 0-33 repeatable
            Name 11-12 d
            Name 29-33 ENUM
        """);

    [Fact]
    public void Executable_and_type_system_definitions_may_share_a_document() => Parsed(
        """
        type A { a: Int } { a } extend type A @d
        """,
        """
        Document 0-40
          ObjectTypeDefinition 0-17
            Name 5-6 A
            FieldDefinition 9-15
              Name 9-10 a
              NamedType 12-15
                Name 12-15 Int
          OperationDefinition 18-23 Query
            SelectionSet 18-23
              Field 20-21
                Name 20-21 a
          ObjectTypeExtension 24-40
            Name 36-37 A
            Directive 38-40
              Name 39-40 d
        """);

    private static void Parsed(string document, string outline) =>
        SyntaxOutline.Of(Utf8GraphQLParser.Parse(document)).ShouldBe(outline);
}
