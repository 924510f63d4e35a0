namespace ThreadGraph.GraphQL.Language;

public ref partial struct Utf8GraphQLParser
{
    // Document : Definition+
    private DocumentNode ParseDocument(SourceText source)
    {
        var definitions = ManyUntil(
            static (ref Utf8GraphQLParser parser) => parser.ParseDefinition(), TokenKind.EndOfFile);
        return new DocumentNode(new Location(0, source.Length), definitions, source);
    }

    // Definition :
    //   ExecutableDefinition
    //   TypeSystemDefinitionOrExtension
    private IDefinitionNode ParseDefinition()
    {
        var start = _reader.Start;
        if (_reader.Kind == TokenKind.BraceLeft)
        {
            return ParseShorthandQuery();
        }

        var description = ParseDescription();
        var definition = TryParseExecutableDefinition(start, description)
            ?? (IDefinitionNode?)TryParseTypeSystemDefinition(start, description);
        if (definition is not null)
        {
            return definition;
        }

        if (description is not null)
        {
            throw UnexpectedDescription(start);
        }

        return _reader.IsName("extend"u8) ? ParseTypeSystemExtension() : throw Unexpected();
    }

    // ExecutableDefinition :
    //   OperationDefinition
    //   FragmentDefinition
    private IExecutableDefinitionNode? TryParseExecutableDefinition(int start, StringValueNode? description)
    {
        if (PeekOperationType() is not null)
        {
            return ParseOperationDefinition(start, description);
        }

        return _reader.IsName("fragment"u8) ? ParseFragmentDefinition(start, description) : null;
    }

    // Description : StringValue
    private StringValueNode? ParseDescription() =>
        _reader.Kind is TokenKind.String or TokenKind.BlockString ? ParseString() : null;

    /// <summary>Where nothing follows that can be described; what follows decides which of the two is wrong.</summary>
    private readonly SyntaxException UnexpectedDescription(int start) => _reader.Kind switch
    {
        TokenKind.BraceLeft => _reader.Error(
            start, "Unexpected description, descriptions are not supported on shorthand queries."),
        TokenKind.Name => _reader.Error(
            start, "Unexpected description, only GraphQL definitions support descriptions."),
        _ => Unexpected(),
    };
}
