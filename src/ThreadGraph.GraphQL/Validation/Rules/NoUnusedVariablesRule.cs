using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Every variable that an operation declares is used, by itself or by a fragment.</summary>
/// <remarks>Spec: Validation, "All Variables Used".</remarks>
internal sealed class NoUnusedVariablesRule : IEnter<OperationDefinitionNode>
{
    public void Enter(OperationDefinitionNode node, ValidationContext context)
    {
        if (node.VariableDefinitions.Count == 0)
        {
            return;
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var usage in context.Facts.Of(node).Usages())
        {
            used.Add(usage.Node.Name.Value);
        }

        foreach (var variable in node.VariableDefinitions)
        {
            var name = variable.Variable.Name.Value;
            if (!used.Contains(name))
            {
                context.Report(
                    node.Name is { } operationName
                        ? $"Variable \"${name}\" is never used in operation \"{operationName.Value}\"."
                        : $"Variable \"${name}\" is never used.",
                    variable);
            }
        }
    }
}
