namespace ThreadGraph.GraphQL.Language;

public ref partial struct Utf8GraphQLParser
{
    // OperationDefinition : SelectionSet
    private OperationDefinitionNode ParseShorthandQuery()
    {
        var start = _reader.Start;
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(
            LocationFrom(start), null, OperationType.Query, null, [], [], selectionSet);
    }

    // OperationDefinition : Description? OperationType Name? VariablesDefinition? Directives? SelectionSet
    private OperationDefinitionNode ParseOperationDefinition(int start, StringValueNode? description)
    {
        var operation = ParseOperationType();
        var name = _reader.Kind == TokenKind.Name ? ParseName() : null;
        var variableDefinitions = ParseVariablesDefinition();
        var directives = ParseDirectives(constant: false);
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(
            LocationFrom(start), description, operation, name, variableDefinitions, directives, selectionSet);
    }

    // OperationType : one of query mutation subscription
    private OperationType ParseOperationType()
    {
        var operation = PeekOperationType();
        var token = _reader;
        Expect(TokenKind.Name);
        return operation ?? throw Unexpected(token);
    }

    private readonly OperationType? PeekOperationType()
    {
        if (_reader.IsName("query"u8))
        {
            return OperationType.Query;
        }

        if (_reader.IsName("mutation"u8))
        {
            return OperationType.Mutation;
        }

        return _reader.IsName("subscription"u8) ? OperationType.Subscription : null;
    }

    // VariablesDefinition : ( VariableDefinition+ )
    private VariableDefinitionNode[] ParseVariablesDefinition() => OptionalMany(
        TokenKind.ParenthesisLeft,
        static (ref Utf8GraphQLParser parser) => parser.ParseVariableDefinition(),
        TokenKind.ParenthesisRight);

    // VariableDefinition : Description? Variable : Type DefaultValue? Directives[Const]?
    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _reader.Start;
        Count(ref _variableCount, _options.MaxAllowedVariables, "variables", start);
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = ParseDefaultValue();
        var directives = ParseDirectives(constant: true);
        return new VariableDefinitionNode(
            LocationFrom(start), description, variable, type, defaultValue, directives);
    }

    // Variable : $ Name
    private VariableNode ParseVariable()
    {
        var start = _reader.Start;
        Expect(TokenKind.Dollar);
        var name = ParseName();
        return new VariableNode(LocationFrom(start), name);
    }

    // DefaultValue : = Value[Const]
    private IValueNode? ParseDefaultValue() => Skip(TokenKind.Equal) ? ParseValue(constant: true) : null;

    // SelectionSet : { Selection+ }
    private SelectionSetNode ParseSelectionSet()
    {
        Enter();
        var start = _reader.Start;
        var selections = Many(
            TokenKind.BraceLeft,
            static (ref Utf8GraphQLParser parser) => parser.ParseSelection(),
            TokenKind.BraceRight);
        _depth--;
        return new SelectionSetNode(LocationFrom(start), selections);
    }

    // Selection :
    //   Field
    //   FragmentSpread
    //   InlineFragment
    private ISelectionNode ParseSelection() => _reader.Kind == TokenKind.Spread ? ParseFragment() : ParseField();

    // Field : Alias? Name Arguments? Directives? SelectionSet?
    // Alias : Name :
    private FieldNode ParseField()
    {
        var start = _reader.Start;
        Count(ref _fieldCount, _options.MaxAllowedFields, "fields", start);
        var name = ParseName();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon))
        {
            Count(ref _aliasCount, _options.MaxAllowedAliases, "aliases", start);
            alias = name;
            name = ParseName();
        }

        var arguments = ParseArguments(constant: false);
        var directives = ParseDirectives(constant: false);
        var selectionSet = _reader.Kind == TokenKind.BraceLeft ? ParseSelectionSet() : null;
        return new FieldNode(LocationFrom(start), alias, name, arguments, directives, selectionSet);
    }

    // Arguments[Const] : ( Argument[?Const]+ )
    private ArgumentNode[] ParseArguments(bool constant) => OptionalMany<ArgumentNode>(
        TokenKind.ParenthesisLeft,
        constant
            ? static (ref Utf8GraphQLParser parser) => parser.ParseArgument(constant: true)
            : static (ref Utf8GraphQLParser parser) => parser.ParseArgument(constant: false),
        TokenKind.ParenthesisRight);

    // Argument[Const] : Name : Value[?Const]
    private ArgumentNode ParseArgument(bool constant)
    {
        var start = _reader.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValue(constant);
        return new ArgumentNode(LocationFrom(start), name, value);
    }

    // Directives[Const] : Directive[?Const]+
    private DirectiveNode[] ParseDirectives(bool constant)
    {
        if (_reader.Kind != TokenKind.At)
        {
            return [];
        }

        var mark = _nodes.Count;
        var count = 0;
        while (_reader.Kind == TokenKind.At)
        {
            Count(ref count, _options.MaxAllowedDirectives, "directives in one place", _reader.Start);
            _nodes.Push(ParseDirective(constant));
        }

        return _nodes.PopFrom<DirectiveNode>(mark);
    }

    // Directive[Const] : @ Name Arguments[?Const]?
    private DirectiveNode ParseDirective(bool constant)
    {
        var start = _reader.Start;
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArguments(constant);
        return new DirectiveNode(LocationFrom(start), name, arguments);
    }
}
