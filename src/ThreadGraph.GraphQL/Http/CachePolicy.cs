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
/// <para>
/// The answer to a trusted query may be kept for a time that the server sets: still <c>private</c>, and for that account
/// alone, as the key has the credentials in it (<c>Vary</c>).
/// </para>
/// </remarks>
internal static class CachePolicy
{
    public static void Apply(HttpContext context, bool hasErrors, TimeSpan? lifetime)
    {
        var headers = context.Response.Headers;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            var isKept = lifetime > TimeSpan.Zero;
            headers.Vary = isKept ? $"Accept, Authorization, {CostHeader.Name}" : "Accept";
            headers.XContentTypeOptions = "nosniff";
            headers.CacheControl = headers.CacheControl.Count > 0 ? headers.CacheControl
                : isKept ? $"private, max-age={(long)lifetime!.Value.TotalSeconds}"
                : "private, no-cache";
        }

        if (hasErrors)
        {
            headers.CacheControl = "no-store";
        }
    }
}
