namespace ThreadGraph.GraphQL;

/// <summary>Fails a field, or a request, with errors that the client sees as they are.</summary>
public class GraphQLException : Exception
{
    /// <summary>Fails with a message and no code.</summary>
    public GraphQLException(string message) : this(ErrorBuilder.New().SetMessage(message).Build())
    {
    }

    /// <summary>Fails with one error.</summary>
    public GraphQLException(IError error) : this([error])
    {
    }

    /// <summary>Fails with several errors.</summary>
    /// <exception cref="ArgumentException">There is no error among them.</exception>
    public GraphQLException(IReadOnlyList<IError> errors) : base(FirstOf(errors).Message) => Errors = errors;

    /// <summary>The errors; at least one.</summary>
    public IReadOnlyList<IError> Errors { get; }

    private static IError FirstOf(IReadOnlyList<IError> errors) =>
        errors.Count > 0 ? errors[0] : throw new ArgumentException("At least one error is needed.", nameof(errors));
}
