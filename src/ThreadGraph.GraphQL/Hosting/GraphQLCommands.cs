using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ThreadGraph.GraphQL;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Types;

namespace Microsoft.Extensions.Hosting;

/// <summary>Commands of a GraphQL server's own command line.</summary>
public static class GraphQLCommands
{
    /// <summary>
    /// Runs the command that <paramref name="args"/> name, or the application where they name none.
    /// <c>schema export [--output FILE]</c> writes the schema in SDL.
    /// <c>operations collect SOURCE… [--output FOLDER]</c> puts the documents of clients into the folder of trusted ones:
    /// from manifests of Relay, graphql-codegen or Apollo, and from folders of <c>.graphql</c> files.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <param name="args">The command line.</param>
    /// <param name="schemaFile">Where the schema is written when no file is named; relative to the current folder.</param>
    /// <returns>The exit code: 0 on success, 1 when the command is not understood or fails.</returns>
    public static async Task<int> RunWithGraphQLCommandsAsync(this WebApplication app, string[] args, string schemaFile)
    {
        if (args is not ["schema" or "operations", ..])
        {
            await app.RunAsync();
            return 0;
        }

        var exitCode = args switch
        {
            ["schema", "export"] => await ExportSchemaAsync(app, schemaFile),
            ["schema", "export", "--output", var file] => await ExportSchemaAsync(app, file),
            ["operations", "collect", .. var sources, "--output", var folder] when sources.Length > 0 =>
                await CollectOperationsAsync(app, sources, folder),
            ["operations", "collect", _, ..] when FolderOf(app) is { } folder =>
                await CollectOperationsAsync(app, args[2..], folder),
            _ => await ExplainAsync(),
        };
        await app.DisposeAsync();
        return exitCode;
    }

    private static async Task<int> ExportSchemaAsync(WebApplication app, string output)
    {
        var file = System.IO.Path.GetFullPath(output);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, SchemaPrinter.Print(SchemaOf(app)));
        Console.WriteLine($"Wrote {file}");
        return 0;
    }

    private static async Task<int> CollectOperationsAsync(WebApplication app, string[] sources, string folder)
    {
        var (count, mistakes) = await OperationsCollection.CollectAsync(SchemaOf(app), sources, folder);
        foreach (var mistake in mistakes)
        {
            await Console.Error.WriteLineAsync(mistake);
        }

        Console.WriteLine(mistakes.Count == 0
            ? $"Collected {count} documents into {System.IO.Path.GetFullPath(folder)}"
            : "Nothing was collected.");
        return mistakes.Count == 0 ? 0 : 1;
    }

    private static async Task<int> ExplainAsync()
    {
        await Console.Error.WriteLineAsync(
            "Usage: schema export [--output FILE]\n" +
            "       operations collect SOURCE... [--output FOLDER]   (without --output, the setting Operations:Folder)");
        return 1;
    }

    private static Schema SchemaOf(WebApplication app) => app.Services.GetRequiredService<Schema>();

    private static string? FolderOf(WebApplication app) =>
        app.Services.GetRequiredService<IOptions<PersistedOperationOptions>>().Value.Folder;
}
