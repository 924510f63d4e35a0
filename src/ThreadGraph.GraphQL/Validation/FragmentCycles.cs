using ThreadGraph.GraphQL.Language;

namespace ThreadGraph.GraphQL.Validation;

/// <summary>Finds the ways in which fragments spread themselves.</summary>
/// <remarks>
/// A depth-first search that enters every fragment once. A spread of a fragment that is still being searched closes a
/// cycle. The search keeps its own stack, because a chain of fragments may be as long as the document.
/// </remarks>
internal sealed class FragmentCycles
{
    private readonly DocumentFacts _facts;
    private readonly HashSet<string> _entered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _depths = new(StringComparer.Ordinal);
    private readonly Stack<(FragmentDefinitionNode Fragment, int Next)> _open = [];
    private readonly List<FragmentSpreadNode> _path = [];
    private readonly Dictionary<FragmentDefinitionNode, List<FragmentSpreadNode[]>> _cycles = [];
    private int _found;

    public FragmentCycles(DocumentFacts facts)
    {
        _facts = facts;
        foreach (var fragment in facts.Fragments)
        {
            Search(fragment);
        }
    }

    /// <summary>The cycles found when searching from a fragment: the spreads from one back to it.</summary>
    public IReadOnlyList<FragmentSpreadNode[]> FoundFrom(FragmentDefinitionNode fragment) =>
        _cycles.TryGetValue(fragment, out var cycles) ? cycles : [];

    private void Search(FragmentDefinitionNode start)
    {
        Open(start);
        while (_open.TryPop(out var current))
        {
            var spreads = _facts.SpreadsIn(current.Fragment.SelectionSet);
            if (current.Next == spreads.Count)
            {
                Close(current.Fragment);
                continue;
            }

            _open.Push((current.Fragment, current.Next + 1));
            Follow(spreads[current.Next], start);
        }
    }

    private void Open(FragmentDefinitionNode fragment)
    {
        if (_entered.Add(fragment.Name.Value))
        {
            _depths[fragment.Name.Value] = _path.Count;
            _open.Push((fragment, 0));
        }
    }

    /// <summary>Forgets a fragment, and the spread that led to it.</summary>
    private void Close(FragmentDefinitionNode fragment)
    {
        _depths.Remove(fragment.Name.Value);
        if (_path.Count > 0)
        {
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Follow(FragmentSpreadNode spread, FragmentDefinitionNode start)
    {
        var name = spread.Name.Value;
        _path.Add(spread);
        if (_depths.TryGetValue(name, out var depth))
        {
            Record(start, depth);
        }
        else if (_facts.FindFragment(name) is { } fragment && !_entered.Contains(name))
        {
            Open(fragment);
            return;
        }

        _path.RemoveAt(_path.Count - 1);
    }

    private void Record(FragmentDefinitionNode start, int depth)
    {
        if (_found > ValidationContext.MaxErrors)
        {
            return;
        }

        _found++;
        if (!_cycles.TryGetValue(start, out var cycles))
        {
            _cycles[start] = cycles = [];
        }

        cycles.Add([.. _path.Skip(depth)]);
    }
}
