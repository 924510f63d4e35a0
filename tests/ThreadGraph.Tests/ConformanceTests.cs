using System.Diagnostics;
using System.Text;
using Xunit.Abstractions;

namespace ThreadGraph.Tests;

/// <summary>Runs the Node suites of <c>tests/conformance</c> against the server that was built with these tests.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    /// <summary>Far above what the suites need (two minutes); it ends a run that hangs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    [NodeFact]
    public Task Public_suites_pass() => RunAsync("run", "--silent", "suites");

    [NodeFact]
    public Task Engine_agrees_with_the_reference_implementation() => RunAsync("run", "--silent", "oracle");

    private async Task RunAsync(params string[] arguments)
    {
        var folder = Path.Combine(RepositoryRoot(), "tests", "conformance");
        if (NeedsInstall(folder))
        {
            await NpmAsync(folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        }

        await NpmAsync(folder, arguments);
    }

    private static bool NeedsInstall(string folder) =>
        File.GetLastWriteTimeUtc(Path.Combine(folder, "node_modules", ".package-lock.json"))
            < File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json"));

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ThreadGraph.sln")))
        {
            folder = folder.Parent.ShouldNotBeNull("The tests run from the repository.");
        }

        return folder.FullName;
    }

    private async Task NpmAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("npm", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["THREADGRAPH_CONFIGURATION"] = Configuration;
        using var npm = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var text = await Task.WhenAll(
                npm.StandardOutput.ReadToEndAsync(limit.Token), npm.StandardError.ReadToEndAsync(limit.Token));
            await npm.WaitForExitAsync(limit.Token);
            output.WriteLine(string.Concat(text));
            npm.ExitCode.ShouldBe(0, string.Concat(text));
        }
        finally
        {
            npm.Kill(entireProcessTree: true);
        }
    }
}
