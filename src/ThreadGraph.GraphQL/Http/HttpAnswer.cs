using Microsoft.AspNetCore.Http;
using ThreadGraph.GraphQL.Execution;

namespace ThreadGraph.GraphQL.Http;

/// <summary>Writes GraphQL responses into HTTP responses.</summary>
internal static class HttpAnswer
{
    private const string JsonInUtf8 = MediaTypes.Json + "; charset=utf-8";
    private const string GraphQLResponseInUtf8 = MediaTypes.GraphQLResponse + "; charset=utf-8";

    /// <summary>Turns a request away.</summary>
    public static async Task RefuseAsync(HttpContext context, ResponseFormat format, Refusal refusal)
    {
        if (refusal.Allow is not null)
        {
            context.Response.Headers.Allow = refusal.Allow;
        }

        using var result = OperationResult.FromErrors([refusal.Error]);
        await WriteAsync(context, format, refusal.StatusCode, result);
    }

    /// <summary>Hands over what the executor answered.</summary>
    public static Task WriteAsync(HttpContext context, ResponseFormat format, OperationResult result)
    {
        if (result.Kind == OperationResultKind.OperationNotAllowed)
        {
            context.Response.Headers.Allow = HttpMethods.Post;
        }

        return WriteAsync(context, format, StatusCodeOf(result, format), result);
    }

    /// <summary>The status code of a well-formed request's answer.</summary>
    /// <remarks>
    /// GraphQL over HTTP, "Status Codes". Field errors, and even <c>data: null</c>, are still an answer: 200. Under
    /// <c>application/json</c> request errors are 200 too: old clients take only a 200 to come from a GraphQL server.
    /// </remarks>
    private static int StatusCodeOf(OperationResult result, ResponseFormat format) => result.Kind switch
    {
        OperationResultKind.Executed or OperationResultKind.Validated => StatusCodes.Status200OK,
        OperationResultKind.OperationNotAllowed => StatusCodes.Status405MethodNotAllowed,
        _ when format == ResponseFormat.Json => StatusCodes.Status200OK,
        _ when result.Errors.Any(error => error.Code == ErrorCodes.Internal) =>
            StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status400BadRequest,
    };

    private static async Task WriteAsync(
        HttpContext context, ResponseFormat format, int statusCode, OperationResult result)
    {
        var response = context.Response;
        response.StatusCode = statusCode;
        response.ContentType = format == ResponseFormat.Json ? JsonInUtf8 : GraphQLResponseInUtf8;
        CachePolicy.Apply(context, hasErrors: result.Errors.Count > 0, result.CacheLifetime);

        // With its length known the response needs no chunks; once it has started, what is written stands behind the headers
        // at once and is not copied there.
        response.ContentLength = result.Measure();
        await response.StartAsync(context.RequestAborted);
        result.WriteTo(response.BodyWriter);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
