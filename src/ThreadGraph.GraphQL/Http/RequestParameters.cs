using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ThreadGraph.GraphQL.Execution;

namespace ThreadGraph.GraphQL.Http;

/// <summary>The parameters of a well-formed GraphQL request.</summary>
/// <param name="query">The document.</param>
/// <param name="source">Where the document and the JSON elements live; freed on disposal.</param>
/// <param name="other">Where else.</param>
/// <remarks>GraphQL over HTTP, "Request Parameters".</remarks>
internal sealed class RequestParameters(ReadOnlyMemory<byte> query, IDisposable? source, IDisposable? other) : IDisposable
{
    /// <summary>The ID of a document that the server knows.</summary>
    public string? DocumentId { get; init; }

    public string? OperationName { get; init; }

    public JsonElement Variables { get; init; }

    public JsonElement Extensions { get; init; }

    /// <summary>Whether the document was sent in full; else it is named by its ID or hash.</summary>
    public bool HasQuery { get; init; } = true;

    /// <summary>What is wrong with the parameters; <see langword="null"/> where nothing is.</summary>
    public Refusal? Check() =>
        CheckMap("variables", Variables)
        ?? CheckMap("extensions", Extensions)
        ?? (HasQuery && DocumentId is not null ? Refusal.TwoDocuments : null)
        ?? (HasQuery || DocumentId is not null || HasHash ? null : Refusal.MissingQuery);

    private bool HasHash => Extensions.ValueKind == JsonValueKind.Object && Extensions.TryGetProperty("persistedQuery", out _);

    /// <summary>The same, as the executor takes it.</summary>
    public OperationRequest ToRequest(HttpContext context, bool queriesOnly) => new(query)
    {
        DocumentId = DocumentId,
        CostMode = CostHeader.Read(context.Request.Headers),
        OperationName = OperationName,
        Variables = Variables,
        Extensions = Extensions,
        QueriesOnly = queriesOnly,
        Services = context.RequestServices,
    };

    /// <inheritdoc />
    public void Dispose()
    {
        source?.Dispose();
        other?.Dispose();
    }

    private static Refusal? CheckMap(string name, JsonElement value) =>
        value.ValueKind is JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined
            ? null
            : Refusal.WrongType(name, "an object or null", value.ValueKind);
}
