using System.ComponentModel.DataAnnotations;
using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.Hosting;

/// <summary>How large the documents and variables of clients may be. Configuration section <c>GraphQL:Limits</c>.</summary>
/// <remarks>The names are those of the engine's limits, which errors give as <c>setting</c>.</remarks>
internal sealed class GraphQLLimits
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "GraphQL:Limits";

    /// <summary>The code of an operation that nests `replies` too deep.</summary>
    private const string ReplyDepthLimit = "REPLY_DEPTH_LIMIT";

    /// <summary>The largest document. Unit: bytes of UTF-8. Default: 131,072. Range: 1,000 to 10,000,000.</summary>
    [Range(1_000, 10_000_000)]
    public int MaxAllowedBytes { get; set; } = 131_072;

    /// <summary>The most tokens of a document. Unit: tokens. Default: 15,000. Range: 100 to 1,000,000.</summary>
    [Range(100, 1_000_000)]
    public int MaxAllowedTokens { get; set; } = 15_000;

    /// <summary>The most fields of a document. Unit: fields as written. Default: 2,048. Range: 10 to 100,000.</summary>
    [Range(10, 100_000)]
    public int MaxAllowedFields { get; set; } = 2_048;

    /// <summary>How deep a document may be nested. Unit: levels. Default: 200. Range: 10 to 200.</summary>
    [Range(10, 200)]
    public int MaxAllowedRecursionDepth { get; set; } = 200;

    /// <summary>The most aliases of a document. Unit: fields as written. Default: 100. Range: 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int MaxAllowedAliases { get; set; } = 100;

    /// <summary>The most directives in one place. Unit: directives. Default: 4. Range: 1 to 100.</summary>
    [Range(1, 100)]
    public int MaxAllowedDirectives { get; set; } = 4;

    /// <summary>The most fragments. Unit: definitions, spreads and inline ones. Default: 200. Range: 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int MaxAllowedFragments { get; set; } = 200;

    /// <summary>The most variables of a document. Unit: definitions. Default: 50. Range: 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int MaxAllowedVariables { get; set; } = 50;

    /// <summary>The most items of one list, in document or variables. Unit: items. Default: 100. Range: 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int MaxAllowedListItems { get; set; } = 100;

    /// <summary>The longest name in a document. Unit: characters. Default: 256. Range: 50 to 10,000.</summary>
    [Range(50, 10_000)]
    public int MaxAllowedNameLength { get; set; } = 256;

    /// <summary>The largest variables. Unit: bytes of JSON. Default: 131,072. Range: 1,000 to 10,000,000.</summary>
    [Range(1_000, 10_000_000)]
    public int MaxVariablesBytes { get; set; } = 131_072;

    /// <summary>Levels of selection sets, fragments spread. Unit: levels. Default: 100. Range: 10 to 200.</summary>
    [Range(10, 200)]
    public int MaxDepth { get; set; } = 100;

    /// <summary>Fields of an operation, fragments spread. Unit: fields. Default: 10,000. Range: 100 to 1,000,000.</summary>
    [Range(100, 1_000_000)]
    public int MaxFields { get; set; } = 10_000;

    /// <summary>How often one field may be selected at one place. Unit: times. Default: 100. Range: 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int MaxFieldRepeats { get; set; } = 100;

    /// <summary>How deep `replies` may be nested. Unit: levels. Default: 16. Range: 1 to 50.</summary>
    [Range(1, 50)]
    public int MaxReplyDepth { get; set; } = 16;

    /// <summary>What the parser is told.</summary>
    public ParserOptions ToParserOptions() => new(
        maxAllowedTokens: MaxAllowedTokens,
        maxAllowedFields: MaxAllowedFields,
        maxAllowedRecursionDepth: MaxAllowedRecursionDepth,
        maxAllowedBytes: MaxAllowedBytes,
        maxAllowedAliases: MaxAllowedAliases,
        maxAllowedDirectives: MaxAllowedDirectives,
        maxAllowedFragments: MaxAllowedFragments,
        maxAllowedVariables: MaxAllowedVariables,
        maxAllowedListItems: MaxAllowedListItems,
        maxAllowedNameLength: MaxAllowedNameLength);

    /// <summary>What the executor is told.</summary>
    public ExecutionLimits ToExecutionLimits() => new()
    {
        MaxDepth = MaxDepth,
        MaxFields = MaxFields,
        MaxFieldRepeats = MaxFieldRepeats,
        MaxAllowedListItems = MaxAllowedListItems,
        MaxVariablesBytes = MaxVariablesBytes,
        Recursion = new RecursionLimit(MaxReplyDepth, ReplyDepthLimit, nameof(MaxReplyDepth)),
    };
}
