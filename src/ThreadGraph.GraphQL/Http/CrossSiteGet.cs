using Microsoft.AspNetCore.Http;

namespace ThreadGraph.GraphQL.Http;

/// <summary>Tells a query by GET that another site's page has made the browser send.</summary>
/// <remarks>
/// <para>
/// What a forged request could do decides how hard to look. Over GET only queries run, and queries change nothing; the
/// answer stays unreadable to the other site, by the same-origin policy, <c>nosniff</c> and its JSON type. What is left
/// is spending the server's effort, and timing it. So plain GETs of programs and curl work without a header (the audit
/// suite of graphql-http sends such), as they do in HotChocolate by default, and
/// <see cref="GraphQLServerOptions.EnforceGetRequestsPreflightHeader"/> is there for hosts with stricter wishes.
/// </para>
/// <para>
/// Browsers however say of themselves where a request comes from (Fetch Metadata). One that another site embeds as an
/// image, script or frame is refused always: nobody has a use for it. A script's own fetch is left to the host's CORS
/// policy, and following a link is the user's own doing.
/// </para>
/// </remarks>
internal static class CrossSiteGet
{
    private const string PreflightHeader = "GraphQL-Preflight";

    /// <summary>Why the query may not run; <see langword="null"/> where it may.</summary>
    public static Refusal? Check(HttpRequest request, GraphQLServerOptions options)
    {
        // A header that no form, link or image can carry: a browser has asked the server (CORS preflight) before.
        if (request.Headers.ContainsKey(PreflightHeader))
        {
            return null;
        }

        if (options.EnforceGetRequestsPreflightHeader)
        {
            return Refusal.GetNeedsPreflight;
        }

        return IsEmbeddedElsewhere(request.Headers) ? Refusal.CrossSiteGet : null;
    }

    private static bool IsEmbeddedElsewhere(IHeaderDictionary headers) =>
        headers["Sec-Fetch-Site"] is ["cross-site" or "same-site"]
        && headers["Sec-Fetch-Mode"] is not ["cors"]
        && headers["Sec-Fetch-Dest"] is not ["document"];
}
