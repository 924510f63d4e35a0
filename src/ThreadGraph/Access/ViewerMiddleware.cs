using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace ThreadGraph.Access;

/// <summary>Finds out who asks: the bearer token's account, or in Development without a token the demo account.</summary>
internal sealed class ViewerMiddleware(RequestDelegate next, IOptions<AccessOptions> options, IHostEnvironment environment)
{
    /// <summary>Fills the request's <see cref="Viewer"/>.</summary>
    public Task InvokeAsync(HttpContext context, Viewer viewer)
    {
        if (AccountOf(context.User) is { } account)
        {
            viewer.AccountId = account;
        }
        else if (environment.IsDevelopment()
            && !context.Request.Headers.ContainsKey("Authorization")
            && AccountName.TryParse(options.Value.DemoAccount, out var demo))
        {
            (viewer.AccountId, viewer.IsDemo) = (demo, true);
        }

        return next(context);
    }

    /// <summary>A token that names several accounts, or something that cannot be one, names none.</summary>
    private string? AccountOf(ClaimsPrincipal user)
    {
        var claims = user.FindAll(options.Value.AccountClaim).Take(2).ToArray();
        return claims is [{ } claim] && AccountName.TryParse(claim.Value, out var account) ? account : null;
    }
}
