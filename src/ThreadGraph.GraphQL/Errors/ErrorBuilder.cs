using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL;

/// <summary>Builds an <see cref="IError"/> step by step.</summary>
public sealed class ErrorBuilder
{
    private readonly Dictionary<string, object?> _extensions = [];
    private Error _error = new("");

    private ErrorBuilder()
    {
    }

    /// <summary>Starts an error.</summary>
    public static ErrorBuilder New() => new();

    /// <summary>Starts from an existing error.</summary>
    public static ErrorBuilder FromError(IError error)
    {
        var builder = new ErrorBuilder
        {
            _error = new Error(error.Message)
            {
                Code = error.Code,
                Path = error.Path,
                Locations = error.Locations,
                Exception = error.Exception,
            },
        };
        foreach (var (key, value) in error.Extensions)
        {
            builder._extensions[key] = value;
        }

        return builder;
    }

    /// <summary>Sets the sentence for the client's developer.</summary>
    public ErrorBuilder SetMessage(string message) => With(_error with { Message = message });

    /// <summary>Sets the machine-readable code.</summary>
    public ErrorBuilder SetCode(string? code) => With(_error with { Code = code });

    /// <summary>Sets the response position.</summary>
    public ErrorBuilder SetPath(Path? path) => With(_error with { Path = path });

    /// <summary>Sets the places in the document.</summary>
    public ErrorBuilder SetLocations(IReadOnlyList<SourcePosition> locations) =>
        With(_error with { Locations = locations });

    /// <summary>Keeps what was thrown, for logs and filters.</summary>
    public ErrorBuilder SetException(Exception? exception) => With(_error with { Exception = exception });

    /// <summary>Adds a fact to <c>extensions</c>.</summary>
    public ErrorBuilder SetExtension(string key, object? value)
    {
        _extensions[key] = value;
        return this;
    }

    /// <summary>The finished error.</summary>
    /// <exception cref="InvalidOperationException">No message was set.</exception>
    public IError Build() => _error.Message.Length == 0
        ? throw new InvalidOperationException("An error needs a message.")
        : _error with { Extensions = new Dictionary<string, object?>(_extensions) };

    private ErrorBuilder With(Error error)
    {
        _error = error;
        return this;
    }
}
