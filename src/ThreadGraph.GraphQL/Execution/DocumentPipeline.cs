using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>From the bytes of a document to one that can be executed: parsed and validated, or known already.</summary>
internal sealed class DocumentPipeline(
    Schema schema,
    ParserOptions parserOptions,
    DocumentValidator validator,
    DocumentCache cache,
    ExecutionDiagnosticEventListener? diagnosticEvents)
{
    /// <summary>The document of a request.</summary>
    /// <param name="utf8">The document, in UTF-8.</param>
    /// <param name="context">What listeners see; <see langword="null"/> where nobody listens.</param>
    /// <exception cref="GraphQLException">The document is not GraphQL, or does not fit the schema.</exception>
    public CachedDocument Get(ReadOnlyMemory<byte> utf8, RequestContext? context)
    {
        if (cache.TryGet(utf8.Span, out var cached))
        {
            context?.IsCachedDocument = true;
            context?.Document = cached.Document;
            return cached;
        }

        var source = utf8.ToArray();
        var document = Parse(source, context);
        context?.Document = document;
        Validate(document, context);
        cached = new CachedDocument(document);
        cache.Add(source, cached);
        return cached;
    }

    private DocumentNode Parse(byte[] source, RequestContext? context)
    {
        using var scope = context is null ? null : diagnosticEvents?.ParseDocument(context);
        try
        {
            return Utf8GraphQLParser.Parse(new SourceText(source), parserOptions);
        }
        catch (SyntaxException exception)
        {
            throw new GraphQLException(SyntaxErrors.ToError(exception));
        }
    }

    private void Validate(DocumentNode document, RequestContext? context)
    {
        using var scope = context is null ? null : diagnosticEvents?.ValidateDocument(context);
        var errors = validator.Validate(schema, document);
        if (errors.Count > 0)
        {
            throw new GraphQLException(errors);
        }
    }
}
