using FsCheck;
using FsCheck.Fluent;

namespace ThreadGraph.Tests.Model;

/// <summary>A thread and what is asked of it, one operation after the other.</summary>
internal sealed record ModelCase(ModelThread Thread, IReadOnlyList<Operation> Operations)
{
    public override string ToString() => $"{Thread}\nOperations: {string.Join("\n  ", Operations)}";

    /// <summary>Threads of some places with so many operations each.</summary>
    public static Arbitrary<ModelCase> Cases(int operations, params Place[] places)
    {
        var cases =
            from thread in ThreadGenerator.Threads(places)
            from asked in OperationGenerator.Operations.ArrayOf(operations)
            select new ModelCase(thread, asked);
        return Arb.From(cases, Shrink);
    }

    public static IEnumerable<ModelCase> Shrink(ModelCase given)
    {
        var count = given.Operations.Count;
        for (var part = (count + 1) / 2; count > 1 && part > 0; part = part == 1 ? 0 : (part + 1) / 2)
        {
            for (var from = 0; from < count; from += part)
            {
                yield return given with
                {
                    Operations = [.. given.Operations.Take(from), .. given.Operations.Skip(from + part)],
                };
            }
        }

        foreach (var thread in ThreadGenerator.Shrink(given.Thread))
        {
            yield return given with { Thread = thread };
        }

        for (var i = 0; i < count; i++)
        {
            foreach (var less in OperationGenerator.Shrink(given.Operations[i]))
            {
                yield return given with { Operations = [.. given.Operations.Take(i), less, .. given.Operations.Skip(i + 1)] };
            }
        }
    }
}
