namespace ThreadGraph.GraphQL.Language;

public ref partial struct Utf8GraphQLParser
{
    // DirectiveDefinition : Description? directive @ Name ArgumentsDefinition? `repeatable`? on DirectiveLocations
    private DirectiveDefinitionNode ParseDirectiveDefinition(int start, StringValueNode? description)
    {
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArgumentsDefinition();
        var isRepeatable = SkipKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        var locations = ParseDirectiveLocations();
        return new DirectiveDefinitionNode(
            LocationFrom(start), description, name, arguments, isRepeatable, locations);
    }

    // DirectiveLocations :
    //   DirectiveLocations | DirectiveLocation
    //   `|`? DirectiveLocation
    private NameNode[] ParseDirectiveLocations() =>
        DelimitedMany(TokenKind.Pipe, static (ref Utf8GraphQLParser parser) => parser.ParseDirectiveLocation());

    // DirectiveLocation :
    //   ExecutableDirectiveLocation
    //   TypeSystemDirectiveLocation
    private NameNode ParseDirectiveLocation()
    {
        var token = _reader;
        var name = ParseName();
        return IsDirectiveLocation(name.Value) ? name : throw Unexpected(token);
    }

    private static bool IsDirectiveLocation(string name) => name is
        "QUERY" or "MUTATION" or "SUBSCRIPTION" or "FIELD" or "FRAGMENT_DEFINITION" or "FRAGMENT_SPREAD"
        or "INLINE_FRAGMENT" or "VARIABLE_DEFINITION"
        or "SCHEMA" or "SCALAR" or "OBJECT" or "FIELD_DEFINITION" or "ARGUMENT_DEFINITION" or "INTERFACE" or "UNION"
        or "ENUM" or "ENUM_VALUE" or "INPUT_OBJECT" or "INPUT_FIELD_DEFINITION";
}
