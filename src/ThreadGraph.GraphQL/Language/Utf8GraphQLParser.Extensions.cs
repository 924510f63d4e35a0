namespace ThreadGraph.GraphQL.Language;

public ref partial struct Utf8GraphQLParser
{
    // TypeSystemExtension :
    //   SchemaExtension
    //   TypeExtension
    // TypeExtension :
    //   ScalarTypeExtension
    //   ObjectTypeExtension
    //   InterfaceTypeExtension
    //   UnionTypeExtension
    //   EnumTypeExtension
    //   InputObjectTypeExtension
    private ITypeSystemExtensionNode ParseTypeSystemExtension()
    {
        var start = _reader.Start;
        ExpectKeyword("extend"u8);
        if (SkipKeyword("schema"u8))
        {
            return ParseSchemaExtension(start);
        }

        if (SkipKeyword("scalar"u8))
        {
            return ParseScalarTypeExtension(start);
        }

        if (SkipKeyword("type"u8))
        {
            return ParseObjectTypeExtension(start);
        }

        if (SkipKeyword("interface"u8))
        {
            return ParseInterfaceTypeExtension(start);
        }

        if (SkipKeyword("union"u8))
        {
            return ParseUnionTypeExtension(start);
        }

        if (SkipKeyword("enum"u8))
        {
            return ParseEnumTypeExtension(start);
        }

        return SkipKeyword("input"u8) ? ParseInputObjectTypeExtension(start) : throw Unexpected();
    }

    // SchemaExtension :
    //   extend schema Directives[Const]? { RootOperationTypeDefinition+ }
    //   extend schema Directives[Const] [lookahead != `{`]
    private SchemaExtensionNode ParseSchemaExtension(int start)
    {
        var directives = ParseDirectives(constant: true);
        var operationTypes = OptionalMany(
            TokenKind.BraceLeft,
            static (ref Utf8GraphQLParser parser) => parser.ParseOperationTypeDefinition(),
            TokenKind.BraceRight);
        ExpectAddition(directives.Length + operationTypes.Length);
        return new SchemaExtensionNode(LocationFrom(start), directives, operationTypes);
    }

    // ScalarTypeExtension : extend scalar Name Directives[Const]
    private ScalarTypeExtensionNode ParseScalarTypeExtension(int start)
    {
        var name = ParseName();
        var directives = ParseDirectives(constant: true);
        ExpectAddition(directives.Length);
        return new ScalarTypeExtensionNode(LocationFrom(start), name, directives);
    }

    // ObjectTypeExtension :
    //   extend type Name ImplementsInterfaces? Directives[Const]? FieldsDefinition
    //   extend type Name ImplementsInterfaces? Directives[Const] [lookahead != `{`]
    //   extend type Name ImplementsInterfaces [lookahead != `{`]
    private ObjectTypeExtensionNode ParseObjectTypeExtension(int start)
    {
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(constant: true);
        var fields = ParseFieldsDefinition();
        ExpectAddition(interfaces.Length + directives.Length + fields.Length);
        return new ObjectTypeExtensionNode(LocationFrom(start), name, interfaces, directives, fields);
    }

    // InterfaceTypeExtension :
    //   extend interface Name ImplementsInterfaces? Directives[Const]? FieldsDefinition
    //   extend interface Name ImplementsInterfaces? Directives[Const] [lookahead != `{`]
    //   extend interface Name ImplementsInterfaces [lookahead != `{`]
    private InterfaceTypeExtensionNode ParseInterfaceTypeExtension(int start)
    {
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(constant: true);
        var fields = ParseFieldsDefinition();
        ExpectAddition(interfaces.Length + directives.Length + fields.Length);
        return new InterfaceTypeExtensionNode(LocationFrom(start), name, interfaces, directives, fields);
    }

    // UnionTypeExtension :
    //   extend union Name Directives[Const]? UnionMemberTypes
    //   extend union Name Directives[Const]
    private UnionTypeExtensionNode ParseUnionTypeExtension(int start)
    {
        var name = ParseName();
        var directives = ParseDirectives(constant: true);
        var types = ParseUnionMemberTypes();
        ExpectAddition(directives.Length + types.Length);
        return new UnionTypeExtensionNode(LocationFrom(start), name, directives, types);
    }

    // EnumTypeExtension :
    //   extend enum Name Directives[Const]? EnumValuesDefinition
    //   extend enum Name Directives[Const] [lookahead != `{`]
    private EnumTypeExtensionNode ParseEnumTypeExtension(int start)
    {
        var name = ParseName();
        var directives = ParseDirectives(constant: true);
        var values = ParseEnumValuesDefinition();
        ExpectAddition(directives.Length + values.Length);
        return new EnumTypeExtensionNode(LocationFrom(start), name, directives, values);
    }

    // InputObjectTypeExtension :
    //   extend input Name Directives[Const]? InputFieldsDefinition
    //   extend input Name Directives[Const] [lookahead != `{`]
    private InputObjectTypeExtensionNode ParseInputObjectTypeExtension(int start)
    {
        var name = ParseName();
        var directives = ParseDirectives(constant: true);
        var fields = ParseInputFieldsDefinition();
        ExpectAddition(directives.Length + fields.Length);
        return new InputObjectTypeExtensionNode(LocationFrom(start), name, directives, fields);
    }

    /// <summary>An extension must add something; one that adds nothing is refused where it ends.</summary>
    private readonly void ExpectAddition(int additions)
    {
        if (additions == 0)
        {
            throw Unexpected();
        }
    }
}
