using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL;

/// <summary>An error of a request or of a field. Spec: Response, "Errors".</summary>
public interface IError
{
    /// <summary>What went wrong and what to do, for the client's developer.</summary>
    string Message { get; }

    /// <summary>The machine-readable code, written as <c>extensions.code</c>.</summary>
    string? Code { get; }

    /// <summary>The response position of the field that failed; <see langword="null"/> for request errors.</summary>
    Path? Path { get; }

    /// <summary>Where in the document the error belongs; empty where it belongs nowhere.</summary>
    IReadOnlyList<SourcePosition> Locations { get; }

    /// <summary>Further facts for <c>extensions</c>, the code excluded; values are strings, booleans or numbers.</summary>
    IReadOnlyDictionary<string, object?> Extensions { get; }

    /// <summary>What was thrown; for logs and filters, never written to a response.</summary>
    Exception? Exception { get; }
}

/// <summary>An immutable <see cref="IError"/>; <see cref="ErrorBuilder"/> makes it.</summary>
public sealed record Error : IError
{
    /// <summary>An error with a message alone.</summary>
    public Error(string message) => Message = message;

    /// <inheritdoc />
    public string Message { get; init; }

    /// <inheritdoc />
    public string? Code { get; init; }

    /// <inheritdoc />
    public Path? Path { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<SourcePosition> Locations { get; init; } = [];

    /// <inheritdoc />
    public IReadOnlyDictionary<string, object?> Extensions { get; init; } = new Dictionary<string, object?>();

    /// <inheritdoc />
    public Exception? Exception { get; init; }
}
