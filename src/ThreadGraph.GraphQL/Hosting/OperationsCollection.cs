using System.Text;
using ThreadGraph.GraphQL.Execution;
using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;
using ThreadGraph.GraphQL.Validation;

namespace ThreadGraph.GraphQL;

/// <summary>Puts clients' documents into the folder of trusted ones: all of them, or none where one is wrong.</summary>
internal static class OperationsCollection
{
    /// <summary>Collects documents.</summary>
    /// <param name="schema">What they have to fit.</param>
    /// <param name="sources">Manifests and folders.</param>
    /// <param name="folder">Where they are written to, beside those that are there; created where it does not exist.</param>
    /// <returns>How many there are, and every mistake; with a mistake, nothing was written.</returns>
    public static async Task<(int Count, IReadOnlyList<string> Mistakes)> CollectAsync(
        Schema schema, IEnumerable<string> sources, string folder)
    {
        var (documents, mistakes) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<string>());
        foreach (var source in sources)
        {
            try
            {
                foreach (var (id, text) in DocumentManifest.Read(source))
                {
                    Take(id, text, source);
                }
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException)
            {
                mistakes.Add(exception.Message);
            }
        }

        if (mistakes.Count == 0)
        {
            Directory.CreateDirectory(folder);
            foreach (var (name, text) in documents)
            {
                await File.WriteAllTextAsync(System.IO.Path.Combine(folder, name + TrustedDocuments.FileExtension), text);
            }
        }

        return (documents.Count, mistakes);

        void Take(string id, string text, string source)
        {
            var name = TrustedDocuments.FileNameOf(id);
            mistakes.AddRange(Problems(schema, id, name, text).Select(problem => $"{source}: {id}: {problem}"));
            if (!documents.TryAdd(name, text) && documents[name] != text)
            {
                mistakes.Add($"{source}: {id}: There is another document of this ID.");
            }
        }
    }

    private static IEnumerable<string> Problems(Schema schema, string id, string name, string text)
    {
        if (name.Length is 0 or > 200 || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            return [$"\"{id}\" cannot be the name of a file. Use hashes as IDs."];
        }

        try
        {
            var document = Utf8GraphQLParser.Parse(new SourceText(Encoding.UTF8.GetBytes(text)));
            return new DocumentValidator().Validate(schema, document).Select(static error => error.Message);
        }
        catch (SyntaxException exception)
        {
            return [exception.Message];
        }
    }
}
