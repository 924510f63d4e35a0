using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>An argument's value that cannot be used: the error of the field, told where the value stands.</summary>
/// <param name="error">The error, still without locations.</param>
/// <param name="literal">The value, or the part of it that does not fit; none where no value is given.</param>
internal sealed class ArgumentCoercionException(IError error, IValueNode? literal) : GraphQLException(error)
{
    /// <summary>The value, or the part of it that does not fit; none where no value is given.</summary>
    public IValueNode? Literal => literal;
}
