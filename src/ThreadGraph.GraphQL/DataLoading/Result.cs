namespace ThreadGraph.GraphQL.DataLoading;

/// <summary>What a data loader found for one key: a value or a failure.</summary>
/// <typeparam name="TValue">The type of the value.</typeparam>
public readonly record struct Result<TValue>
{
    private Result(TValue? value, Exception? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The value; the default where the key failed.</summary>
    public TValue? Value { get; }

    /// <summary>Why the key failed; <see langword="null"/> where it did not.</summary>
    public Exception? Error { get; }

    /// <summary>A key's value.</summary>
    public static Result<TValue> Resolve(TValue value) => new(value, null);

    /// <summary>A key's failure; no other key is touched by it.</summary>
    public static Result<TValue> Reject(Exception error) => new(default, error);
}
