using Microsoft.AspNetCore.Http;

namespace ThreadGraph.GraphQL.Http;

/// <summary>Says what caches may do with an answer.</summary>
/// <remarks>
/// <para>An answer with errors is kept by nobody: asked again, it may well succeed.</para>
/// <para>
/// Any other answer to a GET belongs to the account that asked, so shared caches are kept out (<c>private</c>) and a
/// browser's own must ask again (<c>no-cache</c>): without a header it would be free to guess a lifetime. A good answer
/// to a POST needs nothing, as no cache keeps one without being told to (RFC 9110, 9.3.3). A policy that the host has
/// already set stays.
/// </para>
/// </remarks>
internal static class CachePolicy
{
    public static void Apply(HttpContext context, bool hasErrors)
    {
        var headers = context.Response.Headers;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            headers.Vary = "Accept";
            headers.XContentTypeOptions = "nosniff";
            headers.CacheControl = headers.CacheControl.Count == 0 ? "private, no-cache" : headers.CacheControl;
        }

        if (hasErrors)
        {
            headers.CacheControl = "no-store";
        }
    }
}
