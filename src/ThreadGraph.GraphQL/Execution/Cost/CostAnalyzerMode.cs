namespace ThreadGraph.GraphQL.Execution;

/// <summary>What is done with the cost of an operation.</summary>
public enum CostAnalyzerMode
{
    /// <summary>The limits are enforced.</summary>
    Enforce,

    /// <summary>The limits are enforced, and the answer says in <c>extensions.cost</c> what the operation cost.</summary>
    EnforceAndReport,

    /// <summary>The answer says what the operation might cost, and whether it would be refused; nothing is executed.</summary>
    ValidateAndReport,
}
