namespace ThreadGraph.Conformance.Resolvers;

/// <summary>What the mutations of one request have added up so far.</summary>
internal sealed class Ledger
{
    public int Sum { get; set; }
}
