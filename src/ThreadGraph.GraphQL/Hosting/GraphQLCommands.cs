using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Types;

namespace Microsoft.Extensions.Hosting;

/// <summary>Commands of a GraphQL server's own command line.</summary>
public static class GraphQLCommands
{
    /// <summary>
    /// Runs the command that <paramref name="args"/> name, or the application where they name none:
    /// <c>schema export [--output FILE]</c> writes the schema in SDL.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <param name="args">The command line.</param>
    /// <param name="schemaFile">Where the schema is written when no file is named; relative to the current folder.</param>
    /// <returns>The exit code: 0 on success, 1 when the command is not understood.</returns>
    public static async Task<int> RunWithGraphQLCommandsAsync(this WebApplication app, string[] args, string schemaFile)
    {
        if (args is not ["schema", ..])
        {
            await app.RunAsync();
            return 0;
        }

        if (args is not (["schema", "export"] or ["schema", "export", "--output", _]))
        {
            await Console.Error.WriteLineAsync("Usage: schema export [--output FILE]");
            return 1;
        }

        var file = Path.GetFullPath(args is [.., "--output", var named] ? named : schemaFile);
        var schema = app.Services.GetRequiredService<IRequestExecutor>().Schema;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, SchemaPrinter.Print(schema));
        Console.WriteLine($"Wrote {file}");
        await app.DisposeAsync();
        return 0;
    }
}
