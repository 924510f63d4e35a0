using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation.FieldMerging;

/// <summary>A selected field with what the schema says about it.</summary>
/// <param name="node">The field.</param>
/// <param name="parentType">The type that it is selected on; null where it is unknown.</param>
/// <param name="definition">Its definition; null where it is unknown.</param>
internal sealed class FieldEntry(FieldNode node, ITypeDefinition? parentType, OutputField? definition)
{
    public FieldNode Node { get; } = node;

    public ITypeDefinition? ParentType { get; } = parentType;

    public OutputField? Definition { get; } = definition;
}

/// <summary>The fields of a selection set, those of its inline fragments included.</summary>
/// <param name="id">A number of its own.</param>
internal sealed class FieldSet(int id)
{
    private OrderedDictionary<string, List<FieldEntry>>? _byResponseName;

    public int Id { get; } = id;

    /// <summary>The fields in source order.</summary>
    public List<FieldEntry> Fields { get; } = [];

    /// <summary>The fragments that are spread, each once; their fields are not among <see cref="Fields"/>.</summary>
    public OrderedDictionary<string, FragmentDefinitionNode> Fragments { get; } = new(StringComparer.Ordinal);

    /// <summary>The fields by response name, in the order in which the names first appear.</summary>
    public OrderedDictionary<string, List<FieldEntry>> ByResponseName => _byResponseName ??= Group();

    /// <summary>The number of the last union that took this set in; see <see cref="MergedFieldCheck"/>.</summary>
    public int Union { get; set; }

    private OrderedDictionary<string, List<FieldEntry>> Group()
    {
        var groups = new OrderedDictionary<string, List<FieldEntry>>(StringComparer.Ordinal);
        foreach (var field in Fields)
        {
            if (!groups.TryGetValue(field.Node.ResponseName, out var group))
            {
                groups.Add(field.Node.ResponseName, group = []);
            }

            group.Add(field);
        }

        return groups;
    }
}
