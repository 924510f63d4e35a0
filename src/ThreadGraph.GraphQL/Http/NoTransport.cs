using Microsoft.AspNetCore.Http;

namespace ThreadGraph.GraphQL.Http;

/// <summary>The end of the chain: whatever no other transport took comes by a method that is not served.</summary>
internal sealed class NoTransport(GraphQLServerOptions options) : ITransport
{
    private readonly Refusal _refusal = Refusal.MethodNotAllowed(options.EnableGetRequests ? "GET, POST" : "POST");

    public bool IsMine(HttpRequest request) => true;

    public Task ServeAsync(HttpContext context)
    {
        AcceptHeader.TryChoose(context.Request.Headers.Accept, out var format);
        return HttpAnswer.RefuseAsync(context, format, _refusal);
    }
}
