using System.Text;
using Microsoft.AspNetCore.Http;

namespace ThreadGraph.GraphQL.Http;

/// <summary>The schema as SDL: <c>GET …?sdl</c>.</summary>
internal sealed class SchemaTransport(Func<string> printSchema, GraphQLServerOptions options) : ITransport
{
    private readonly Lazy<byte[]> _sdl = new(() => Encoding.UTF8.GetBytes(printSchema()));

    public bool IsMine(HttpRequest request) =>
        options.EnableSchemaRequests && HttpMethods.IsGet(request.Method) && request.Query.ContainsKey("sdl");

    public async Task ServeAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = MediaTypes.GraphQL;
        response.ContentLength = _sdl.Value.Length;
        response.Headers.ContentDisposition = "attachment; filename=\"schema.graphql\"";
        // It changes with every deployment, and nothing in the address tells.
        response.Headers.CacheControl = "no-cache";
        await response.BodyWriter.WriteAsync(_sdl.Value, context.RequestAborted);
    }
}
