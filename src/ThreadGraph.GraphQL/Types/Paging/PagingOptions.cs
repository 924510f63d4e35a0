namespace ThreadGraph.GraphQL.Types;

/// <summary>How a connection pages.</summary>
/// <param name="DefaultPageSize">Items on a page when neither <c>first</c> nor <c>last</c> is given.</param>
/// <param name="MaxPageSize">The most items a page may be asked to hold; more is an error.</param>
/// <param name="AllowBackwardPagination">Whether <c>last</c> and <c>before</c> exist.</param>
public sealed record PagingOptions(int DefaultPageSize, int MaxPageSize, bool AllowBackwardPagination);
