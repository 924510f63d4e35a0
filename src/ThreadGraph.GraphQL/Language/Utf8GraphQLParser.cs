using System.Runtime.CompilerServices;

namespace ThreadGraph.GraphQL.Language;

/// <summary>Reads GraphQL documents by recursive descent: one method for each production of the grammar.</summary>
/// <remarks>
/// Spec: Appendix "Grammar Summary", September 2025. Above each method stands its production; the other files are
/// chapters of the grammar. Messages and places of errors are those of graphql-js.
/// </remarks>
public ref partial struct Utf8GraphQLParser
{
    private readonly ParserOptions _options;
    private readonly NameCache _names;
    private Utf8GraphQLReader _reader;
    private NodeStack _nodes;
    private int _tokenCount;
    private int _nodeCount;
    private int _fieldCount;
    private int _aliasCount;
    private int _fragmentCount;
    private int _variableCount;
    private int _depth;

    private Utf8GraphQLParser(SourceText source, ParserOptions? options)
    {
        _options = options ?? ParserOptions.Default;
        _names = new NameCache(source.Length);
        _reader = new Utf8GraphQLReader(source);
        _nodes = new NodeStack();
        Advance();
    }

    private delegate T Production<T>(ref Utf8GraphQLParser parser);

    /// <summary>Parses a document.</summary>
    /// <param name="source">The text.</param>
    /// <param name="options">The limits; <see cref="ParserOptions.Default"/> where none are given.</param>
    /// <exception cref="SyntaxException">The text is not a document.</exception>
    /// <exception cref="SyntaxLimitException">The document is larger than the options allow.</exception>
    public static DocumentNode Parse(SourceText source, ParserOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var limit = (options ?? ParserOptions.Default).MaxAllowedBytes;
        if (source.Length > limit)
        {
            throw new SyntaxLimitException(
                $"Syntax Error: Document is larger than {limit} bytes. Parsing aborted.",
                new SourcePosition(1, 1),
                0,
                nameof(ParserOptions.MaxAllowedBytes),
                limit)
            {
                Actual = source.Length,
            };
        }

        var parser = new Utf8GraphQLParser(source, options);
        return parser.ParseDocument(source);
    }

    /// <inheritdoc cref="Parse(SourceText, ParserOptions?)" />
    public static DocumentNode Parse(string source, ParserOptions? options = null) =>
        Parse(SourceText.From(source), options);

    /// <summary>Parses a text that is one value.</summary>
    /// <param name="source">The text.</param>
    /// <param name="constant">Whether variables are refused.</param>
    /// <exception cref="SyntaxException">The text is not a value.</exception>
    public static IValueNode ParseValueLiteral(string source, bool constant = true)
    {
        var parser = new Utf8GraphQLParser(SourceText.From(source), null);
        var value = parser.ParseValue(constant);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    /// <summary>Parses a text that is one type reference.</summary>
    /// <param name="source">The text, for instance <c>[ID!]!</c>.</param>
    /// <exception cref="SyntaxException">The text is not a type reference.</exception>
    public static ITypeNode ParseTypeReference(string source)
    {
        var parser = new Utf8GraphQLParser(SourceText.From(source), null);
        var type = parser.ParseType();
        parser.Expect(TokenKind.EndOfFile);
        return type;
    }

    // Name
    private NameNode ParseName()
    {
        var start = _reader.Start;
        if (_reader.Kind != TokenKind.Name)
        {
            throw Expected(TokenKind.Name.Describe());
        }

        if (_reader.Raw.Length > _options.MaxAllowedNameLength)
        {
            throw NameTooLong();
        }

        var value = _names.Get(_reader.Raw);
        Advance();
        return new NameNode(LocationFrom(start), value);
    }

    /// <summary>One or more items between two punctuators.</summary>
    private T[] Many<T>(TokenKind open, Production<T> item, TokenKind close)
        where T : ISyntaxNode
    {
        Expect(open);
        return ManyUntil(item, close);
    }

    /// <summary>One or more items between two punctuators, or nothing at all.</summary>
    private T[] OptionalMany<T>(TokenKind open, Production<T> item, TokenKind close)
        where T : ISyntaxNode => Skip(open) ? ManyUntil(item, close) : [];

    /// <summary>Any number of items between two punctuators.</summary>
    private T[] Any<T>(TokenKind open, Production<T> item, TokenKind close)
        where T : ISyntaxNode
    {
        Expect(open);
        return Skip(close) ? [] : ManyUntil(item, close);
    }

    private T[] ManyUntil<T>(Production<T> item, TokenKind close)
        where T : ISyntaxNode
    {
        var mark = _nodes.Count;
        do
        {
            _nodes.Push(item(ref this));
        }
        while (!Skip(close));
        return _nodes.PopFrom<T>(mark);
    }

    /// <summary>One or more items with a punctuator between them, and perhaps one in front.</summary>
    private T[] DelimitedMany<T>(TokenKind delimiter, Production<T> item)
        where T : ISyntaxNode
    {
        Skip(delimiter);
        var mark = _nodes.Count;
        do
        {
            _nodes.Push(item(ref this));
        }
        while (Skip(delimiter));
        return _nodes.PopFrom<T>(mark);
    }

    private void Expect(TokenKind kind)
    {
        if (!Skip(kind))
        {
            throw Expected(kind.Describe());
        }
    }

    private bool Skip(TokenKind kind)
    {
        if (_reader.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!SkipKeyword(keyword))
        {
            throw Expected($"\"{System.Text.Encoding.ASCII.GetString(keyword)}\"");
        }
    }

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!_reader.IsName(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    private void Advance()
    {
        _reader.MoveNext();
        if (_reader.Kind != TokenKind.EndOfFile && ++_tokenCount > _options.MaxAllowedTokens)
        {
            throw TooMany("tokens", nameof(ParserOptions.MaxAllowedTokens), _options.MaxAllowedTokens, _reader.Start);
        }
    }

    /// <summary>From an offset to the end of the last token; each node asks once, so nodes are counted here.</summary>
    private Location LocationFrom(int start)
    {
        if (++_nodeCount > _options.MaxAllowedNodes)
        {
            throw TooMany("nodes", nameof(ParserOptions.MaxAllowedNodes), _options.MaxAllowedNodes, start);
        }

        return new Location(start, _reader.PreviousEnd);
    }

    /// <summary>Goes one level deeper; whoever calls it leaves by <c>_depth--</c>.</summary>
    private void Enter()
    {
        var limit = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? _options.MaxAllowedRecursionDepth : _depth;
        if (++_depth > limit)
        {
            throw _reader.LimitError(
                _reader.Start,
                $"Document is nested more than {limit} levels deep.",
                nameof(ParserOptions.MaxAllowedRecursionDepth),
                limit);
        }
    }

    /// <summary>Counts one more of what there may be so many of.</summary>
    /// <param name="count">How many there have been.</param>
    /// <param name="limit">How many there may be.</param>
    /// <param name="what">What is counted, in the plural.</param>
    /// <param name="start">Where this one begins.</param>
    /// <param name="setting">The option that sets the limit.</param>
    private readonly void Count(
        ref int count, int limit, string what, int start, [CallerArgumentExpression(nameof(limit))] string setting = "")
    {
        if (++count > limit)
        {
            throw TooMany(what, setting["_options.".Length..], limit, start);
        }
    }

    private readonly SyntaxLimitException TooMany(string what, string setting, int limit, int offset) =>
        _reader.LimitError(offset, $"Document contains more than {limit} {what}.", setting, limit);

    private readonly SyntaxLimitException NameTooLong() => _reader.LimitError(
        _reader.Start,
        $"Document contains a name of more than {_options.MaxAllowedNameLength} characters.",
        nameof(ParserOptions.MaxAllowedNameLength),
        _options.MaxAllowedNameLength,
        _reader.Raw.Length);

    private readonly SyntaxException Expected(string what) =>
        _reader.Error(_reader.Start, $"Expected {what}, found {_reader.Describe()}.");

    private readonly SyntaxException Unexpected() => Unexpected(_reader);

    /// <summary>
    /// An unexpected token that was stepped over before its value was looked at, so that an unreadable token behind
    /// it is reported first, as in graphql-js.
    /// </summary>
    private static SyntaxException Unexpected(Utf8GraphQLReader token) =>
        token.Error(token.Start, $"Unexpected {token.Describe()}.");
}
