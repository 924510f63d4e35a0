using System.Text.Json;

namespace ThreadGraph.Access;

/// <summary>Turns a request away before anything of it is read, in the shape that GraphQL clients know.</summary>
internal static class Refusals
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";

    /// <summary>Answers with one error.</summary>
    /// <param name="context">The request.</param>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="message">What the client's developer reads.</param>
    /// <param name="extensions">The error's extensions, its code among them.</param>
    public static Task RefuseAsync(this HttpContext context, int statusCode, string message, object extensions)
    {
        var (request, response) = (context.Request, context.Response);
        response.StatusCode = statusCode;
        response.Headers.CacheControl = "no-store";
        response.ContentType = request.Headers.Accept.ToString().Contains(GraphQLResponse, StringComparison.OrdinalIgnoreCase)
            ? $"{GraphQLResponse}; charset=utf-8"
            : $"{Json}; charset=utf-8";
        return response.WriteAsync(
            JsonSerializer.Serialize(new { errors = new[] { new { message, extensions } } }), context.RequestAborted);
    }
}
