namespace ThreadGraph.GraphQL.Language;

/// <summary>A document that the grammar does not allow, or one beyond the <see cref="ParserOptions"/>.</summary>
/// <param name="message">What was expected and what was found; starts with <c>Syntax Error:</c>.</param>
/// <param name="position">Line and column of the first character that does not fit.</param>
/// <param name="offset">The same place as an offset in UTF-8 bytes, from 0.</param>
public class SyntaxException(string message, SourcePosition position, int offset) : Exception(message)
{
    /// <summary>Line and column of the first character that does not fit.</summary>
    public SourcePosition Position { get; } = position;

    /// <summary>The same place as an offset in UTF-8 bytes, from 0.</summary>
    public int Offset { get; } = offset;
}
