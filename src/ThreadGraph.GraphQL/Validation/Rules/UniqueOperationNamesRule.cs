using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Operations of a document have different names.</summary>
/// <remarks>Spec: Validation, "Operation Name Uniqueness".</remarks>
internal sealed class UniqueOperationNamesRule : IEnter<OperationDefinitionNode>
{
    public void Enter(OperationDefinitionNode node, ValidationContext context)
    {
        if (node.Name is not { } name)
        {
            return;
        }

        var first = context.Facts.FirstOperation(name.Value);
        if (first != node)
        {
            context.Report($"There can be only one operation named \"{name.Value}\".", first.Name!, name);
        }
    }
}
