using System.Text;

namespace ThreadGraph.GraphQL.Language;

public ref partial struct Utf8GraphQLParser
{
    // Value[Const] :
    //   [~Const] Variable
    //   IntValue
    //   FloatValue
    //   StringValue
    //   BooleanValue
    //   NullValue
    //   EnumValue
    //   ListValue[?Const]
    //   ObjectValue[?Const]
    private IValueNode ParseValue(bool constant) => _reader.Kind switch
    {
        TokenKind.Dollar => constant ? throw UnexpectedVariable() : ParseVariable(),
        TokenKind.Integer or TokenKind.Float => ParseNumber(),
        TokenKind.String or TokenKind.BlockString => ParseString(),
        TokenKind.Name => ParseNamedValue(),
        TokenKind.BracketLeft => ParseList(constant),
        TokenKind.BraceLeft => ParseObject(constant),
        _ => throw Unexpected(),
    };

    private IValueNode ParseNumber()
    {
        var start = _reader.Start;
        var isInteger = _reader.Kind == TokenKind.Integer;
        var value = Encoding.ASCII.GetString(_reader.Raw);
        Advance();
        return isInteger
            ? new IntValueNode(LocationFrom(start), value)
            : new FloatValueNode(LocationFrom(start), value);
    }

    private StringValueNode ParseString()
    {
        var start = _reader.Start;
        var isBlock = _reader.Kind == TokenKind.BlockString;
        var value = _reader.GetString();
        Advance();
        return new StringValueNode(LocationFrom(start), value, isBlock);
    }

    // BooleanValue : one of true false
    // NullValue : null
    // EnumValue : Name but not true or false or null
    private IValueNode ParseNamedValue()
    {
        var start = _reader.Start;
        var value = _names.Get(_reader.Raw);
        Advance();
        return value switch
        {
            "true" => new BooleanValueNode(LocationFrom(start), true),
            "false" => new BooleanValueNode(LocationFrom(start), false),
            "null" => new NullValueNode(LocationFrom(start)),
            _ => new EnumValueNode(LocationFrom(start), value),
        };
    }

    // ListValue[Const] :
    //   [ ]
    //   [ Value[?Const]+ ]
    private ListValueNode ParseList(bool constant)
    {
        Enter();
        var start = _reader.Start;
        var items = Any<IValueNode>(
            TokenKind.BracketLeft,
            constant
                ? static (ref Utf8GraphQLParser parser) => parser.ParseValue(constant: true)
                : static (ref Utf8GraphQLParser parser) => parser.ParseValue(constant: false),
            TokenKind.BracketRight);
        _depth--;
        if (items.Length > _options.MaxAllowedListItems)
        {
            throw TooMany(
                "items in one list", nameof(ParserOptions.MaxAllowedListItems), _options.MaxAllowedListItems, start);
        }

        return new ListValueNode(LocationFrom(start), items);
    }

    // ObjectValue[Const] :
    //   { }
    //   { ObjectField[?Const]+ }
    private ObjectValueNode ParseObject(bool constant)
    {
        Enter();
        var start = _reader.Start;
        var fields = Any<ObjectFieldNode>(
            TokenKind.BraceLeft,
            constant
                ? static (ref Utf8GraphQLParser parser) => parser.ParseObjectField(constant: true)
                : static (ref Utf8GraphQLParser parser) => parser.ParseObjectField(constant: false),
            TokenKind.BraceRight);
        _depth--;
        return new ObjectValueNode(LocationFrom(start), fields);
    }

    // ObjectField[Const] : Name : Value[?Const]
    private ObjectFieldNode ParseObjectField(bool constant)
    {
        var start = _reader.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValue(constant);
        return new ObjectFieldNode(LocationFrom(start), name, value);
    }

    /// <summary>Names the variable where there is one, at the place of its dollar sign.</summary>
    private SyntaxException UnexpectedVariable()
    {
        var token = _reader;
        Advance();
        return _reader.Kind == TokenKind.Name
            ? _reader.Error(token.Start, $"Unexpected variable \"${_names.Get(_reader.Raw)}\" in constant value.")
            : Unexpected(token);
    }
}
