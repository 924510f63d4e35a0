using System.Buffers;
using System.Globalization;
using System.Text;

namespace ThreadGraph.GraphQL.Language;

internal ref partial struct Utf8GraphQLReader
{
    /// <summary>The current token as error messages name it, with its value where it has one.</summary>
    public readonly string Describe() => Kind switch
    {
        TokenKind.Name or TokenKind.Integer or TokenKind.Float =>
            $"{Kind.Describe()} \"{Encoding.ASCII.GetString(Raw)}\"",
        TokenKind.String or TokenKind.BlockString => $"{Kind.Describe()} \"{GetString()}\"",
        _ => Kind.Describe(),
    };

    /// <summary>A syntax error at an offset.</summary>
    public readonly SyntaxException Error(int offset, string message) =>
        new($"Syntax Error: {message}", _text.GetPosition(offset), offset);

    /// <summary>The error of going beyond a limit at an offset.</summary>
    public readonly SyntaxLimitException LimitError(
        int offset, string message, string setting, int limit, long? actual = null) =>
        new($"Syntax Error: {message} Parsing aborted.", _text.GetPosition(offset), offset, setting, limit)
        {
            Actual = actual ?? limit + 1L,
        };

    private readonly SyntaxException UnexpectedCharacter()
    {
        if (Start == _invalidAt)
        {
            return InvalidCharacter(Start, "");
        }

        return At(Start) == '\''
            ? Error(Start, "Unexpected single quote character ('), did you mean to use a double quote (\")?")
            : Error(Start, $"Unexpected character: {DescribeCharacter(Start)}.");
    }

    /// <summary>A byte that is not UTF-8. A surrogate in three bytes is named as what it was meant to be.</summary>
    private readonly SyntaxException InvalidCharacter(int offset, string where) =>
        TryReadSurrogate(offset, out _)
            ? Error(offset, $"Invalid character{where}: {DescribeCharacter(offset)}.")
            : Error(offset, $"Invalid UTF-8{where}: byte {DescribeCharacter(offset)}.");

    /// <summary>The character at an offset: printable ASCII in quotes, else its code point or invalid byte.</summary>
    private readonly string DescribeCharacter(int offset)
    {
        if (offset == _source.Length)
        {
            return TokenKind.EndOfFile.Describe();
        }

        if (Rune.DecodeFromUtf8(_source[offset..], out var character, out _) == OperationStatus.Done)
        {
            return character.Value switch
            {
                '"' => "'\"'",
                >= 0x20 and <= 0x7E => $"\"{character}\"",
                _ => CodePoint(character.Value),
            };
        }

        return TryReadSurrogate(offset, out var surrogate)
            ? CodePoint(surrogate)
            : string.Create(CultureInfo.InvariantCulture, $"0x{_source[offset]:X2}");
    }

    private readonly bool TryReadSurrogate(int offset, out int surrogate)
    {
        var (second, third) = (At(offset + 1), At(offset + 2));
        surrogate = 0xD000 | ((second & 0x3F) << 6) | (third & 0x3F);
        return At(offset) == 0xED && second is >= 0xA0 and <= 0xBF && (third & 0xC0) == 0x80;
    }

    private static string CodePoint(int value) => string.Create(CultureInfo.InvariantCulture, $"U+{value:X4}");

    /// <summary>Source characters from an offset on, as many as make up a number of UTF-16 code units.</summary>
    private readonly string Excerpt(int offset, int length)
    {
        var excerpt = new StringBuilder(length);
        while (excerpt.Length < length && offset < _source.Length)
        {
            Rune.DecodeFromUtf8(_source[offset..], out var character, out var bytes);
            excerpt.Append(character.ToString());
            offset += bytes;
        }

        return excerpt.ToString();
    }
}
