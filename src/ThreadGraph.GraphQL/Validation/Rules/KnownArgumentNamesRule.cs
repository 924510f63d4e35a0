using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Every argument exists on its field or directive.</summary>
/// <remarks>Spec: Validation, "Argument Names".</remarks>
internal sealed class KnownArgumentNamesRule : IEnter<DirectiveNode>, IEnter<ArgumentNode>
{
    public void Enter(DirectiveNode node, ValidationContext context)
    {
        if (!context.Schema.TryGetDirective(node.Name.Value, out var directive))
        {
            return;
        }

        foreach (var argument in node.Arguments)
        {
            if (directive.Arguments.Find(argument.Name.Value) is null)
            {
                Report(argument, $"directive \"{directive}\"", directive.Arguments, context);
            }
        }
    }

    public void Enter(ArgumentNode node, ValidationContext context)
    {
        if (context is { AppliedDirective: null, Argument: null, Field: { } field })
        {
            Report(node, $"field \"{context.ParentType}.{field}\"", field.Arguments, context);
        }
    }

    private static void Report(
        ArgumentNode node, string owner, FieldCollection<InputField> known, ValidationContext context)
    {
        var name = node.Name.Value;
        var hint = context.DidYouMean(name, known.Select(argument => argument.Name));
        context.Report($"Unknown argument \"{name}\" on {owner}.{hint}", node);
    }
}
