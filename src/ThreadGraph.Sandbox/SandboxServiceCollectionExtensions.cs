using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ThreadGraph.Sandbox.Demo;
using ThreadGraph.Sandbox.Faults;
using ThreadGraph.Sandbox.Threads;
using ThreadGraph.Sandbox.Upstream;

namespace ThreadGraph.Sandbox;

/// <summary>Registers the sandbox with a host.</summary>
public static class SandboxServiceCollectionExtensions
{
    /// <summary>Adds one store with the demo threads, and the endpoints' services over it.</summary>
    /// <param name="services">The host's services; a registered <see cref="TimeProvider"/> is used.</param>
    /// <param name="section">
    /// The section <c>Sandbox</c>, bound to <see cref="SandboxOptions"/>, validated at start.
    /// </param>
    public static IServiceCollection AddSandbox(this IServiceCollection services, IConfiguration section)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SandboxOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SandboxOptions>, SandboxOptionsValidator>();
        services.TryAddSingleton(provider => DemoData.CreateStore(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new SandboxUpstream(
            provider.GetRequiredService<SandboxStore>(),
            provider.GetRequiredService<IOptions<SandboxOptions>>().Value));
        services.AddHostedService<ConfiguredFaults>();
        return services;
    }
}
