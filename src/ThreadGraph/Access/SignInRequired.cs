namespace ThreadGraph.Access;

/// <summary>Marks the endpoints that are for those who have signed in; <see cref="AccessMiddleware"/> sees to it.</summary>
internal sealed class SignInRequired
{
    public static readonly SignInRequired Instance = new();
}

/// <summary>Puts access in its place in the pipeline.</summary>
internal static class SignInExtensions
{
    // What the framework's own middleware leaves behind, so that WebApplication does not add it unasked.
    private const string IsAuthenticationInPlace = "__AuthenticationMiddlewareSet";

    /// <summary>Looks at who asks, from here on.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app)
    {
        app.Properties[IsAuthenticationInPlace] = true;
        return app.UseMiddleware<AccessMiddleware>();
    }

    /// <summary>Lets in who has signed in, and of each account so many requests at once.</summary>
    public static TBuilder RequireSignIn<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(SignInRequired.Instance);
}
