namespace ThreadGraph.GraphQL.Types.Pagination;

/// <summary>The checked arguments of a connection field: exactly one of <c>First</c> and <c>Last</c> is set.</summary>
/// <param name="First">Items wanted from the front, 0 to the maximum.</param>
/// <param name="After">Start behind this cursor.</param>
/// <param name="Last">Items wanted from the back, 0 to the maximum.</param>
/// <param name="Before">End in front of this cursor.</param>
public readonly record struct PagingArguments(
    int? First = null, string? After = null, int? Last = null, string? Before = null)
{
    /// <summary>Checks what a client sent and fills in the default page size.</summary>
    /// <exception cref="GraphQLException">The arguments contradict one another or pass the limit.</exception>
    internal static PagingArguments Create(int? first, string? after, int? last, string? before, PagingOptions options)
    {
        if (first is not null && last is not null)
        {
            throw BadInput("Give either \"first\" or \"last\", not both: a page is counted from one end.", "last");
        }

        Check("first", first, options);
        Check("last", last, options);
        return first is null && last is null
            ? before is not null && after is null
                ? new PagingArguments(null, after, options.DefaultPageSize, before)
                : new PagingArguments(options.DefaultPageSize, after, null, before)
            : new PagingArguments(first, after, last, before);
    }

    private static void Check(string argument, int? value, PagingOptions options)
    {
        if (value < 0)
        {
            throw BadInput($"\"{argument}\" must not be negative, but is {value}.", argument);
        }

        if (value > options.MaxPageSize)
        {
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage($"\"{argument}\" is {value}, but a page holds at most {options.MaxPageSize} items. " +
                    "Ask for fewer and go on with the cursor.")
                .SetCode(ErrorCodes.PageSizeLimit)
                .SetExtension("argument", argument)
                .SetExtension("limit", options.MaxPageSize)
                .SetExtension("actual", value)
                .Build());
        }
    }

    private static GraphQLException BadInput(string message, string argument) => new(ErrorBuilder.New()
        .SetMessage(message)
        .SetCode(ErrorCodes.BadUserInput)
        .SetExtension("argument", argument)
        .Build());
}
