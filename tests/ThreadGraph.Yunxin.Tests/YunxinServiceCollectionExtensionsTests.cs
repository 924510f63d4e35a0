using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ThreadGraph.Yunxin.Tests;

public class YunxinServiceCollectionExtensionsTests
{
    [Fact]
    public void Http_handler_brings_no_surprises()
    {
        using var services = Services();

        var handler = Innermost(
            services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("ThreadGraph.Yunxin"));

        handler.ConnectTimeout.ShouldBe(TimeSpan.FromSeconds(1.5));
        handler.PooledConnectionLifetime.ShouldBe(TimeSpan.FromMinutes(2));
        handler.MaxConnectionsPerServer.ShouldBe(int.MaxValue, "the budget bounds the calls under way");
        handler.AutomaticDecompression.ShouldBe(DecompressionMethods.GZip);
        handler.AllowAutoRedirect.ShouldBeFalse();
        handler.UseCookies.ShouldBeFalse();
        handler.UseProxy.ShouldBeFalse();
        handler.ActivityHeadersPropagator.ShouldBeNull("neither headers nor traces with addresses");
    }

    [Fact]
    public void Client_is_one_for_the_whole_process()
    {
        using var services = Services();

        services.GetRequiredService<IYunxinClient>().ShouldBeSameAs(services.GetRequiredService<IYunxinClient>());
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddYunxinClient(options =>
        {
            options.AppKey = "demo-key";
            options.AppSecret = "demo-secret";
            options.ConnectTimeout = TimeSpan.FromSeconds(1.5);
        });
        return services.BuildServiceProvider();
    }

    private static SocketsHttpHandler Innermost(HttpMessageHandler handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        return handler.ShouldBeOfType<SocketsHttpHandler>();
    }
}
