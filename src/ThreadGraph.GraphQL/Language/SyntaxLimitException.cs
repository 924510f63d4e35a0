namespace ThreadGraph.GraphQL.Language;

/// <summary>A document that goes beyond one of the <see cref="ParserOptions"/>.</summary>
/// <param name="message">What there was too much of; starts with <c>Syntax Error:</c>.</param>
/// <param name="position">Line and column at which the limit was passed.</param>
/// <param name="offset">The same place as an offset in UTF-8 bytes, from 0.</param>
/// <param name="setting">Name of the <see cref="ParserOptions"/> property.</param>
/// <param name="limit">The largest number allowed.</param>
public sealed class SyntaxLimitException(
    string message,
    SourcePosition position,
    int offset,
    string setting,
    int limit) : SyntaxException(message, position, offset)
{
    /// <summary>Name of the <see cref="ParserOptions"/> property that set the limit.</summary>
    public string Setting { get; } = setting;

    /// <summary>The largest number allowed.</summary>
    public int Limit { get; } = limit;

    /// <summary>The number reached when parsing stopped; the rest of the document was not counted.</summary>
    public long Actual { get; init; } = (long)limit + 1;
}
