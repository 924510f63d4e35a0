using System.Runtime.CompilerServices;

namespace ThreadGraph.GraphQL.Validation.FieldMerging;

/// <summary>Finds all pairs of fields that conflict, in the order in which graphql-js does.</summary>
/// <remarks>
/// <para>
/// The algorithm of graphql-js' OverlappingFieldsCanBeMergedRule, so that clients and tests see the same places. It
/// runs only after <see cref="MergedFieldCheck"/> has found that something is wrong. For one selection set it compares
/// </para>
/// <list type="bullet">
/// <item>(A) its fields with each other;</item>
/// <item>(B) its fields with each spread fragment, and (C) each two spread fragments with each other;</item>
/// <item>(D) fields with a fragment's fields, and (E) with the fragments that it spreads in turn;</item>
/// <item>(F) two fragments' fields, and (G) each with the fragments that the other spreads;</item>
/// <item>(H) the sub-selections of two fields of one response name, (I) their fields with the other's fragments, and
/// (J) their fragments.</item>
/// </list>
/// <para>
/// Fields with a fragment, and two fragments, are compared once. What was compared as exclusive, that is below fields
/// that no object has both, is compared again where it is not. The number of comparisons is bounded, as in graphql-js.
/// </para>
/// </remarks>
internal sealed class FieldConflictSearch(FieldSets sets)
{
    /// <summary>How much to compare before giving up; what was found by then is reported.</summary>
    private const int MaxComparisons = 500_000;

    private readonly Dictionary<(FieldSet Fields, FieldSet Fragment), bool> _comparedWithFragment = [];
    private readonly Dictionary<(FieldSet Low, FieldSet High), bool> _comparedFragments = [];
    private int _comparisons;

    /// <summary>Whether there was more to compare than was compared.</summary>
    public bool GaveUp => _comparisons > MaxComparisons;

    /// <summary>The conflicts within a selection set.</summary>
    public List<FieldConflict> Within(FieldSet set)
    {
        var conflicts = new List<FieldConflict>();
        foreach (var (_, fields) in set.ByResponseName)
        {
            CompareEach(conflicts, fields); // (A)
        }

        for (var i = 0; i < set.Fragments.Count; i++)
        {
            var fragment = sets.Of(set.Fragments.GetAt(i).Value);
            CompareWithFragment(conflicts, set, fragment, exclusive: false); // (B)
            for (var j = i + 1; j < set.Fragments.Count; j++)
            {
                CompareFragments(conflicts, fragment, sets.Of(set.Fragments.GetAt(j).Value), exclusive: false); // (C)
            }
        }

        return conflicts;
    }

    private void CompareEach(List<FieldConflict> conflicts, List<FieldEntry> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            for (var j = i + 1; j < fields.Count && MayCompare(); j++)
            {
                Compare(conflicts, fields[i], fields[j], exclusive: false);
            }
        }
    }

    private void CompareWithFragment(List<FieldConflict> conflicts, FieldSet set, FieldSet fragment, bool exclusive)
    {
        if (!MayCompare() || !IsNew(_comparedWithFragment, (set, fragment), exclusive) || set == fragment)
        {
            return;
        }

        CompareFields(conflicts, set, fragment, exclusive); // (D)
        foreach (var (_, inner) in fragment.Fragments)
        {
            CompareWithFragment(conflicts, set, sets.Of(inner), exclusive); // (E)
        }
    }

    private void CompareFragments(List<FieldConflict> conflicts, FieldSet left, FieldSet right, bool exclusive)
    {
        var pair = left.Id < right.Id ? (left, right) : (right, left);
        if (!MayCompare() || left == right || !IsNew(_comparedFragments, pair, exclusive))
        {
            return;
        }

        CompareFields(conflicts, left, right, exclusive); // (F)
        foreach (var (_, inner) in right.Fragments)
        {
            CompareFragments(conflicts, left, sets.Of(inner), exclusive); // (G)
        }

        foreach (var (_, inner) in left.Fragments)
        {
            CompareFragments(conflicts, sets.Of(inner), right, exclusive); // (G)
        }
    }

    private void CompareFields(List<FieldConflict> conflicts, FieldSet left, FieldSet right, bool exclusive)
    {
        foreach (var (responseName, leftFields) in left.ByResponseName)
        {
            if (!MayCompare() || !right.ByResponseName.TryGetValue(responseName, out var rightFields))
            {
                continue;
            }

            foreach (var leftField in leftFields)
            {
                foreach (var rightField in rightFields)
                {
                    Compare(conflicts, leftField, rightField, exclusive);
                }
            }
        }
    }

    private void Compare(List<FieldConflict> conflicts, FieldEntry left, FieldEntry right, bool exclusive)
    {
        if (!MayCompare())
        {
            return;
        }

        exclusive |= FieldComparison.AreExclusive(left, right);
        var reason = exclusive ? null : FieldComparison.WhyNotSameField(left, right);
        reason ??= FieldComparison.WhyNotSameShape(left, right);
        if (reason is not null)
        {
            conflicts.Add(new FieldConflict(left.Node.ResponseName, reason, [left.Node], [right.Node]));
        }
        else if (sets.Below(left) is { } leftSet && sets.Below(right) is { } rightSet)
        {
            var below = Between(leftSet, rightSet, exclusive);
            if (below.Count > 0)
            {
                conflicts.Add(FieldConflict.Below(left, right, below));
            }
        }
    }

    private List<FieldConflict> Between(FieldSet left, FieldSet right, bool exclusive)
    {
        var conflicts = new List<FieldConflict>();
        CompareFields(conflicts, left, right, exclusive); // (H)
        foreach (var (_, fragment) in right.Fragments)
        {
            CompareWithFragment(conflicts, left, sets.Of(fragment), exclusive); // (I)
        }

        foreach (var (_, fragment) in left.Fragments)
        {
            CompareWithFragment(conflicts, right, sets.Of(fragment), exclusive); // (I)
        }

        foreach (var (_, leftFragment) in left.Fragments)
        {
            foreach (var (_, rightFragment) in right.Fragments)
            {
                CompareFragments(conflicts, sets.Of(leftFragment), sets.Of(rightFragment), exclusive); // (J)
            }
        }

        return conflicts;
    }

    /// <summary>
    /// Counts a comparison; false when there were too many, or the stack is too deep for another one.
    /// </summary>
    private bool MayCompare()
    {
        if (_comparisons < MaxComparisons && !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _comparisons = MaxComparisons;
        }

        return ++_comparisons <= MaxComparisons;
    }

    /// <summary>
    /// Whether a pair is still to be compared; one compared as not exclusive has been compared for all.
    /// </summary>
    private static bool IsNew<TPair>(Dictionary<TPair, bool> compared, TPair pair, bool exclusive) where TPair : notnull
    {
        if (compared.TryGetValue(pair, out var before) && (exclusive || !before))
        {
            return false;
        }

        compared[pair] = exclusive;
        return true;
    }
}
