namespace ThreadGraph.GraphQL.Tests.Execution.PersistedOperations;

/// <summary>A folder that lives as long as a test.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("threadgraph-");

    public string Path => _directory.FullName;

    /// <summary>The names of the files in it, in order.</summary>
    public IEnumerable<string> Files => _directory.EnumerateFiles().Select(static file => file.Name).Order(StringComparer.Ordinal);

    /// <summary>Writes a file, and says where it is.</summary>
    public string Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    public void Dispose() => _directory.Delete(recursive: true);
}
