using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ThreadGraph.GraphQL.Execution;

namespace ThreadGraph.GraphQL;

/// <summary>
/// Builds the executor when the server starts: what is wrong with the schema stops the start, after all options have been
/// checked. That goes on beside the start of all else, such as the web server's; the start ends when both are there.
/// </summary>
internal sealed class RequestExecutorWarmup(IServiceProvider services) : IHostedLifecycleService
{
    private Task _executor = Task.CompletedTask;

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _executor = Task.Run(services.GetRequiredService<IRequestExecutor>, cancellationToken);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => _executor;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
