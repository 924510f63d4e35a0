using ThreadGraph.Sandbox.Faults;

namespace ThreadGraph.Sandbox.Tests.Support;

internal static class FaultWaits
{
    /// <summary>Waits until every rule has had the calls that it takes.</summary>
    public static async Task WhenSpentAsync(this SandboxFaults faults)
    {
        while (faults.IsAnyPending)
        {
            await Task.Yield();
        }
    }
}
