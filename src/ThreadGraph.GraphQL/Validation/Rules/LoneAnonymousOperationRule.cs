using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>An operation without a name stands alone, as nothing could choose it.</summary>
/// <remarks>Spec: Validation, "Lone Anonymous Operation".</remarks>
internal sealed class LoneAnonymousOperationRule : IEnter<OperationDefinitionNode>
{
    public void Enter(OperationDefinitionNode node, ValidationContext context)
    {
        if (node.Name is null && context.Facts.Operations.Count > 1)
        {
            context.Report("This anonymous operation must be the only defined operation.", node);
        }
    }
}
