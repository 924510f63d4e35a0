using Microsoft.AspNetCore.Http;
using ThreadGraph.GraphQL.Execution;

namespace ThreadGraph.GraphQL.Http;

/// <summary>What a client wants to know of its operation's cost: <c>GraphQL-Cost: report</c> or <c>validate</c>.</summary>
/// <remarks>Header and values are HotChocolate's; a value that it does not know asks for nothing.</remarks>
internal static class CostHeader
{
    public const string Name = "GraphQL-Cost";

    public static CostAnalyzerMode Read(IHeaderDictionary headers) => headers[Name] switch
    {
        ["report"] => CostAnalyzerMode.EnforceAndReport,
        ["validate"] => CostAnalyzerMode.ValidateAndReport,
        _ => CostAnalyzerMode.Enforce,
    };
}
