using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Arguments of a field or directive have different names.</summary>
/// <remarks>Spec: Validation, "Argument Uniqueness".</remarks>
internal sealed class UniqueArgumentNamesRule : IEnter<FieldNode>, IEnter<DirectiveNode>
{
    public void Enter(FieldNode node, ValidationContext context) => Check(node.Arguments, context);

    public void Enter(DirectiveNode node, ValidationContext context) => Check(node.Arguments, context);

    private static void Check(IReadOnlyList<ArgumentNode> arguments, ValidationContext context)
    {
        foreach (var names in RepeatedNames.Among(arguments, static argument => argument.Name))
        {
            context.Report($"There can be only one argument named \"{names[0].Value}\".", names);
        }
    }
}
