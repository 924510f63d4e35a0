using Microsoft.AspNetCore.Http;
using ThreadGraph.GraphQL.Execution;

namespace ThreadGraph.GraphQL.Http;

/// <summary>Queries by GET, with the parameters in the query string.</summary>
/// <remarks>
/// GraphQL over HTTP, "GET". Mutations are refused with 405: a GET must be safe to repeat and to prefetch.
/// </remarks>
internal sealed class GetTransport(IRequestExecutor executor, GraphQLServerOptions options) : ITransport
{
    public bool IsMine(HttpRequest request) => options.EnableGetRequests && HttpMethods.IsGet(request.Method);

    public Task ServeAsync(HttpContext context)
    {
        if (!AcceptHeader.TryChoose(context.Request.Headers.Accept, out var format))
        {
            return HttpAnswer.RefuseAsync(context, format, Refusal.NotAcceptable);
        }

        var refusal = CrossSiteGet.Check(context.Request, options);
        RequestParameters? parameters = null;
        refusal ??= QueryStringParameters.TryRead(context.Request.Query, options.MaxJsonDepth, out parameters);
        return refusal is null
            ? ExecuteAsync(context, format, parameters!)
            : HttpAnswer.RefuseAsync(context, format, refusal);
    }

    private async Task ExecuteAsync(HttpContext context, ResponseFormat format, RequestParameters parameters)
    {
        using (parameters)
        {
            using var result = await executor.ExecuteAsync(
                parameters.ToRequest(context, queriesOnly: true), context.RequestAborted);
            await HttpAnswer.WriteAsync(context, format, result);
        }
    }
}
