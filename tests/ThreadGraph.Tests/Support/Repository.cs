namespace ThreadGraph.Tests.Support;

/// <summary>The repository's own files.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution, found upwards from the test's output.</summary>
    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "ThreadGraph.sln")))
            {
                folder = folder.Parent ?? throw new DirectoryNotFoundException("No ThreadGraph.sln above the tests.");
            }

            return folder.FullName;
        }
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Leaves a report below <c>artifacts/resilience</c>, which <c>.ci/run</c> shows at its end.</summary>
    public static void Report(string name, IEnumerable<string> lines)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "resilience"));
        File.WriteAllLines(Path.Combine(folder.FullName, name + ".txt"), lines);
    }
}
