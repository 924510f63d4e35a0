using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Every variable that an operation uses, itself or in fragments, it declares.</summary>
/// <remarks>Spec: Validation, "All Variable Uses Defined".</remarks>
internal sealed class NoUndefinedVariablesRule : IEnter<OperationDefinitionNode>
{
    public void Enter(OperationDefinitionNode node, ValidationContext context)
    {
        var operation = context.Facts.Of(node);
        foreach (var usage in operation.Usages())
        {
            var name = usage.Node.Name.Value;
            if (!operation.Variables.ContainsKey(name))
            {
                context.Report(
                    node.Name is { } operationName
                        ? $"Variable \"${name}\" is not defined by operation \"{operationName.Value}\"."
                        : $"Variable \"${name}\" is not defined.",
                    usage.Node,
                    node);
            }
        }
    }
}
