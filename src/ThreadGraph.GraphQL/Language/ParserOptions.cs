using System.Runtime.CompilerServices;

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
    /// <param name="maxAllowedBytes">See <see cref="MaxAllowedBytes"/>.</param>
    /// <param name="maxAllowedAliases">See <see cref="MaxAllowedAliases"/>.</param>
    /// <param name="maxAllowedDirectives">See <see cref="MaxAllowedDirectives"/>.</param>
    /// <param name="maxAllowedFragments">See <see cref="MaxAllowedFragments"/>.</param>
    /// <param name="maxAllowedVariables">See <see cref="MaxAllowedVariables"/>.</param>
    /// <param name="maxAllowedListItems">See <see cref="MaxAllowedListItems"/>.</param>
    /// <param name="maxAllowedNameLength">See <see cref="MaxAllowedNameLength"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is zero or negative.</exception>
    public ParserOptions(
        int maxAllowedNodes = int.MaxValue,
        int maxAllowedTokens = 15_000,
        int maxAllowedFields = 2048,
        int maxAllowedRecursionDepth = 200,
        int maxAllowedBytes = int.MaxValue,
        int maxAllowedAliases = int.MaxValue,
        int maxAllowedDirectives = int.MaxValue,
        int maxAllowedFragments = int.MaxValue,
        int maxAllowedVariables = int.MaxValue,
        int maxAllowedListItems = int.MaxValue,
        int maxAllowedNameLength = int.MaxValue)
    {
        MaxAllowedNodes = AtLeast1(maxAllowedNodes);
        MaxAllowedTokens = AtLeast1(maxAllowedTokens);
        MaxAllowedFields = AtLeast1(maxAllowedFields);
        MaxAllowedRecursionDepth = AtLeast1(maxAllowedRecursionDepth);
        MaxAllowedBytes = AtLeast1(maxAllowedBytes);
        MaxAllowedAliases = AtLeast1(maxAllowedAliases);
        MaxAllowedDirectives = AtLeast1(maxAllowedDirectives);
        MaxAllowedFragments = AtLeast1(maxAllowedFragments);
        MaxAllowedVariables = AtLeast1(maxAllowedVariables);
        MaxAllowedListItems = AtLeast1(maxAllowedListItems);
        MaxAllowedNameLength = AtLeast1(maxAllowedNameLength);
    }

    /// <summary>The limits for documents of clients.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>No limit but the stack: for documents of our own, such as an exported schema.</summary>
    public static ParserOptions Unlimited { get; } = new(
        maxAllowedTokens: int.MaxValue, maxAllowedFields: int.MaxValue, maxAllowedRecursionDepth: int.MaxValue);

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

    /// <summary>
    /// The largest document that is read at all.
    /// Unit: bytes of UTF-8.
    /// Default: <see cref="int.MaxValue"/>, because the transport bounds what comes in.
    /// Range: from 1.
    /// </summary>
    public int MaxAllowedBytes { get; }

    /// <summary>
    /// The most fields with an alias in a document: an alias lets one field be asked for many times over.
    /// Unit: fields as written.
    /// Default: <see cref="int.MaxValue"/>.
    /// Range: from 1.
    /// </summary>
    public int MaxAllowedAliases { get; }

    /// <summary>
    /// The most directives in one place: on one field, fragment, operation or variable.
    /// Unit: directives.
    /// Default: <see cref="int.MaxValue"/>.
    /// Range: from 1.
    /// </summary>
    public int MaxAllowedDirectives { get; }

    /// <summary>
    /// The most fragments in a document.
    /// Unit: fragment definitions, spreads and inline fragments together.
    /// Default: <see cref="int.MaxValue"/>.
    /// Range: from 1.
    /// </summary>
    public int MaxAllowedFragments { get; }

    /// <summary>
    /// The most variables in a document.
    /// Unit: variable definitions of all operations.
    /// Default: <see cref="int.MaxValue"/>.
    /// Range: from 1.
    /// </summary>
    public int MaxAllowedVariables { get; }

    /// <summary>
    /// The most items in one list value, in the document.
    /// Unit: items; those of lists inside count by themselves.
    /// Default: <see cref="int.MaxValue"/>.
    /// Range: from 1.
    /// </summary>
    public int MaxAllowedListItems { get; }

    /// <summary>
    /// The longest name in a document. A name is written once and answered often: an alias in each item of a list, an
    /// operation's name in each error about its variables.
    /// Unit: characters.
    /// Default: <see cref="int.MaxValue"/>.
    /// Range: from 1.
    /// </summary>
    public int MaxAllowedNameLength { get; }

    private static int AtLeast1(int limit, [CallerArgumentExpression(nameof(limit))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit, name);
        return limit;
    }
}
