using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThreadGraph.Access;
using ThreadGraph.Tests.Support;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Benchmarks;

/// <summary>The server as it is put together for production, but never started, to call its parts.</summary>
internal static class ServerInParts
{
    /// <summary>Puts it together.</summary>
    /// <param name="configure">Gives it an upstream.</param>
    public static Task<WebApplication> CreateAsync(Action<IServiceCollection> configure) => global::Program.CreateAsync(
        ["--environment=Production", .. WrittenUpstream.Settings],
        builder =>
        {
            builder.Logging.ClearProviders();
            configure(builder.Services);
        });

    /// <summary>Puts it together over an upstream whose pages have been read before.</summary>
    public static Task<WebApplication> CreateAsync(WrittenThread thread) => CreateAsync(services =>
    {
        WrittenUpstream.AddTo(services, [thread]);
        var client = services.Last(static s => s.ServiceType == typeof(IYunxinClient)).ImplementationFactory!;
        services.AddSingleton<IYunxinClient>(provider => new ReadPages((IYunxinClient)client(provider)));
    });

    /// <summary>A request's own services, in alice's name.</summary>
    public static AsyncServiceScope CreateRequestScope(this WebApplication server)
    {
        var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Viewer>().AccountId = "alice";
        return scope;
    }
}
