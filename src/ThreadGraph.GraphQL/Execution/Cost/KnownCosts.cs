namespace ThreadGraph.GraphQL.Execution;

/// <summary>What a plan costs, for the few kinds of variables that it was asked with last.</summary>
/// <remarks>
/// Besides the plan, a cost follows from little (<see cref="VariableTrait"/>), and clients that ask for page after page or
/// for thread after thread are alike in that. So nearly always it is looked up here, and not worked out anew.
/// </remarks>
internal sealed class KnownCosts
{
    /// <summary>The most costs; when there are more, the oldest is forgotten.</summary>
    private const int Most = 8;

    /// <summary>Operations with more variables are not remembered: a small document may declare thousands.</summary>
    private const int MostVariables = 16;

    /// <summary>The newest first. It is never changed but replaced, so that looking up needs no lock.</summary>
    private volatile Entry[] _entries = [];

    /// <summary>The cost with such variables; <see langword="null"/> where it is not known.</summary>
    public OperationCost? Find(IReadOnlyList<object?> variables)
    {
        foreach (var entry in _entries)
        {
            if (entry.IsOf(variables))
            {
                return entry.Cost;
            }
        }

        return null;
    }

    /// <summary>Remembers a cost. Of two that come at the same time one may be forgotten, and is worked out again.</summary>
    public void Add(IReadOnlyList<object?> variables, OperationCost cost)
    {
        if (variables.Count <= MostVariables)
        {
            _entries = [new Entry([.. variables.Select(VariableTrait.Of)], cost), .. _entries.Take(Most - 1)];
        }
    }

    private sealed class Entry(VariableTrait[] traits, OperationCost cost)
    {
        public OperationCost Cost => cost;

        public bool IsOf(IReadOnlyList<object?> variables)
        {
            for (var i = 0; i < traits.Length; i++)
            {
                if (traits[i] != VariableTrait.Of(variables[i]))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
