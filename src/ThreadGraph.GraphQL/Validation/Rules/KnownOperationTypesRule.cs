using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>An operation needs a root type in the schema.</summary>
/// <remarks>Spec: Validation, "Operation Type Existence".</remarks>
internal sealed class KnownOperationTypesRule : IEnter<OperationDefinitionNode>
{
    public void Enter(OperationDefinitionNode node, ValidationContext context)
    {
        if (context.Schema.GetOperationType(node.Operation) is null)
        {
            context.Report($"The {Keyword(node.Operation)} operation is not supported by the schema.", node);
        }
    }

    private static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };
}
