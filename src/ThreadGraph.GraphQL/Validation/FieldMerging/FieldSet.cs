using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation.FieldMerging;

/// <summary>The fields of a selection set, those of its inline fragments included.</summary>
/// <param name="id">A number of its own.</param>
internal sealed class FieldSet(int id)
{
    private OrderedDictionary<string, List<FieldEntry>>? _byResponseName;

    public int Id { get; } = id;

    /// <summary>Whether these are the fields of a fragment definition.</summary>
    public bool IsFragment { get; set; }

    /// <summary>The fields in source order.</summary>
    public List<FieldEntry> Fields { get; } = [];

    /// <summary>The fragments that are spread, each once; their fields are not among <see cref="Fields"/>.</summary>
    public OrderedDictionary<string, FragmentDefinitionNode> Fragments { get; } = new(StringComparer.Ordinal);

    /// <summary>The fields by response name, in the order in which the names first appear.</summary>
    public OrderedDictionary<string, List<FieldEntry>> ByResponseName => _byResponseName ??= Group();

    /// <summary>The number of the last union that took this set in; see <see cref="MergedFieldCheck"/>.</summary>
    public int LastUnion { get; set; }

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
