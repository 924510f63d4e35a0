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

    internal GraphQLException DepthExceeded(long actual) =>
        Exceeded("deeper", "levels of selection sets", MaxDepth, actual, nameof(MaxDepth));

    internal GraphQLException FieldsExceeded(long actual) =>
        Exceeded("larger", "fields", MaxFields, actual, nameof(MaxFields));

    /// <param name="more">How the operation differs.</param>
    /// <param name="what">What is counted.</param>
    /// <param name="limit">How many are allowed.</param>
    /// <param name="actual">How many there were when counting stopped.</param>
    /// <param name="setting">What to change.</param>
    private static GraphQLException Exceeded(
        string more, string what, int limit, long actual, string setting) => new(ErrorBuilder.New()
        .SetMessage($"The operation is {more} than the {limit} {what} that are allowed once its fragments are spread. " +
            "Ask for less at once.")
        .SetCode(ErrorCodes.DocumentLimit)
        .SetExtension("limit", limit)
        .SetExtension("actual", actual)
        .SetExtension("setting", setting)
        .Build());
}
