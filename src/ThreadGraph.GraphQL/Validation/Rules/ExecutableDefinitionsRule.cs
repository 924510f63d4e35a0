using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>A document to execute holds operations and fragments only.</summary>
/// <remarks>Spec: Validation, "Executable Definitions".</remarks>
internal sealed class ExecutableDefinitionsRule : IEnter<DocumentNode>
{
    public void Enter(DocumentNode node, ValidationContext context)
    {
        foreach (var definition in node.Definitions)
        {
            if (definition is not IExecutableDefinitionNode)
            {
                context.Report($"The {Describe(definition)} definition is not executable.", definition);
            }
        }
    }

    private static string Describe(IDefinitionNode definition) => definition switch
    {
        ITypeDefinitionNode type => $"\"{type.Name.Value}\"",
        ITypeExtensionNode extension => $"\"{extension.Name.Value}\"",
        DirectiveDefinitionNode directive => $"\"{directive.Name.Value}\"",
        _ => "schema",
    };
}
