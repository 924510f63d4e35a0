namespace ThreadGraph.GraphQL.Execution;

/// <summary>The cost of an operation.</summary>
/// <param name="ResultSize">Fields of the answer.</param>
/// <param name="UpstreamCalls">Calls to the services behind this one.</param>
internal readonly record struct OperationCost(long ResultSize, long UpstreamCalls);
