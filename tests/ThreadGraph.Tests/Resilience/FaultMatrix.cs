using System.Collections.Concurrent;
using ThreadGraph.Sandbox;
using ThreadGraph.Sandbox.Faults;
using ThreadGraph.Tests.Support;

namespace ThreadGraph.Tests.Resilience;

/// <summary>Goes through the table for one API; what came of it is left as a report.</summary>
public sealed class FaultMatrix : IDisposable
{
    private readonly ConcurrentDictionary<(SandboxFault Fault, bool IsLasting, FaultPosition Position), FaultOutcome> _seen = [];
    private SandboxApi _api;

    /// <summary>All the cases of an API.</summary>
    public static TheoryData<SandboxFault, bool, FaultPosition> Cases(SandboxApi api)
    {
        var cases = new TheoryData<SandboxFault, bool, FaultPosition>();
        foreach (var row in FaultTable.Of(api))
        {
            foreach (var position in Enum.GetValues<FaultPosition>())
            {
                cases.Add(row.Fault, row.IsLasting, position);
            }
        }

        return cases;
    }

    /// <summary>Runs one case.</summary>
    public async Task RunAsync(SandboxApi api, SandboxFault fault, bool isLasting, FaultPosition position)
    {
        _api = api;
        var row = FaultTable.Of(api).Single(row => row.Fault == fault && row.IsLasting == isLasting);
        await using var @case = await FaultCase.StartAsync(api, row);
        var outcome = await @case.RunAsync(row, position);
        _seen[(fault, isLasting, position)] = outcome;
        row.At(position).Allows(outcome).ShouldBeTrue($"expected {row.At(position)}, but saw {outcome}");
    }

    public void Dispose()
    {
        var rows = FaultTable.Of(_api);
        var asExpected = rows.Sum(row => Enum.GetValues<FaultPosition>().Count(at => row.At(at).Allows(Seen(row, at))));
        Repository.Report($"faults-{_api}",
        [
            $"Faults of {_api}: what of the data came, upstream attempts, error code",
            $"  {"fault",-28} {"first call",-25} {"page 2 of 3",-25} {"one of 20 threads",-25}",
            .. rows.Select(row => $"  {row.Fault + (row.IsLasting ? ", lasting" : ", once"),-28} "
                + string.Join(' ', Enum.GetValues<FaultPosition>().Select(at => $"{Seen(row, at)?.ToString() ?? "not run",-25}"))),
            $"  {asExpected} of {rows.Length * 3} cases as expected",
        ]);
    }

    private FaultOutcome? Seen(FaultRow row, FaultPosition position) =>
        _seen.GetValueOrDefault((row.Fault, row.IsLasting, position));
}
