using Microsoft.Net.Http.Headers;

namespace ThreadGraph.Hosting.Ide;

/// <summary>Serves the IDE's page and its configuration.</summary>
/// <remarks>
/// A browser is told from a GraphQL client as HotChocolate does it: a GET that accepts HTML and carries no operation.
/// The page's own addresses are relative, so it lives at the address with a slash; without one a browser is sent there.
/// </remarks>
internal sealed class IdePageMiddleware(RequestDelegate next, PathString path, string pageFile)
{
    /// <summary>The page may reach this server and nothing else, whatever its scripts would like to.</summary>
    /// <remarks>
    /// Eval: the IDE compiles JSON schemas into functions, and does not start without. Inline styles: it writes its
    /// styles at run time. Blob workers: the editor starts its language services so. What counts is <c>connect-src</c>:
    /// nothing that a script there does can reach another host.
    /// </remarks>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
        "font-src 'self' data:; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; " +
        "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Read by the page before anything else.</summary>
    /// <remarks>
    /// Telemetry goes to a vendor's host unless disabled. The other addresses in the package are used on request alone
    /// (signing in, a tunnel), and Google Analytics only with a tracking ID.
    /// </remarks>
    private const string Configuration =
        """{"title":"ThreadGraph","useBrowserUrlAsEndpoint":true,"useGet":false,"disableTelemetry":true}""";

    private const string Missing =
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>ThreadGraph</title></head>
        <body>
        <h1>The GraphQL IDE is not installed</h1>
        <p>It is fetched when the server is built, and npm was not there. Install Node.js 20 with npm
        (Debian and Ubuntu: <code>apt-get install nodejs npm</code>), build again, and start the server again:</p>
        <pre>dotnet build src/ThreadGraph
        dotnet run --project src/ThreadGraph</pre>
        <p>GraphQL itself works: send a POST to this address, or get the schema at <a href="?sdl">?sdl</a>.</p>
        </body>
        </html>
        """;

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || !request.Path.StartsWithSegments(path, out var rest))
        {
            return next(context);
        }

        return rest.Value switch
        {
            "" when IsForBrowser(request) => RedirectToSlash(context),
            "/" when IsForBrowser(request) => SendPageAsync(context),
            "/bcp-config.json" => SendAsync(context, "application/json; charset=utf-8", Configuration),
            _ => next(context),
        };
    }

    private static bool IsForBrowser(HttpRequest request) =>
        !request.Query.ContainsKey("query")
        && !request.Query.ContainsKey("sdl")
        && request.GetTypedHeaders().Accept.Any(static range => range.Quality != 0 && range.MediaType == "text/html");

    private static Task RedirectToSlash(HttpContext context)
    {
        var request = context.Request;
        context.Response.Headers.Vary = HeaderNames.Accept;
        context.Response.Redirect($"{request.PathBase}{request.Path}/{request.QueryString}");
        return Task.CompletedTask;
    }

    private Task SendPageAsync(HttpContext context)
    {
        var response = context.Response;
        response.Headers.Vary = HeaderNames.Accept;
        if (!File.Exists(pageFile))
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return SendAsync(context, "text/html; charset=utf-8", Missing);
        }

        response.ContentType = "text/html; charset=utf-8";
        AddHeaders(response);
        return response.SendFileAsync(pageFile, context.RequestAborted);
    }

    private static Task SendAsync(HttpContext context, string contentType, string text)
    {
        context.Response.ContentType = contentType;
        AddHeaders(context.Response);
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static void AddHeaders(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-cache";
    }
}
