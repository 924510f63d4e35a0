using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Arguments without which a field or directive cannot be used are given.</summary>
/// <remarks>Spec: Validation, "Required Arguments". Told after what is wrong inside of the field.</remarks>
internal sealed class ProvidedRequiredArgumentsRule : ILeave<FieldNode>, ILeave<DirectiveNode>
{
    public void Leave(FieldNode node, ValidationContext context)
    {
        if (context.Field is not { } field)
        {
            return;
        }

        foreach (var argument in field.Arguments)
        {
            if (IsMissing(argument, node.Arguments))
            {
                context.Report(
                    $"Argument \"{context.ParentType}.{field}({argument}:)\" of type \"{argument.Type}\" " +
                    "is required, but it was not provided.",
                    node);
            }
        }
    }

    public void Leave(DirectiveNode node, ValidationContext context)
    {
        if (!context.Schema.TryGetDirective(node.Name.Value, out var directive))
        {
            return;
        }

        foreach (var argument in directive.Arguments)
        {
            if (IsMissing(argument, node.Arguments))
            {
                context.Report(
                    $"Argument \"{directive}({argument}:)\" of type \"{argument.Type}\" is required, " +
                    "but it was not provided.",
                    node);
            }
        }
    }

    private static bool IsMissing(InputField argument, IReadOnlyList<ArgumentNode> given)
    {
        if (!argument.IsRequired)
        {
            return false;
        }

        foreach (var node in given)
        {
            if (node.Name.Value == argument.Name)
            {
                return false;
            }
        }

        return true;
    }
}
