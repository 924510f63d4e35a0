namespace ThreadGraph.GraphQL.Execution;

/// <summary>How deep fields marked with <see cref="Types.RecursiveAttribute"/> may stand inside one another.</summary>
/// <param name="MaxDepth">Levels of such fields. At least 1.</param>
/// <param name="ErrorCode">The code of the error, in the words of whoever sets the limit.</param>
/// <param name="Setting">The setting that the error names.</param>
public sealed record RecursionLimit(int MaxDepth, string ErrorCode, string Setting)
{
    /// <summary>The error of an operation that goes deeper.</summary>
    internal GraphQLException Exceeded(int actual) => new(LimitError.Create(
        ErrorCode,
        $"The operation goes {actual} levels down a tree, but at most {MaxDepth} are allowed. " +
        "Ask for fewer levels, and go on from the deepest ones in a request of their own.",
        MaxDepth,
        actual,
        Setting));
}
