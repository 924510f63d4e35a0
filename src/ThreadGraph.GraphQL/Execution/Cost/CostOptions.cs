using System.ComponentModel.DataAnnotations;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>How much one operation may cost, worked out before it is executed.</summary>
public sealed class CostOptions
{
    /// <summary>
    /// The largest answer that an operation may have at worst, by the page sizes that it asks for.
    /// Unit: fields of the answer. Default: 250,000. Range: 100 to 1,000,000,000.
    /// </summary>
    [Range(100, 1_000_000_000)]
    public long MaxResultSize { get; set; } = 250_000;

    /// <summary>
    /// The most calls to services behind this one that an operation may need at worst (<see cref="ICostModel"/>).
    /// Unit: calls. Default: 1,000. Range: 1 to 1,000,000.
    /// </summary>
    [Range(1, 1_000_000)]
    public long MaxUpstreamCalls { get; set; } = 1_000;
}
