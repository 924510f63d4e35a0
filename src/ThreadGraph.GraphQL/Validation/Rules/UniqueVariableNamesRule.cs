using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Variables of an operation have different names.</summary>
/// <remarks>Spec: Validation, "Variable Uniqueness".</remarks>
internal sealed class UniqueVariableNamesRule : IEnter<OperationDefinitionNode>
{
    public void Enter(OperationDefinitionNode node, ValidationContext context)
    {
        foreach (var names in RepeatedNames.Among(node.VariableDefinitions, static variable => variable.Variable.Name))
        {
            context.Report($"There can be only one variable named \"${names[0].Value}\".", names);
        }
    }
}
