using ThreadGraph.Conformance.Schema;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.Conformance.Resolvers;

/// <summary>What can be changed, one after the other.</summary>
[MutationType]
internal static class NowMutation
{
    public static int Add(Ledger ledger, int by = 1) => ledger.Sum += by;

    public static int? Tell(Ledger ledger) => ledger.Sum;

    public static int? Fail(Ledger ledger, int by = 1) => Refuse(ledger, by);

    public static int FailHard(Ledger ledger, int by = 1) => Refuse(ledger, by);

    public static Counter? Count(Ledger ledger, int by = 1) => new Counter(ledger.Sum += by);

    public static Counter CountHard(Ledger ledger, int by = 1) => new Counter(ledger.Sum += by);

    private static int Refuse(Ledger ledger, int by) =>
        throw new InvalidOperationException($"Failed at {ledger.Sum += by}.");
}
