using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ThreadGraph.Hosting;

/// <summary>Whether the start is over: the web server listens some milliseconds before the schema is complete.</summary>
internal sealed class StartedCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStarted.IsCancellationRequested
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The server is still starting."));
}
