using System.Runtime.InteropServices;

namespace ThreadGraph.GraphQL.Validation.FieldMerging;

/// <summary>
/// The fields of some sets by response name; filled again and again, so that grouping allocates nothing.
/// </summary>
internal sealed class FieldGroups
{
    private readonly List<FieldEntry> _fields = [];

    /// <summary>For each field the index of the one before it in its group, or -1.</summary>
    private readonly List<int> _previous = [];

    /// <summary>For each response name the index of its last field.</summary>
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);
    private readonly List<FieldEntry> _group = [];

    public Dictionary<string, int>.KeyCollection ResponseNames => _last.Keys;

    /// <summary>Takes the fields of the sets in place of those before.</summary>
    public void Fill(FieldSet[] sets)
    {
        _fields.Clear();
        _previous.Clear();
        _last.Clear();
        foreach (var set in sets)
        {
            foreach (var field in set.Fields)
            {
                ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(
                    _last, field.Node.ResponseName, out var exists);
                _previous.Add(exists ? last : -1);
                last = _fields.Count;
                _fields.Add(field);
            }
        }
    }

    /// <summary>The fields of a response name in order, those of fragments last; good until the next call.</summary>
    public List<FieldEntry> Read(string responseName, FragmentFields fragments)
    {
        _group.Clear();
        for (var i = _last[responseName]; i >= 0; i = _previous[i])
        {
            _group.Add(_fields[i]);
        }

        _group.Reverse();
        if (fragments.ByResponseName.TryGetValue(responseName, out var more))
        {
            _group.AddRange(more);
        }

        return _group;
    }
}
