namespace ThreadGraph.GraphQL.Language;

public ref partial struct Utf8GraphQLParser
{
    // TypeSystemDefinition :
    //   SchemaDefinition
    //   TypeDefinition
    //   DirectiveDefinition
    // TypeDefinition :
    //   ScalarTypeDefinition
    //   ObjectTypeDefinition
    //   InterfaceTypeDefinition
    //   UnionTypeDefinition
    //   EnumTypeDefinition
    //   InputObjectTypeDefinition
    private ITypeSystemDefinitionNode? TryParseTypeSystemDefinition(int start, StringValueNode? description)
    {
        if (SkipKeyword("schema"u8))
        {
            return ParseSchemaDefinition(start, description);
        }

        if (SkipKeyword("scalar"u8))
        {
            return ParseScalarTypeDefinition(start, description);
        }

        if (SkipKeyword("type"u8))
        {
            return ParseObjectTypeDefinition(start, description);
        }

        if (SkipKeyword("interface"u8))
        {
            return ParseInterfaceTypeDefinition(start, description);
        }

        if (SkipKeyword("union"u8))
        {
            return ParseUnionTypeDefinition(start, description);
        }

        if (SkipKeyword("enum"u8))
        {
            return ParseEnumTypeDefinition(start, description);
        }

        if (SkipKeyword("input"u8))
        {
            return ParseInputObjectTypeDefinition(start, description);
        }

        return SkipKeyword("directive"u8) ? ParseDirectiveDefinition(start, description) : null;
    }

    // SchemaDefinition : Description? schema Directives[Const]? { RootOperationTypeDefinition+ }
    private SchemaDefinitionNode ParseSchemaDefinition(int start, StringValueNode? description)
    {
        var directives = ParseDirectives(constant: true);
        var operationTypes = Many(
            TokenKind.BraceLeft,
            static (ref Utf8GraphQLParser parser) => parser.ParseOperationTypeDefinition(),
            TokenKind.BraceRight);
        return new SchemaDefinitionNode(LocationFrom(start), description, directives, operationTypes);
    }

    // RootOperationTypeDefinition : OperationType : NamedType
    private OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var start = _reader.Start;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        var type = ParseNamedType();
        return new OperationTypeDefinitionNode(LocationFrom(start), operation, type);
    }

    // ScalarTypeDefinition : Description? scalar Name Directives[Const]?
    private ScalarTypeDefinitionNode ParseScalarTypeDefinition(int start, StringValueNode? description)
    {
        var name = ParseName();
        var directives = ParseDirectives(constant: true);
        return new ScalarTypeDefinitionNode(LocationFrom(start), description, name, directives);
    }

    // ObjectTypeDefinition :
    //   Description? type Name ImplementsInterfaces? Directives[Const]? FieldsDefinition
    //   Description? type Name ImplementsInterfaces? Directives[Const]? [lookahead != `{`]
    private ObjectTypeDefinitionNode ParseObjectTypeDefinition(int start, StringValueNode? description)
    {
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(constant: true);
        var fields = ParseFieldsDefinition();
        return new ObjectTypeDefinitionNode(
            LocationFrom(start), description, name, interfaces, directives, fields);
    }

    // ImplementsInterfaces :
    //   ImplementsInterfaces & NamedType
    //   implements `&`? NamedType
    private NamedTypeNode[] ParseImplementsInterfaces() => SkipKeyword("implements"u8)
        ? DelimitedMany(TokenKind.Ampersand, static (ref Utf8GraphQLParser parser) => parser.ParseNamedType())
        : [];

    // FieldsDefinition : { FieldDefinition+ }
    private FieldDefinitionNode[] ParseFieldsDefinition() => OptionalMany(
        TokenKind.BraceLeft,
        static (ref Utf8GraphQLParser parser) => parser.ParseFieldDefinition(),
        TokenKind.BraceRight);

    // FieldDefinition : Description? Name ArgumentsDefinition? : Type Directives[Const]?
    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = _reader.Start;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseArgumentsDefinition();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var directives = ParseDirectives(constant: true);
        return new FieldDefinitionNode(LocationFrom(start), description, name, arguments, type, directives);
    }

    // ArgumentsDefinition : ( InputValueDefinition+ )
    private InputValueDefinitionNode[] ParseArgumentsDefinition() => OptionalMany(
        TokenKind.ParenthesisLeft,
        static (ref Utf8GraphQLParser parser) => parser.ParseInputValueDefinition(),
        TokenKind.ParenthesisRight);

    // InputValueDefinition : Description? Name : Type DefaultValue? Directives[Const]?
    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        var start = _reader.Start;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = ParseDefaultValue();
        var directives = ParseDirectives(constant: true);
        return new InputValueDefinitionNode(
            LocationFrom(start), description, name, type, defaultValue, directives);
    }

    // InterfaceTypeDefinition :
    //   Description? interface Name ImplementsInterfaces? Directives[Const]? FieldsDefinition
    //   Description? interface Name ImplementsInterfaces? Directives[Const]? [lookahead != `{`]
    private InterfaceTypeDefinitionNode ParseInterfaceTypeDefinition(int start, StringValueNode? description)
    {
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(constant: true);
        var fields = ParseFieldsDefinition();
        return new InterfaceTypeDefinitionNode(
            LocationFrom(start), description, name, interfaces, directives, fields);
    }

    // UnionTypeDefinition : Description? union Name Directives[Const]? UnionMemberTypes?
    private UnionTypeDefinitionNode ParseUnionTypeDefinition(int start, StringValueNode? description)
    {
        var name = ParseName();
        var directives = ParseDirectives(constant: true);
        var types = ParseUnionMemberTypes();
        return new UnionTypeDefinitionNode(LocationFrom(start), description, name, directives, types);
    }

    // UnionMemberTypes :
    //   UnionMemberTypes | NamedType
    //   = `|`? NamedType
    private NamedTypeNode[] ParseUnionMemberTypes() => Skip(TokenKind.Equal)
        ? DelimitedMany(TokenKind.Pipe, static (ref Utf8GraphQLParser parser) => parser.ParseNamedType())
        : [];

    // EnumTypeDefinition :
    //   Description? enum Name Directives[Const]? EnumValuesDefinition
    //   Description? enum Name Directives[Const]? [lookahead != `{`]
    private EnumTypeDefinitionNode ParseEnumTypeDefinition(int start, StringValueNode? description)
    {
        var name = ParseName();
        var directives = ParseDirectives(constant: true);
        var values = ParseEnumValuesDefinition();
        return new EnumTypeDefinitionNode(LocationFrom(start), description, name, directives, values);
    }

    // EnumValuesDefinition : { EnumValueDefinition+ }
    private EnumValueDefinitionNode[] ParseEnumValuesDefinition() => OptionalMany(
        TokenKind.BraceLeft,
        static (ref Utf8GraphQLParser parser) => parser.ParseEnumValueDefinition(),
        TokenKind.BraceRight);

    // EnumValueDefinition : Description? EnumValue Directives[Const]?
    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var start = _reader.Start;
        var description = ParseDescription();
        if (_reader.IsName("true"u8) || _reader.IsName("false"u8) || _reader.IsName("null"u8))
        {
            throw _reader.Error(
                _reader.Start, $"{_reader.Describe()} is reserved and cannot be used for an enum value.");
        }

        var name = ParseName();
        var directives = ParseDirectives(constant: true);
        return new EnumValueDefinitionNode(LocationFrom(start), description, name, directives);
    }

    // InputObjectTypeDefinition :
    //   Description? input Name Directives[Const]? InputFieldsDefinition
    //   Description? input Name Directives[Const]? [lookahead != `{`]
    private InputObjectTypeDefinitionNode ParseInputObjectTypeDefinition(int start, StringValueNode? description)
    {
        var name = ParseName();
        var directives = ParseDirectives(constant: true);
        var fields = ParseInputFieldsDefinition();
        return new InputObjectTypeDefinitionNode(LocationFrom(start), description, name, directives, fields);
    }

    // InputFieldsDefinition : { InputValueDefinition+ }
    private InputValueDefinitionNode[] ParseInputFieldsDefinition() => OptionalMany(
        TokenKind.BraceLeft,
        static (ref Utf8GraphQLParser parser) => parser.ParseInputValueDefinition(),
        TokenKind.BraceRight);
}
