using System.Text.Json;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>What a client asks for, independent of the transport it came by.</summary>
/// <param name="Document">
/// The document in UTF-8; like the JSON elements, valid only until the answer is there. Empty where only its ID or hash was
/// sent.
/// </param>
public sealed record OperationRequest(ReadOnlyMemory<byte> Document)
{
    /// <summary>The ID of a trusted document; <see langword="null"/> where the document itself, or its hash, was sent.</summary>
    public string? DocumentId { get; init; }

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

    /// <summary>What is done with the operation's cost, where the server works it out.</summary>
    public CostAnalyzerMode CostMode { get; init; }

    /// <summary>Services of this request: resolvers and data loaders are taken from here.</summary>
    public required IServiceProvider Services { get; init; }
}
