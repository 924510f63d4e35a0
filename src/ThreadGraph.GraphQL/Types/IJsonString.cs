using ThreadGraph.GraphQL.Json;

namespace ThreadGraph.GraphQL.Types;

/// <summary>
/// What a field of a built-in or custom scalar may return in place of the scalar's own .NET type, where it can write itself
/// as a JSON string: text that is UTF-8 already need not become a .NET string first.
/// </summary>
/// <remarks>The field's GraphQL type comes from <see cref="GraphQLTypeAttribute{T}"/>.</remarks>
public interface IJsonString
{
    /// <summary>Writes the value as a JSON string, with its quotes.</summary>
    void WriteTo(JsonBuffer output);
}
