using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Keeps a server from starting whose folder of trusted documents is not there; commands run without it.</summary>
internal sealed class TrustedFolderCheck(IOptions<PersistedOperationOptions> options) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) =>
        options.Value.Folder is { } folder && !Directory.Exists(folder)
            ? throw new DirectoryNotFoundException(
                $"The folder of trusted documents \"{folder}\" is not there. Make it with \"operations collect\", or leave " +
                $"out the setting \"{nameof(PersistedOperationOptions.Folder)}\".")
            : Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
