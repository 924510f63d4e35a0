using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ThreadGraph.GraphQL.Execution;

namespace ThreadGraph.GraphQL;

/// <summary>
/// Builds the executor when the server starts: what is wrong with the schema stops the start, after all options have been
/// checked, and no request waits for it.
/// </summary>
internal sealed class RequestExecutorWarmup(IServiceProvider services) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<IRequestExecutor>();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
