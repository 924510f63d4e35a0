namespace ThreadGraph.GraphQL.Language;

public ref partial struct Utf8GraphQLParser
{
    // Type :
    //   NamedType
    //   ListType
    //   NonNullType
    // NonNullType :
    //   NamedType !
    //   ListType !
    private ITypeNode ParseType()
    {
        var start = _reader.Start;
        INullableTypeNode type = _reader.Kind == TokenKind.BracketLeft ? ParseListType() : ParseNamedType();
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(LocationFrom(start), type) : type;
    }

    // ListType : [ Type ]
    private ListTypeNode ParseListType()
    {
        Enter();
        var start = _reader.Start;
        Expect(TokenKind.BracketLeft);
        var type = ParseType();
        Expect(TokenKind.BracketRight);
        _depth--;
        return new ListTypeNode(LocationFrom(start), type);
    }

    // NamedType : Name
    private NamedTypeNode ParseNamedType()
    {
        var start = _reader.Start;
        var name = ParseName();
        return new NamedTypeNode(LocationFrom(start), name);
    }
}
