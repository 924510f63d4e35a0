using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>A request on its way through the executor, as listeners see it; each stage adds what it has found.</summary>
public sealed class RequestContext
{
    internal RequestContext(Schema schema, OperationRequest request)
    {
        Schema = schema;
        Request = request;
    }

    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    /// <summary>What the client asks for.</summary>
    public OperationRequest Request { get; }

    /// <summary>Whether the document was known already, so that it was neither parsed nor validated again.</summary>
    public bool IsCachedDocument { get; internal set; }

    /// <summary>The document, once it has been parsed.</summary>
    public DocumentNode? Document { get; internal set; }

    /// <summary>The operation, once it has been chosen.</summary>
    public OperationDefinitionNode? Operation { get; internal set; }
}
