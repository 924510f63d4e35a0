using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using ThreadGraph.Threads;

namespace ThreadGraph.Access;

/// <summary>
/// Finds out who asks, by his bearer token or in Development without one as the demo account, and lets in who has signed in
/// and has not too many requests under way. Nothing of the body has been read by then: parsing is for those who may ask.
/// </summary>
/// <remarks>
/// One middleware decides all of that, once for each request; docs/decisions/0013 says why not the framework's three.
/// </remarks>
internal sealed class AccessMiddleware
{
    private readonly RequestDelegate _next;
    private readonly RecentTokens _tokens;
    private readonly AccountRateLimit _limit;
    private readonly string _accountClaim;
    private readonly string? _demoAccount;

    public AccessMiddleware(
        RequestDelegate next,
        RecentTokens tokens,
        AccountRateLimit limit,
        IOptions<AccessOptions> options,
        IHostEnvironment environment)
    {
        (_next, _tokens, _limit, _accountClaim) = (next, tokens, limit, options.Value.AccountClaim);
        if (environment.IsDevelopment() && AccountName.TryParse(options.Value.DemoAccount, out var demo))
        {
            _demoAccount = demo;
        }
    }

    /// <summary>Fills the request's <see cref="Viewer"/>, where the endpoint asks for one.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<SignInRequired>() is null)
        {
            return _next(context);
        }

        var viewer = context.RequestServices.GetRequiredService<Viewer>();
        var authorization = context.Request.Headers.Authorization;
        if (authorization.Count == 0 && _demoAccount is not null)
        {
            (viewer.AccountId, viewer.IsDemo) = (_demoAccount, true);
            return _next(context);
        }

        if (authorization.Count == 0)
        {
            return AdmitAsync(context, viewer);
        }

        var credentials = authorization.ToString();
        if (_tokens.TryFind(credentials, out var account))
        {
            viewer.AccountId = account;
            return AdmitAsync(context, viewer);
        }

        return AuthenticateAsync(context, viewer, credentials);
    }

    private async Task AuthenticateAsync(HttpContext context, Viewer viewer, string credentials)
    {
        var result = await context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        if (result is { Principal: { } principal, Properties: var properties } && AccountOf(principal) is { } account)
        {
            viewer.AccountId = account;
            _tokens.Keep(credentials, account, properties?.ExpiresUtc);
        }

        await AdmitAsync(context, viewer);
    }

    /// <summary>A token that names several accounts, or something that cannot be one, names none.</summary>
    private string? AccountOf(ClaimsPrincipal user)
    {
        var claims = user.FindAll(_accountClaim).Take(2).ToArray();
        return claims is [{ } claim] && AccountName.TryParse(claim.Value, out var account) ? account : null;
    }

    private async Task AdmitAsync(HttpContext context, Viewer viewer)
    {
        using var lease = _limit.Enter(viewer, context.Connection);
        if (!lease.IsAcquired)
        {
            await _limit.RefuseAsync(context);
        }
        else if (!viewer.IsSignedIn)
        {
            await RefuseAsync(context);
        }
        else
        {
            await _next(context);
        }
    }

    private static Task RefuseAsync(HttpContext context)
    {
        // RFC 6750, 3: the error is for those who tried.
        context.Response.Headers.WWWAuthenticate =
            context.Request.Headers.ContainsKey("Authorization") ? "Bearer error=\"invalid_token\"" : "Bearer";
        var error = Failures.Unauthenticated().Errors[0];
        return context.RefuseAsync(StatusCodes.Status401Unauthorized, error.Message, new { code = error.Code });
    }
}
