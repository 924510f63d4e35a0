using Microsoft.Extensions.Options;
using ThreadGraph.Sandbox.Threads;

namespace ThreadGraph.Sandbox.Faults;

/// <summary>Sets the rules of the configuration once the host has found its options right.</summary>
internal sealed class ConfiguredFaults(SandboxStore store, IOptions<SandboxOptions> options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var rule in options.Value.Faults)
        {
            store.Faults.Add(rule);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
