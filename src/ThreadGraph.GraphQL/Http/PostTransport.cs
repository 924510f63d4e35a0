using Microsoft.AspNetCore.Http;
using ThreadGraph.GraphQL.Execution;

namespace ThreadGraph.GraphQL.Http;

/// <summary>Operations by POST, with the parameters in a JSON body.</summary>
/// <remarks>GraphQL over HTTP, "POST".</remarks>
internal sealed class PostTransport(IRequestExecutor executor, GraphQLServerOptions options) : ITransport
{
    public bool IsMine(HttpRequest request) => HttpMethods.IsPost(request.Method);

    public Task ServeAsync(HttpContext context)
    {
        if (!AcceptHeader.TryChoose(context.Request.Headers.Accept, out var format))
        {
            return HttpAnswer.RefuseAsync(context, format, Refusal.NotAcceptable);
        }

        return ContentTypeHeader.Check(context.Request) is { } unsupported
            ? HttpAnswer.RefuseAsync(context, format, unsupported)
            : ReadAndExecuteAsync(context, format);
    }

    private async Task ReadAndExecuteAsync(HttpContext context, ResponseFormat format)
    {
        using var body = await ReadAsync(context, format);
        if (body is null)
        {
            return;
        }

        if (BodyParameters.TryRead(body.Bytes, options.MaxJsonDepth, out var parameters) is { } refusal)
        {
            await HttpAnswer.RefuseAsync(context, format, refusal);
            return;
        }

        using (parameters)
        {
            using var result = await executor.ExecuteAsync(
                parameters!.ToRequest(context, queriesOnly: false), context.RequestAborted);
            await HttpAnswer.WriteAsync(context, format, result);
        }
    }

    /// <summary>Reads the body, or turns the request away and returns <see langword="null"/>.</summary>
    private async ValueTask<PooledBytes?> ReadAsync(HttpContext context, ResponseFormat format)
    {
        Refusal refusal;
        try
        {
            var (body, length) = await RequestBody.ReadAsync(
                context.Request, options.MaxRequestBodyBytes, context.RequestAborted);
            if (body is not null)
            {
                return body;
            }

            refusal = Refusal.TooLarge(options.MaxRequestBodyBytes, length);
        }
        catch (BadHttpRequestException exception)
        {
            // The server's own limits: its largest body, its slowest client, a body shorter than announced.
            refusal = Refusal.UnreadableBody with { StatusCode = exception.StatusCode };
        }

        await HttpAnswer.RefuseAsync(context, format, refusal);
        return null;
    }
}
