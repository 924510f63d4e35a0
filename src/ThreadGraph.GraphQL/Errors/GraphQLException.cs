namespace ThreadGraph.GraphQL;

/// <summary>Fails a field, or a request, with errors that the client sees as they are.</summary>
public class GraphQLException : Exception
{
    /// <summary>Fails with a message and no code.</summary>
    public GraphQLException(string message) : this(new Error(message))
    {
    }

    /// <summary>Fails with one error.</summary>
    public GraphQLException(IError error) : this([error])
    {
    }

    /// <summary>Fails with several errors.</summary>
    public GraphQLException(IReadOnlyList<IError> errors) : base(errors.Count > 0 ? errors[0].Message : null) =>
        Errors = errors;

    /// <summary>The errors; at least one.</summary>
    public IReadOnlyList<IError> Errors { get; }
}
