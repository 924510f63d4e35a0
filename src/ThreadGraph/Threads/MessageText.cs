using ThreadGraph.GraphQL.Json;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>A text that goes from the upstream's page into the response as it is.</summary>
/// <param name="Source">The text.</param>
public readonly record struct MessageText(JsonText Source) : IJsonString
{
    /// <summary>A text, if there is one.</summary>
    public static MessageText? Of(JsonText? source) => source is { } text ? new MessageText(text) : null;

    /// <inheritdoc />
    public void WriteTo(JsonBuffer output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteRaw(Source.Json);
    }
}

/// <summary>A 64-bit number that clients get as a string of digits, as not all of them can hold it otherwise.</summary>
/// <param name="Value">The number.</param>
public readonly record struct MessageNumber(long Value) : IJsonString
{
    /// <inheritdoc />
    public void WriteTo(JsonBuffer output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteNumberAsString(Value);
    }
}
