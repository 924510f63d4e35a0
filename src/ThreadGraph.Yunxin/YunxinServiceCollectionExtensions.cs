using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ThreadGraph.Yunxin;
using ThreadGraph.Yunxin.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the upstream client to the services.</summary>
public static class YunxinServiceCollectionExtensions
{
    // New connections now and then, so that a change of the vendor's DNS is noticed.
    private static readonly TimeSpan PooledConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Adds <see cref="IYunxinClient"/>, with its options bound from the section <c>Yunxin</c> and checked at start.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options after the configuration has; leave out if there is nothing to set.</param>
    /// <returns>The builder of the HTTP client underneath, for instance to give it another primary handler.</returns>
    public static IHttpClientBuilder AddYunxinClient(
        this IServiceCollection services, Action<YunxinOptions>? configure = null)
    {
        services.AddOptions<YunxinOptions>().BindConfiguration(YunxinOptions.SectionName).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<YunxinOptions>, YunxinOptionsValidator>());
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<YunxinClient>();
        services.TryAddSingleton<IYunxinClient>(static s => s.GetRequiredService<YunxinClient>());
        services.TryAddSingleton<IYunxinMembershipClient>(static s => s.GetRequiredService<YunxinClient>());
        return services.AddHttpClient(YunxinClient.HttpClientName)
            .UseSocketsHttpHandler(Configure)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // The pooled connections have their own lifetime.
            .RemoveAllLoggers(); // They would write addresses, and with them accounts.
    }

    private static void Configure(SocketsHttpHandler handler, IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<YunxinOptions>>().Value;
        handler.ConnectTimeout = options.ConnectTimeout;
        handler.PooledConnectionLifetime = PooledConnectionLifetime;
        handler.AutomaticDecompression = DecompressionMethods.GZip;
        handler.AllowAutoRedirect = false; // A signature is for one address.
        handler.UseCookies = false;
        handler.UseProxy = false;
        handler.ActivityHeadersPropagator = null; // Its traces would hold addresses; the room has its own.
    }
}
