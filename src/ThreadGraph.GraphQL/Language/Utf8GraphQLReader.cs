using System.Text;
using System.Text.Unicode;

namespace ThreadGraph.GraphQL.Language;

/// <summary>The lexer: reads one token after the other straight from the UTF-8 bytes.</summary>
/// <remarks>Spec: Language, "Source Text" and "Lexical Tokens".</remarks>
internal ref partial struct Utf8GraphQLReader
{
    private readonly SourceText _text;
    private readonly ReadOnlySpan<byte> _source;

    /// <summary>
    /// Where the source stops being UTF-8; its length when it never does. Checked once for the whole source, so that
    /// scanning needs to look at ASCII only; each scan that steps over this offset refuses it.
    /// </summary>
    private readonly int _invalidAt;

    private bool _hasEscapes;

    public Utf8GraphQLReader(SourceText text)
    {
        _text = text;
        _source = text.Utf8.Span;
        _invalidAt = Utf8.IsValid(_source) ? _source.Length : FindInvalid(_source);
    }

    /// <summary>The kind of the current token.</summary>
    public TokenKind Kind { get; private set; }

    /// <summary>Offset of the current token's first byte, from 0.</summary>
    public int Start { get; private set; }

    /// <summary>Offset behind the current token.</summary>
    public int End { get; private set; }

    /// <summary>Offset behind the token before the current one.</summary>
    public int PreviousEnd { get; private set; }

    /// <summary>The bytes of the current token, quotes included.</summary>
    public readonly ReadOnlySpan<byte> Raw => _source[Start..End];

    /// <summary>Whether the current token is this name.</summary>
    public readonly bool IsName(ReadOnlySpan<byte> name) => Kind == TokenKind.Name && Raw.SequenceEqual(name);

    /// <summary>Goes to the next token; at the end of the source it stays there.</summary>
    /// <exception cref="SyntaxException">The next characters are no token.</exception>
    public void MoveNext()
    {
        PreviousEnd = End;
        Start = SkipIgnored(End);
        switch (At(Start))
        {
            case 0 when Start == _source.Length:
                Accept(TokenKind.EndOfFile, 0);
                break;
            case (byte)'!':
                Accept(TokenKind.Bang, 1);
                break;
            case (byte)'$':
                Accept(TokenKind.Dollar, 1);
                break;
            case (byte)'&':
                Accept(TokenKind.Ampersand, 1);
                break;
            case (byte)'(':
                Accept(TokenKind.ParenthesisLeft, 1);
                break;
            case (byte)')':
                Accept(TokenKind.ParenthesisRight, 1);
                break;
            case (byte)'.':
                ReadSpread();
                break;
            case (byte)':':
                Accept(TokenKind.Colon, 1);
                break;
            case (byte)'=':
                Accept(TokenKind.Equal, 1);
                break;
            case (byte)'@':
                Accept(TokenKind.At, 1);
                break;
            case (byte)'[':
                Accept(TokenKind.BracketLeft, 1);
                break;
            case (byte)']':
                Accept(TokenKind.BracketRight, 1);
                break;
            case (byte)'{':
                Accept(TokenKind.BraceLeft, 1);
                break;
            case (byte)'|':
                Accept(TokenKind.Pipe, 1);
                break;
            case (byte)'}':
                Accept(TokenKind.BraceRight, 1);
                break;
            case (byte)'"':
                ReadStringOrBlockString();
                break;
            case var character when IsNameStart(character):
                ReadName();
                break;
            case var character when IsDigit(character) || character == '-':
                ReadNumber();
                break;
            default:
                throw UnexpectedCharacter();
        }
    }

    /// <summary>Ignored :: UnicodeBOM, Whitespace, LineTerminator, Comment, Comma.</summary>
    private readonly int SkipIgnored(int position)
    {
        while (true)
        {
            switch (At(position))
            {
                case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)',':
                    position++;
                    break;
                case (byte)'#':
                    position = SkipComment(position);
                    break;
                case 0xEF when _source[position..].StartsWith("\uFEFF"u8):
                    position += 3;
                    break;
                default:
                    return position;
            }
        }
    }

    /// <summary>Comment :: `#` CommentChar* [lookahead != CommentChar].</summary>
    private readonly int SkipComment(int position)
    {
        var length = _source[position..].IndexOfAny((byte)'\n', (byte)'\r');
        var end = length < 0 ? _source.Length : position + length;
        return Math.Min(end, _invalidAt);
    }

    /// <summary>Name :: NameStart NameContinue* [lookahead != NameContinue].</summary>
    private void ReadName()
    {
        var length = 1;
        while (IsNameContinue(At(Start + length)))
        {
            length++;
        }

        Accept(TokenKind.Name, length);
    }

    private void ReadSpread()
    {
        if (At(Start + 1) == '.' && At(Start + 2) == '.')
        {
            Accept(TokenKind.Spread, 3);
            return;
        }

        if (At(Start + 1) == '.')
        {
            throw Error(Start, "Unexpected \"..\", did you mean \"...\"?");
        }

        if (!IsDigit(At(Start + 1)))
        {
            throw UnexpectedCharacter();
        }

        var digits = Encoding.ASCII.GetString(_source[(Start + 1)..SkipDigits(Start + 1)]);
        throw Error(Start, $"Invalid number, expected digit before \".\", did you mean \"0.{digits}\"?");
    }

    private void Accept(TokenKind kind, int length)
    {
        Kind = kind;
        End = Start + length;
    }

    /// <summary>The byte at an offset; 0, which no token but a string may contain, behind the end.</summary>
    private readonly byte At(int position) => (uint)position < (uint)_source.Length ? _source[position] : (byte)0;

    private static bool IsDigit(byte character) => (uint)(character - '0') <= 9;

    private static bool IsNameStart(byte character) => (uint)((character | 0x20) - 'a') <= 25 || character == '_';

    private static bool IsNameContinue(byte character) => IsNameStart(character) || IsDigit(character);

    private static int FindInvalid(ReadOnlySpan<byte> source)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(source[position..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            position += length;
        }

        return position;
    }
}
