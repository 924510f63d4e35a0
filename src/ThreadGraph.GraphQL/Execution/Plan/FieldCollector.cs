using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>Merges what is selected on one object type. Spec: Execution, "Field Collection".</summary>
internal sealed class FieldCollector
{
    private readonly Schema _schema;
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = [];
    private readonly IReadOnlyDictionary<string, int> _variableIndexes;
    private readonly IReadOnlyList<object?> _variables;

    public FieldCollector(
        Schema schema,
        DocumentNode document,
        IReadOnlyDictionary<string, int> variableIndexes,
        IReadOnlyList<object?> variables)
    {
        _schema = schema;
        _variableIndexes = variableIndexes;
        _variables = variables;
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            _fragments[fragment.Name.Value] = fragment;
        }
    }

    /// <summary>The selected fields by response name, in response order.</summary>
    public OrderedDictionary<string, List<FieldNode>> Collect(
        ObjectType type, IReadOnlyList<SelectionSetNode> selectionSets)
    {
        var fields = new OrderedDictionary<string, List<FieldNode>>();
        var visited = new HashSet<string>();
        foreach (var selectionSet in selectionSets)
        {
            Collect(type, selectionSet, fields, visited);
        }

        return fields;
    }

    /// <summary>
    /// Fragments in fragments are kept on a stack of our own: a document may chain more of them than a thread's has room for.
    /// </summary>
    private void Collect(
        ObjectType type,
        SelectionSetNode selectionSet,
        OrderedDictionary<string, List<FieldNode>> fields,
        HashSet<string> visited)
    {
        var open = new Stack<(SelectionSetNode Set, int Next)>();
        open.Push((selectionSet, 0));
        while (open.TryPop(out var current))
        {
            for (var i = current.Next; i < current.Set.Selections.Count; i++)
            {
                var selection = current.Set.Selections[i];
                if (!IsIncluded(selection))
                {
                    continue;
                }

                if (selection is FieldNode field)
                {
                    Add(field, fields);
                }
                else if (SelectionsOf(selection, type, visited) is { } inner)
                {
                    open.Push((current.Set, i + 1));
                    open.Push((inner, 0));
                    break;
                }
            }
        }
    }

    private static void Add(FieldNode field, OrderedDictionary<string, List<FieldNode>> fields)
    {
        if (!fields.TryGetValue(field.ResponseName, out var nodes))
        {
            fields.Add(field.ResponseName, nodes = []);
        }

        nodes.Add(field);
    }

    /// <summary>What a fragment selects; nothing where it does not apply or has been spread before.</summary>
    private SelectionSetNode? SelectionsOf(ISelectionNode selection, ObjectType type, HashSet<string> visited) =>
        selection switch
        {
            InlineFragmentNode inline when Applies(inline.TypeCondition, type) => inline.SelectionSet,
            FragmentSpreadNode spread when visited.Add(spread.Name.Value)
                && _fragments.TryGetValue(spread.Name.Value, out var fragment)
                && Applies(fragment.TypeCondition, type) => fragment.SelectionSet,
            _ => null,
        };

    /// <summary>Spec: Execution, "DoesFragmentTypeApply".</summary>
    private bool Applies(NamedTypeNode? condition, ObjectType type) =>
        condition is null
        || (_schema.TryGetType(condition.Name.Value, out var named) && _schema.GetPossibleTypes(named).Contains(type));

    /// <summary>Spec: Type System, "@skip" and "@include": neither has precedence.</summary>
    private bool IsIncluded(ISelectionNode selection)
    {
        foreach (var directive in selection.Directives)
        {
            if ((directive.Name.Value == "skip" && Condition(directive))
                || (directive.Name.Value == "include" && !Condition(directive)))
            {
                return false;
            }
        }

        return true;
    }

    private bool Condition(DirectiveNode directive) => directive.Arguments[0].Value switch
    {
        BooleanValueNode constant => constant.Value,
        VariableNode variable => _variables[_variableIndexes[variable.Name.Value]] is true,
        _ => false,
    };
}
