using Microsoft.AspNetCore.Cors.Infrastructure;

namespace ThreadGraph.Hosting;

/// <summary>Which other sites' pages may ask. Configuration section <c>Cors</c>.</summary>
internal sealed class CorsSettings
{
    /// <summary>
    /// The origins, such as <c>https://app.example</c>; <c>*</c> stands for any, which is safe as far as only a token, which
    /// no browser adds by itself, opens anything. Default: none.
    /// </summary>
    public IList<string> Origins { get; init; } = [];

    /// <summary>
    /// How long a browser may remember the answer.
    /// Unit: time. Default: 10 minutes.
    /// </summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Adds the policy that the settings make.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddCors();
        services.AddOptions<CorsSettings>().BindConfiguration("Cors")
            .Validate(
                static settings => settings.Origins.All(IsOrigin),
                "Cors:Origins must hold origins such as \"https://app.example\", without a path, or \"*\".")
            .ValidateOnStart();
        services.AddOptions<CorsOptions>().Configure<Microsoft.Extensions.Options.IOptions<CorsSettings>>(
            static (cors, settings) => cors.AddDefaultPolicy(policy => policy
                .WithOrigins([.. settings.Value.Origins])
                .WithMethods(HttpMethods.Get, HttpMethods.Post)
                .WithHeaders("Authorization", "Content-Type", "GraphQL-Preflight", "GraphQL-Cost")
                .WithExposedHeaders("Retry-After")
                .SetPreflightMaxAge(settings.Value.MaxAge)));
    }

    private static bool IsOrigin(string text) => text == "*"
        || (Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.GetLeftPart(UriPartial.Authority) == text);
}

/// <summary>Puts CORS in its place in the pipeline.</summary>
internal static class CorsExtensions
{
    /// <summary>Tells browsers which pages may ask. Only they send an origin; nobody else's request goes that way.</summary>
    public static IApplicationBuilder UseCorsSettings(this IApplicationBuilder app) => app.UseWhen(
        static context => context.Request.Headers.Origin.Count > 0, static pages => pages.UseCors());
}
