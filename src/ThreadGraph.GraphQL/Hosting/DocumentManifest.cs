using System.Text;
using System.Text.Json;
using ThreadGraph.GraphQL.Execution;

namespace ThreadGraph.GraphQL;

/// <summary>Reads the documents that a client's tools have written down.</summary>
/// <remarks>
/// A JSON object from ID to document, as Relay's compiler (<c>persistConfig</c>) and graphql-codegen
/// (<c>persisted-documents.json</c>) write it; Apollo's manifest, with its list of <c>operations</c>; or a folder of
/// <c>.graphql</c> files, whose IDs are their hashes.
/// </remarks>
internal static class DocumentManifest
{
    /// <summary>Reads a file or folder: for each document its ID and its text.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is none of the known forms.</exception>
    public static IEnumerable<(string Id, string Text)> Read(string source) =>
        Directory.Exists(source) ? ReadFolder(source) : ReadFile(source);

    private static IEnumerable<(string Id, string Text)> ReadFolder(string folder) => Directory
        .EnumerateFiles(folder, "*" + TrustedDocuments.FileExtension, SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllText)
        .Select(static text => (DocumentHash.Of(Encoding.UTF8.GetBytes(text)), text));

    private static List<(string Id, string Text)> ReadFile(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("operations", out var operations)
                && operations.ValueKind == JsonValueKind.Array
                    ? [.. operations.EnumerateArray().Select(static o => (TextOf(o.GetProperty("id")), TextOf(o.GetProperty("body"))))]
                    : [.. root.EnumerateObject().Select(static p => (p.Name, TextOf(p.Value)))];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException(
                $"{file} is no manifest: expected a JSON object from IDs to documents, or Apollo's list of \"operations\".");
        }
    }

    private static string TextOf(JsonElement value) =>
        value.GetString() ?? throw new InvalidOperationException("A document is null.");
}
