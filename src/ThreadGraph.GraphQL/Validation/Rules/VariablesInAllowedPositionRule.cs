using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Variables have types that fit the places where they are used.</summary>
/// <remarks>
/// Spec: Validation, "All Variable Usages Are Allowed", the condition on members of OneOf input objects included: as any
/// non-null place, whether or not the object's own place is one, they take a nullable variable that has a default.
/// </remarks>
internal sealed class VariablesInAllowedPositionRule : ILeave<OperationDefinitionNode>
{
    public void Leave(OperationDefinitionNode node, ValidationContext context)
    {
        if (node.VariableDefinitions.Count == 0)
        {
            return;
        }

        var operation = context.Facts.Of(node);
        foreach (var usage in operation.Usages())
        {
            if (usage.Type is not null
                && operation.Variables.TryGetValue(usage.Node.Name.Value, out var variable)
                && variable.Type is not null)
            {
                Check(usage, variable, context);
            }
        }
    }

    private static void Check(VariableUsage usage, DeclaredVariable variable, ValidationContext context)
    {
        var (definition, type) = variable;
        var name = usage.Node.Name.Value;
        if (!IsAllowed(usage, variable, context.Schema))
        {
            context.Report(
                $"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{usage.Type}\".",
                definition,
                usage.Node);
        }

        if (usage.OneOf is { } oneOf && type is not NonNullType && !HasNonNullDefault(definition))
        {
            context.Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used " +
                $"for OneOf Input Object \"{oneOf}\".",
                definition,
                usage.Node);
        }
    }

    /// <summary>Spec: "IsVariableUsageAllowed".</summary>
    private static bool IsAllowed(VariableUsage usage, DeclaredVariable variable, Schema schema)
    {
        var (definition, type) = variable;
        if (usage.Type is not NonNullType expected || type is NonNullType)
        {
            return type!.IsSubTypeOf(usage.Type!, schema);
        }

        return (HasNonNullDefault(definition) || usage.HasDefault) && type!.IsSubTypeOf(expected.NullableType, schema);
    }

    private static bool HasNonNullDefault(VariableDefinitionNode definition) =>
        definition.DefaultValue is not (null or NullValueNode);
}
