using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Variables have types that values can be given to.</summary>
/// <remarks>Spec: Validation, "Variables Are Input Types".</remarks>
internal sealed class VariablesAreInputTypesRule : IEnter<VariableDefinitionNode>
{
    public void Enter(VariableDefinitionNode node, ValidationContext context)
    {
        if (context.Schema.TryGetType(node.Type.NamedType().Name.Value, out var type) && !type.IsInputType())
        {
            context.Report(
                $"Variable \"${node.Variable.Name.Value}\" cannot be non-input type \"{node.Type}\".", node.Type);
        }
    }
}
