using System.ComponentModel;
using System.Diagnostics;

namespace ThreadGraph.Tests;

/// <summary>A test that needs Node.js. In CI a missing Node.js fails it; elsewhere the run says that it was left out.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!IsCI && !HasNode())
        {
            Skip = "Node.js is not installed, so the conformance suites were not run.";
        }
    }

    private static bool IsCI => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    private static bool HasNode()
    {
        try
        {
            using var node = Process.Start(
                new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            node.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
