using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using ThreadGraph.Threads;

namespace ThreadGraph.Access;

/// <summary>
/// Who has not signed in is answered with 401 before his document is read: parsing is for those who may ask.
/// </summary>
internal sealed class SignInPolicy : IAuthorizationMiddlewareResultHandler
{
    /// <summary>The policy's name.</summary>
    public const string Name = "signed in";

    /// <summary>Adds the policy to the services.</summary>
    public static void AddTo(IServiceCollection services) => services
        .AddSingleton<IAuthorizationMiddlewareResultHandler, SignInPolicy>()
        .AddAuthorizationBuilder()
        .AddPolicy(Name, static policy => policy.RequireAssertion(
            static context => context.Resource is HttpContext http && ViewerOf(http).IsSignedIn));

    /// <inheritdoc />
    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        // RFC 6750, 3: the error is for those who tried.
        context.Response.Headers.WWWAuthenticate =
            context.Request.Headers.ContainsKey("Authorization") ? "Bearer error=\"invalid_token\"" : "Bearer";
        var error = Failures.Unauthenticated().Errors[0];
        return context.RefuseAsync(StatusCodes.Status401Unauthorized, error.Message, new { code = error.Code });
    }

    private static Viewer ViewerOf(HttpContext context) => context.RequestServices.GetRequiredService<Viewer>();
}
