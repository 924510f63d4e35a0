using System.Globalization;
using System.Runtime.InteropServices;

/// <summary>
/// Lets the load run ask a .NET process what it has allocated, without a change to the process: the runtime loads this from
/// <c>DOTNET_STARTUP_HOOKS</c>, and on SIGCONT the count goes to the file that <c>ALLOCATED_BYTES_FILE</c> names.
/// </summary>
internal static class StartupHook
{
    // Linux's number, for the load run is for Linux alone.
    private const int SigCont = 18;

    private static PosixSignalRegistration? _registration;

    /// <summary>Called by the runtime before the program's own entry point.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("ALLOCATED_BYTES_FILE") is { } file)
        {
            _registration = PosixSignalRegistration.Create((PosixSignal)SigCont, _ => Write(file));
        }
    }

    // The file appears whole, or not at all.
    private static void Write(string file)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        File.WriteAllText(file + ".new", bytes.ToString(CultureInfo.InvariantCulture));
        File.Move(file + ".new", file, overwrite: true);
    }
}
