using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation.FieldMerging;

/// <summary>The field sets of a document, each made once.</summary>
internal sealed class FieldSets(Schema schema, DocumentFacts facts)
{
    private readonly Dictionary<SelectionSetNode, FieldSet> _sets = [];

    /// <summary>The fields of a selection set.</summary>
    /// <param name="node">The set of an operation, fragment definition or field; each has one parent type.</param>
    /// <param name="parentType">The type that it selects on; null where it is unknown.</param>
    public FieldSet Of(SelectionSetNode node, ITypeDefinition? parentType)
    {
        if (!_sets.TryGetValue(node, out var set))
        {
            _sets[node] = set = new FieldSet(_sets.Count);
            Collect(node, parentType, set);
        }

        return set;
    }

    /// <summary>The fields of a fragment.</summary>
    public FieldSet Of(FragmentDefinitionNode fragment)
    {
        var set = Of(fragment.SelectionSet, Find(fragment.TypeCondition));
        set.IsFragment = true;
        return set;
    }

    /// <summary>The fields below a field; null for a leaf.</summary>
    public FieldSet? Below(FieldEntry field) =>
        field.Node.SelectionSet is { } set ? Of(set, field.Definition?.Type.NamedType()) : null;

    private void Collect(SelectionSetNode node, ITypeDefinition? parentType, FieldSet set)
    {
        foreach (var selection in node.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    var definition = parentType is null ? null : schema.GetField(parentType, field.Name.Value);
                    set.Fields.Add(new FieldEntry(field, parentType, definition));
                    break;
                case FragmentSpreadNode spread when facts.FindFragment(spread.Name.Value) is { } fragment:
                    set.Fragments.TryAdd(spread.Name.Value, fragment);
                    break;
                case InlineFragmentNode inline:
                    Collect(inline.SelectionSet, inline.TypeCondition is { } type ? Find(type) : parentType, set);
                    break;
            }
        }
    }

    private ITypeDefinition? Find(NamedTypeNode condition) =>
        schema.TryGetType(condition.Name.Value, out var type) ? type : null;
}
