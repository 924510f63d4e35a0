namespace ThreadGraph.GraphQL.Language;

/// <summary>How large a document the parser reads; beyond it stops with <see cref="SyntaxLimitException"/>.</summary>
/// <remarks>
/// Parsing is linear in time and memory, and comes before anything that could refuse a document for its meaning, so a
/// bound on its size is all that protects it. The names are those of HotChocolate's ParserOptions.
/// </remarks>
public sealed class ParserOptions
{
    /// <summary>Sets the limits.</summary>
    /// <param name="maxAllowedNodes">See <see cref="MaxAllowedNodes"/>.</param>
    /// <param name="maxAllowedTokens">See <see cref="MaxAllowedTokens"/>.</param>
    /// <param name="maxAllowedFields">See <see cref="MaxAllowedFields"/>.</param>
    /// <param name="maxAllowedRecursionDepth">See <see cref="MaxAllowedRecursionDepth"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is zero or negative.</exception>
    public ParserOptions(
        int maxAllowedNodes = int.MaxValue,
        int maxAllowedTokens = 15_000,
        int maxAllowedFields = 2048,
        int maxAllowedRecursionDepth = 200)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxAllowedNodes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxAllowedTokens);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxAllowedFields);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxAllowedRecursionDepth);
        MaxAllowedNodes = maxAllowedNodes;
        MaxAllowedTokens = maxAllowedTokens;
        MaxAllowedFields = maxAllowedFields;
        MaxAllowedRecursionDepth = maxAllowedRecursionDepth;
    }

    /// <summary>The limits for documents of clients.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>No limit but the stack: for documents of our own, such as an exported schema.</summary>
    public static ParserOptions Unlimited { get; } = new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);

    /// <summary>
    /// The most syntax nodes in a document.
    /// Unit: nodes, names included.
    /// Default: <see cref="int.MaxValue"/>, because <see cref="MaxAllowedTokens"/> bounds the nodes too.
    /// Range: from 1.
    /// </summary>
    public int MaxAllowedNodes { get; }

    /// <summary>
    /// The most lexical tokens in a document.
    /// Unit: tokens; comments and commas do not count.
    /// Default: 15,000. The introspection query of an IDE has about 200, an operation of 1,000 lines about 3,000.
    /// Range: from 1.
    /// </summary>
    public int MaxAllowedTokens { get; }

    /// <summary>
    /// The most selected fields in a document, repeated ones included.
    /// Unit: fields as written; a fragment's fields count once.
    /// Default: 2,048.
    /// Range: from 1.
    /// </summary>
    public int MaxAllowedFields { get; }

    /// <summary>
    /// How deep selection sets, list and object values and list types may be nested in each other.
    /// Unit: levels; the outermost is 1.
    /// Default: 200.
    /// Range: from 1. Where the thread's stack ends before, parsing stops there with the same error.
    /// </summary>
    public int MaxAllowedRecursionDepth { get; }
}
