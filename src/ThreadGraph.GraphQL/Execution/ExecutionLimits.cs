namespace ThreadGraph.GraphQL.Execution;

/// <summary>How large an operation may be once its fragments are spread.</summary>
public sealed record ExecutionLimits
{
    /// <summary>What a walk over the plan can go down without coming near the end of a thread's stack.</summary>
    private const int LargestDepth = 200;

    /// <summary>Levels of selection sets, fragments spread. Default 100; 1 to 200.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside of that range.</exception>
    public int MaxDepth
    {
        get;
        init => field = value is >= 1 and <= LargestDepth
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"MaxDepth is 1 to {LargestDepth}.");
    } = 100;

    /// <summary>
    /// Fields of the operation, fragments spread and abstract types counted per object type. Default 20,000; at least 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MaxFields
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxFields is at least 1.");
    } = 20_000;

    /// <summary>
    /// How often one response name may be selected at one place, fragments spread: each selection is merged with the
    /// others, at a price, and adds nothing. Default <see cref="int.MaxValue"/>; at least 1.
    /// </summary>
    public int MaxFieldRepeats { get; init; } = int.MaxValue;

    /// <summary>
    /// The most items in one list of the variables. Default <see cref="int.MaxValue"/>; at least 1. Lists in the document
    /// have <see cref="Language.ParserOptions.MaxAllowedListItems"/>.
    /// </summary>
    public int MaxAllowedListItems { get; init; } = int.MaxValue;

    /// <summary>The largest variables of a request, as JSON. Unit: bytes of UTF-8. Default <see cref="int.MaxValue"/>.</summary>
    public int MaxVariablesBytes { get; init; } = int.MaxValue;

    /// <summary>
    /// How deep fields marked with <see cref="Types.RecursiveAttribute"/> may stand inside one another;
    /// <see langword="null"/>, the default, for no limit but <see cref="MaxDepth"/>.
    /// </summary>
    public RecursionLimit? Recursion { get; init; }

    internal GraphQLException DepthExceeded(long actual) => Exceeded(
        $"The operation is deeper than the {MaxDepth} levels of selection sets that are allowed once its fragments are " +
        "spread. Ask for less at once.",
        MaxDepth,
        actual,
        nameof(MaxDepth));

    internal GraphQLException FieldsExceeded(long actual) => Exceeded(
        $"The operation is larger than the {MaxFields} fields that are allowed once its fragments are spread. " +
        "Ask for less at once.",
        MaxFields,
        actual,
        nameof(MaxFields));

    internal GraphQLException RepeatsExceeded(string responseName, long actual) => Exceeded(
        $"\"{responseName}\" is selected {actual} times at one place, but at most {MaxFieldRepeats} are allowed. " +
        "Select it once.",
        MaxFieldRepeats,
        actual,
        nameof(MaxFieldRepeats));

    internal GraphQLException ListItemsExceeded(string place, long actual) => Exceeded(
        $"The list at \"{place}\" has {actual} items, but at most {MaxAllowedListItems} are allowed. " +
        "Send it in several requests.",
        MaxAllowedListItems,
        actual,
        nameof(MaxAllowedListItems));

    internal GraphQLException VariablesExceeded(long actual) => Exceeded(
        $"The variables have {actual} bytes, but at most {MaxVariablesBytes} are allowed. Ask for less in one request.",
        MaxVariablesBytes,
        actual,
        nameof(MaxVariablesBytes));

    private static GraphQLException Exceeded(string message, long limit, long actual, string setting) =>
        new(LimitError.Create(ErrorCodes.DocumentLimit, message, limit, actual, setting));
}
