namespace ThreadGraph.GraphQL.Validation.FieldMerging;

/// <summary>The fields of fragments and of all that they spread in turn.</summary>
internal sealed class FragmentFields
{
    public FragmentFields(IEnumerable<FieldSet> fragments, FieldSets sets)
    {
        var known = new HashSet<FieldSet>(fragments);
        var pending = new Queue<FieldSet>(known);
        while (pending.TryDequeue(out var set))
        {
            Add(set);
            foreach (var (_, fragment) in set.Fragments)
            {
                var next = sets.Of(fragment);
                if (known.Add(next))
                {
                    pending.Enqueue(next);
                }
            }
        }
    }

    /// <summary>The fields by response name.</summary>
    public Dictionary<string, List<FieldEntry>> ByResponseName { get; } = new(StringComparer.Ordinal);

    /// <summary>How many fields and fragments these are.</summary>
    public int Count { get; private set; }

    private void Add(FieldSet set)
    {
        Count += set.Fields.Count + 1;
        foreach (var field in set.Fields)
        {
            if (!ByResponseName.TryGetValue(field.Node.ResponseName, out var group))
            {
                ByResponseName[field.Node.ResponseName] = group = [];
            }

            group.Add(field);
        }
    }
}
