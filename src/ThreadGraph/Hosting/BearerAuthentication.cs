using Microsoft.AspNetCore.Authentication;

namespace ThreadGraph.Hosting;

/// <summary>Sign-in by bearer tokens alone.</summary>
internal static class BearerAuthentication
{
    /// <summary>Adds the scheme <c>Bearer</c>, which is configured by <c>Authentication:Schemes:Bearer</c>.</summary>
    /// <remarks>
    /// Not by <c>AddAuthentication</c>: that brings data protection for cookies, of which there are none here. At every start
    /// it would read its keys from the home directory, or write some there.
    /// </remarks>
    public static IServiceCollection AddBearerAuthentication(this IServiceCollection services)
    {
        services.AddAuthenticationCore().AddWebEncoders();
        services.AddSingleton<IAuthenticationConfigurationProvider, Settings>();
        new AuthenticationBuilder(services).AddJwtBearer();
        return services;
    }

    private sealed class Settings(IConfiguration configuration) : IAuthenticationConfigurationProvider
    {
        public IConfiguration AuthenticationConfiguration => configuration.GetSection("Authentication");
    }
}
