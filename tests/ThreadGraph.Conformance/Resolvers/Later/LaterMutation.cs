using ThreadGraph.Conformance.Schema;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.Conformance.Resolvers;

/// <summary>What can be changed, one after the other.</summary>
[MutationType]
internal static class LaterMutation
{
    public static Task<int> AddAsync(Ledger ledger, int by = 1) => Later.TaskOf<int>(1, () => ledger.Sum += by);

    public static ValueTask<int?> TellAsync(Ledger ledger) => Later.Of<int?>(2, () => ledger.Sum);

    public static Task<int?> FailAsync(Ledger ledger, int by = 1) => Later.TaskOf<int?>(3, () => Refuse(ledger, by));

    public static ValueTask<int> FailHardAsync(Ledger ledger, int by = 1) =>
        Later.Of<int>(4, () => Refuse(ledger, by));

    public static Task<Counter?> CountAsync(Ledger ledger, int by = 1) =>
        Later.TaskOf<Counter?>(5, () => new Counter(ledger.Sum += by));

    public static ValueTask<Counter> CountHardAsync(Ledger ledger, int by = 1) =>
        Later.Of<Counter>(6, () => new Counter(ledger.Sum += by));

    private static int Refuse(Ledger ledger, int by) =>
        throw new InvalidOperationException($"Failed at {ledger.Sum += by}.");
}
