using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ThreadGraph.GraphQL.Http;

/// <summary>Tells whether the body of a POST is in a form that is read here: JSON in UTF-8, as it is.</summary>
/// <remarks>
/// This is also what keeps other sites' pages out: a browser sends forms and plain text anywhere unasked, but asks the
/// server (CORS preflight) before it sends <c>application/json</c> across sites.
/// </remarks>
internal static class ContentTypeHeader
{
    /// <summary>What is wrong with the body's form; <see langword="null"/> where nothing is.</summary>
    public static Refusal? Check(HttpRequest request)
    {
        if (!IsJsonInUtf8(request.ContentType))
        {
            return Refusal.UnsupportedContentType;
        }

        return IsPlain(request.Headers.ContentEncoding.ToString()) ? null : Refusal.UnsupportedContentEncoding;
    }

    private static bool IsJsonInUtf8(string? contentType)
    {
        if (contentType is MediaTypes.Json or MediaTypes.Json + "; charset=utf-8")
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(contentType, out var parsed)
            && parsed.MediaType.Equals(MediaTypes.Json, StringComparison.OrdinalIgnoreCase)
            && (!parsed.Charset.HasValue || IsUtf8(parsed.Charset.AsSpan()));
    }

    private static bool IsUtf8(ReadOnlySpan<char> charset) =>
        charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static bool IsPlain(string contentEncoding) =>
        contentEncoding.Length == 0 || contentEncoding.Equals("identity", StringComparison.OrdinalIgnoreCase);
}
