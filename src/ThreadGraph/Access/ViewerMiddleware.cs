using Microsoft.Extensions.Options;

namespace ThreadGraph.Access;

/// <summary>Finds out who asks: the bearer token's account, or in Development without a token the demo account.</summary>
internal sealed class ViewerMiddleware(RequestDelegate next, IOptions<AccessOptions> options, IHostEnvironment environment)
{
    /// <summary>Fills the request's <see cref="Viewer"/>.</summary>
    public Task InvokeAsync(HttpContext context, Viewer viewer)
    {
        if (context.User.FindFirst(options.Value.AccountClaim)?.Value is { Length: > 0 } account)
        {
            viewer.AccountId = account;
        }
        else if (environment.IsDevelopment() && !context.Request.Headers.ContainsKey("Authorization"))
        {
            viewer.AccountId = options.Value.DemoAccount;
        }

        return next(context);
    }
}
