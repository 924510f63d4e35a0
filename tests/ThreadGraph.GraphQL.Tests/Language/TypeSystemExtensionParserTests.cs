using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Tests.Language;

/// <summary>Extensions: each document, then its tree with the bytes that each node covers.</summary>
public class TypeSystemExtensionParserTests
{
    [Fact]
    public void A_schema_is_extended_by_directives() => Parsed(
        """
        extend schema @d
        """,
        """
        Document 0-16
          SchemaExtension 0-16
            Directive 14-16
              Name 15-16 d
        """);

    [Fact]
    public void A_schema_is_extended_by_operation_types() => Parsed(
        """
        extend schema @d { mutation: M }
        """,
        """
        Document 0-32
          SchemaExtension 0-32
            Directive 14-16
              Name 15-16 d
            OperationTypeDefinition 19-30 Mutation
              NamedType 29-30
                Name 29-30 M
        """);

    [Fact]
    public void A_scalar_is_extended_by_directives() => Parsed(
        """
        extend scalar A @d
        """,
        """
        Document 0-18
          ScalarTypeExtension 0-18
            Name 14-15 A
            Directive 16-18
              Name 17-18 d
        """);

    [Fact]
    public void An_object_type_is_extended_by_interfaces_directives_and_fields() => Parsed(
        """
        extend type A implements B & C @d { f: F }
        """,
        """
        Document 0-42
          ObjectTypeExtension 0-42
            Name 12-13 A
            NamedType 25-26
              Name 25-26 B
            NamedType 29-30
              Name 29-30 C
            Directive 31-33
              Name 32-33 d
            FieldDefinition 36-40
              Name 36-37 f
              NamedType 39-40
                Name 39-40 F
        """);

    [Fact]
    public void An_object_type_is_extended_by_an_interface_alone() => Parsed(
        """
        extend type A implements B
        """,
        """
        Document 0-26
          ObjectTypeExtension 0-26
            Name 12-13 A
            NamedType 25-26
              Name 25-26 B
        """);

    [Fact]
    public void An_interface_is_extended_by_fields() => Parsed(
        """
        extend interface A implements B @d { f: F }
        """,
        """
        Document 0-43
          InterfaceTypeExtension 0-43
            Name 17-18 A
            NamedType 30-31
              Name 30-31 B
            Directive 32-34
              Name 33-34 d
            FieldDefinition 37-41
              Name 37-38 f
              NamedType 40-41
                Name 40-41 F
        """);

    [Fact]
    public void A_union_is_extended_by_members() => Parsed(
        """
        extend union U @d = A | B
        """,
        """
        Document 0-25
          UnionTypeExtension 0-25
            Name 13-14 U
            Directive 15-17
              Name 16-17 d
            NamedType 20-21
              Name 20-21 A
            NamedType 24-25
              Name 24-25 B
        """);

    [Fact]
    public void An_enum_is_extended_by_values() => Parsed(
        """
        extend enum E @d { A }
        """,
        """
        Document 0-22
          EnumTypeExtension 0-22
            Name 12-13 E
            Directive 14-16
              Name 15-16 d
            EnumValueDefinition 19-20
              Name 19-20 A
        """);

    [Fact]
    public void An_input_object_is_extended_by_fields() => Parsed(
        """
        extend input I @d { a: Int }
        """,
        """
        Document 0-28
          InputObjectTypeExtension 0-28
            Name 13-14 I
            Directive 15-17
              Name 16-17 d
            InputValueDefinition 20-26
              Name 20-21 a
              NamedType 23-26
                Name 23-26 Int
        """);

    private static void Parsed(string document, string outline) =>
        SyntaxOutline.Of(Utf8GraphQLParser.Parse(document)).ShouldBe(outline);
}
