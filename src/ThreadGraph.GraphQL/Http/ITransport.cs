using Microsoft.AspNetCore.Http;

namespace ThreadGraph.GraphQL.Http;

/// <summary>One way for a GraphQL request to come in.</summary>
internal interface ITransport
{
    /// <summary>Whether the request came this way. Transports are asked in order; the first one takes it.</summary>
    bool IsMine(HttpRequest request);

    /// <summary>Answers a request that came this way.</summary>
    Task ServeAsync(HttpContext context);
}
