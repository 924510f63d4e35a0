using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation.FieldMerging;

/// <summary>Decides fast whether any fields of a document conflict; not which ones all are.</summary>
/// <remarks>
/// <para>
/// After Simon Adameit, "GraphQL: Overlapping fields can be merged fast" (XING, 2019), which compares groups instead of
/// pairs. The fields that meet at one place of a response are looked at together, as a union of field sets:
/// </para>
/// <list type="number">
/// <item>Question <see cref="Question.Shape"/>: all fields of one response name have the same shape, whatever object
/// they are selected on; asked again of everything below them together.</item>
/// <item>Question <see cref="Question.Field"/>: of those, all that one object can have are the same field with the same
/// arguments. They are grouped by object type, the fields of abstract types being in every group; asked again of
/// everything below each group.</item>
/// </list>
/// <para>
/// In each group comparing with the first field is enough, so the cost is that of reading the fields once, not of
/// comparing each with each. Ours differs from the article in that fragments are not written out. A union is known by
/// the sets in it, and asked about once: a bomb of nested fragments has few unions, though its response has
/// exponentially many places. And what fragments say among themselves is asked apart from the sets that spread them
/// (<see cref="FragmentFields"/>), so that a fragment spread in a thousand places is read once.
/// </para>
/// <para>
/// A document can be made that has exponentially many unions nevertheless; hence <see cref="MaxVisits"/>. The unions
/// wait in a queue, as the response may be deeper than the stack.
/// </para>
/// </remarks>
internal sealed class MergedFieldCheck(FieldSets sets)
{
    /// <summary>
    /// How many fields to read before giving up. A document that is not made to harm reads each of its fields a few
    /// times; the parser's default allows 2,048 of them.
    /// </summary>
    private const int MaxVisits = 1_000_000;

    private readonly Queue<(FieldSet[] Union, Question Question)> _pending = [];
    private readonly HashSet<FieldSet[]> _shapesAsked = new(SameSets.Instance);
    private readonly HashSet<FieldSet[]> _fieldsAsked = new(SameSets.Instance);
    private readonly Dictionary<FieldSet[], FragmentFields> _fragmentFields = new(SameSets.Instance);
    private readonly FieldGroups _groups = new();
    private readonly List<FieldSet> _union = [];
    private readonly List<FieldEntry> _possible = [];
    private int _unions;

    private enum Question
    {
        Shape,
        Field,
    }

    /// <summary>A conflict that was found; there may be more.</summary>
    public FieldConflict? Conflict { get; private set; }

    /// <summary>Whether the check gave up, so that nothing is known.</summary>
    public bool GaveUp => Visits > MaxVisits;

    /// <summary>How many fields were read so far.</summary>
    public int Visits { get; private set; }

    /// <summary>Checks everything that a selection set leads to.</summary>
    public void Check(FieldSet root)
    {
        foreach (var question in Enum.GetValues<Question>())
        {
            StartUnion();
            Include(root);
            Ask(question);
        }

        while (Conflict is null && !GaveUp && _pending.TryDequeue(out var next))
        {
            Answer(next.Union, next.Question);
        }
    }

    private void StartUnion()
    {
        _union.Clear();
        _unions++;
    }

    private void Include(FieldSet set)
    {
        if (set.LastUnion != _unions)
        {
            set.LastUnion = _unions;
            _union.Add(set);
        }
    }

    /// <summary>Asks about the union together with the fragments that it spreads, and about these alone.</summary>
    private void Ask(Question question)
    {
        var direct = _union.Count;
        for (var i = 0; i < direct; i++)
        {
            Visits++;
            if (!_union[i].IsFragment)
            {
                foreach (var (_, fragment) in _union[i].Fragments)
                {
                    Include(sets.Of(fragment));
                }
            }
        }

        _union.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        Enqueue(question);
        if (_union.RemoveAll(static set => !set.IsFragment) > 0)
        {
            Enqueue(question);
        }
    }

    private void Enqueue(Question question)
    {
        if (_union.Count == 0)
        {
            return;
        }

        FieldSet[] union = [.. _union];
        if ((question == Question.Shape ? _shapesAsked : _fieldsAsked).Add(union))
        {
            _pending.Enqueue((union, question));
        }
    }

    private void Answer(FieldSet[] union, Question question)
    {
        var fragments = FieldsOf(Array.FindAll(union, static set => set.IsFragment));
        var direct = Array.FindAll(union, static set => !set.IsFragment);
        if (direct.Length == 0)
        {
            foreach (var (_, group) in fragments.ByResponseName)
            {
                Visits += group.Count;
                Compare(group, question);
            }

            return;
        }

        _groups.Fill(direct);
        foreach (var name in _groups.ResponseNames)
        {
            var group = _groups.Read(name, fragments);
            Visits += group.Count;
            Compare(group, question);
        }
    }

    private FragmentFields FieldsOf(FieldSet[] fragments)
    {
        if (!_fragmentFields.TryGetValue(fragments, out var fields))
        {
            _fragmentFields[fragments] = fields = new FragmentFields(fragments, sets);
            Visits += fields.Count;
        }

        return fields;
    }

    private void Compare(List<FieldEntry> group, Question question)
    {
        if (question == Question.Shape)
        {
            Compare(group, FieldComparison.WhyNotSameShape, question);
            return;
        }

        var first = group.Find(static field => field.ParentType is ObjectType);
        if (first is null || group.TrueForAll(field => !FieldComparison.AreExclusive(first, field)))
        {
            Compare(group, FieldComparison.WhyNotSameField, question);
            return;
        }

        foreach (var objectType in group.Select(field => field.ParentType).OfType<ObjectType>().Distinct())
        {
            _possible.Clear();
            _possible.AddRange(
                group.Where(field => field.ParentType == objectType || field.ParentType is not ObjectType));
            Visits += group.Count;
            Compare(_possible, FieldComparison.WhyNotSameField, question);
        }
    }

    private void Compare(List<FieldEntry> group, Func<FieldEntry, FieldEntry, string?> whyNotSame, Question question)
    {
        var first = group.Find(static field => field.Definition is not null) ?? group[0];
        StartUnion();
        foreach (var field in group)
        {
            if (field != first && whyNotSame(first, field) is { } reason)
            {
                Conflict ??= new FieldConflict(field.Node.ResponseName, reason, [first.Node], [field.Node]);
                return;
            }

            if (sets.Below(field) is { } below)
            {
                Include(below);
            }
        }

        Ask(question);
    }

    private sealed class SameSets : IEqualityComparer<FieldSet[]>
    {
        public static SameSets Instance { get; } = new();

        public bool Equals(FieldSet[]? x, FieldSet[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(FieldSet[] obj)
        {
            var hash = new HashCode();
            foreach (var set in obj)
            {
                hash.Add(set.Id);
            }

            return hash.ToHashCode();
        }
    }
}
