using System.Text.Json;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>What a client asks for, independent of the transport it came by.</summary>
/// <param name="Document">The document in UTF-8; like the JSON elements, valid only until the answer is there.</param>
public sealed record OperationRequest(ReadOnlyMemory<byte> Document)
{
    /// <summary>The operation to run; <see langword="null"/> where the document has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables: a JSON object, or null or undefined for none.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>The request's <c>extensions</c>: a JSON object, or null or undefined for none.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>
    /// Whether only queries may run, as over GET; anything else ends as
    /// <see cref="OperationResultKind.OperationNotAllowed"/>.
    /// </summary>
    public bool QueriesOnly { get; init; }

    /// <summary>Services of this request: resolvers and data loaders are taken from here.</summary>
    public required IServiceProvider Services { get; init; }
}
