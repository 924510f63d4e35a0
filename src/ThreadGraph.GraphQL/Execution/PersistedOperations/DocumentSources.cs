using System.Text.Json;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Finds the document that a request means: sent in full, named by its ID, or named by its hash.</summary>
/// <remarks>
/// IDs are those of GraphQL over HTTP, appendix "Persisted Documents"; hashes come in <c>extensions.persistedQuery</c>, as
/// in Apollo's automatic persisted queries: a client sends the hash alone, and where it is not known, hash and document.
/// </remarks>
internal sealed class DocumentSources(PersistedOperationOptions options, TrustedDocuments trusted)
{
    private readonly AutomaticDocuments _automatic = new(options.MaxAutomatic);

    /// <summary>How long the answer to a trusted query may be kept.</summary>
    public TimeSpan CacheLifetime => options.CacheLifetime;

    private bool IsAutomatic => options is { MaxAutomatic: > 0, OnlyTrusted: false };

    /// <summary>Finds the document.</summary>
    /// <exception cref="GraphQLException">It is not known, or must not be executed.</exception>
    public DocumentSource Find(OperationRequest request)
    {
        if (request.DocumentId is { } id)
        {
            return ById(id);
        }

        var hash = HashIn(request.Extensions);
        if (request.Document.IsEmpty && hash is not null)
        {
            return ByHash(hash);
        }

        if (hash is not null && hash != DocumentHash.Of(request.Document.Span))
        {
            throw Refused(
                ErrorCodes.BadUserInput,
                "The document does not have the hash that \"extensions.persistedQuery.sha256Hash\" gives. " +
                "Send the SHA-256 of the document's UTF-8, in hexadecimal.");
        }

        if (options.OnlyTrusted)
        {
            return ByHash(hash ?? DocumentHash.Of(request.Document.Span));
        }

        return new DocumentSource(request.Document, NewHash: IsAutomatic ? hash : null);
    }

    /// <summary>Keeps a document that has proved valid by the hash that it was sent with.</summary>
    public void Keep(DocumentSource source)
    {
        if (source.NewHash is { } hash)
        {
            _automatic.Add(hash, source.Document.Span);
        }
    }

    private DocumentSource ById(string id) => trusted.TryGet(id, out var document)
        ? new DocumentSource(document, IsTrusted: true)
        : throw Refused(
            ErrorCodes.PersistedQueryNotFound,
            "There is no trusted document of this ID. Collect the client's documents anew, or send the document itself.");

    private DocumentSource ByHash(string hash)
    {
        if (trusted.TryGet(hash, out var document))
        {
            return new DocumentSource(document, IsTrusted: true);
        }

        if (_automatic.TryGet(hash, out document))
        {
            return new DocumentSource(document);
        }

        // Clients of Apollo's protocol read these two messages literally.
        throw options.OnlyTrusted ? Refused(
                ErrorCodes.DocumentNotTrusted,
                "Only trusted documents are executed here, and this is none. Send the ID of one as \"documentId\".")
            : IsAutomatic ? Refused(ErrorCodes.PersistedQueryNotFound, "PersistedQueryNotFound")
            : Refused(ErrorCodes.PersistedQueryNotSupported, "PersistedQueryNotSupported");
    }

    private static string? HashIn(JsonElement extensions) =>
        extensions.ValueKind == JsonValueKind.Object
        && extensions.TryGetProperty("persistedQuery", out var query) && query.ValueKind == JsonValueKind.Object
        && query.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String
            ? hash.GetString()!.ToLowerInvariant()
            : null;

    private static GraphQLException Refused(string code, string message) =>
        new(ErrorBuilder.New().SetMessage(message).SetCode(code).Build());
}
