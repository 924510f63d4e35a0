using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>
/// What the rules about variables ask about an operation together with the fragments that it leads to.
/// </summary>
internal sealed class OperationFacts
{
    private readonly DocumentFacts _document;
    private readonly List<FragmentDefinitionNode> _fragments;

    public OperationFacts(Schema schema, DocumentFacts document, OperationDefinitionNode operation)
    {
        _document = document;
        _fragments = document.ReferencedFragments([operation]);
        Operation = operation;
        foreach (var variable in operation.VariableDefinitions)
        {
            Variables[variable.Variable.Name.Value] = new DeclaredVariable(variable, schema.GetType(variable.Type));
        }
    }

    public OperationDefinitionNode Operation { get; }

    /// <summary>The declared variables by name.</summary>
    public Dictionary<string, DeclaredVariable> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>Where variables are used: first in the operation, then in the fragments.</summary>
    public IEnumerable<VariableUsage> Usages()
    {
        foreach (var usage in _document.UsagesIn(Operation))
        {
            yield return usage;
        }

        foreach (var fragment in _fragments)
        {
            foreach (var usage in _document.UsagesIn(fragment))
            {
                yield return usage;
            }
        }
    }
}
