using ThreadGraph.GraphQL.Language;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation.FieldMerging;

/// <summary>The conflicts between the fields of a document: first whether there are any, then which.</summary>
internal sealed class FieldConflicts
{
    private readonly FieldSets _sets;
    private readonly FieldConflictSearch _search;
    private readonly MergedFieldCheck _check;
    private bool _anyFound;

    public FieldConflicts(Schema schema, DocumentFacts facts)
    {
        _sets = new FieldSets(schema, facts);
        _search = new FieldConflictSearch(_sets);
        _check = new MergedFieldCheck(_sets);
        foreach (var operation in facts.Operations)
        {
            _check.Check(_sets.Of(operation.SelectionSet, schema.GetOperationType(operation.Operation)));
        }

        // What a used fragment selects was checked where it is used.
        foreach (var fragment in facts.Fragments.Except(facts.ReferencedFragments(facts.Operations)))
        {
            _check.Check(_sets.Of(fragment));
        }
    }

    /// <summary>Whether it is known that there is none.</summary>
    public bool AreNone => _check.Conflict is null && !_check.GaveUp;

    /// <summary>
    /// A conflict that the search did not come to, because there was too much to compare; null when it found any.
    /// </summary>
    public FieldConflict? Missed => _anyFound ? null : _check.Conflict;

    /// <summary>Whether the fields overlap in so many ways that nothing could be found out about them.</summary>
    public bool AreUnknown => !_anyFound && _check.Conflict is null && _check.GaveUp && _search.GaveUp;

    /// <summary>How many fields were read to know whether there is a conflict.</summary>
    public int Visits => _check.Visits;

    /// <summary>The conflicts within a selection set of the document.</summary>
    public IReadOnlyList<FieldConflict> Within(SelectionSetNode set, ITypeDefinition? parentType)
    {
        var conflicts = _search.Within(_sets.Of(set, parentType));
        _anyFound |= conflicts.Count > 0;
        return conflicts;
    }
}
