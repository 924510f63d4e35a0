using System.Runtime.InteropServices;
using ThreadGraph.GraphQL.Types;

namespace ThreadGraph.GraphQL.Validation.FieldMerging;

/// <summary>Decides fast whether any fields of a document conflict; not which ones all are.</summary>
/// <remarks>
/// <para>
/// After Simon Adameit, "GraphQL: Overlapping fields can be merged fast" (XING, 2019), which compares groups instead of
/// pairs. The fields that meet at one place of a response are looked at together, as a union of field sets:
/// </para>
/// <list type="number">
/// <item>Question <see cref="Question.Shape"/>: all fields of one response name have the same shape, whatever object they
/// are selected on; asked again of everything below them together.</item>
/// <item>Question <see cref="Question.Field"/>: of those, all that one object can have are the same field with the same
/// arguments. They are grouped by object type, the fields of abstract types being in every group; asked again of
/// everything below each group.</item>
/// </list>
/// <para>
/// In each group comparing with the first field is enough, so the cost is that of reading the fields once, not of comparing
/// each with each. Ours differs from the article in that fragments are not written out: a union is known by the sets in
/// it, and asked about once. A fragment spread in a thousand places, or in itself, is one set; a bomb of nested fragments
/// has few unions, though its response has exponentially many places.
/// </para>
/// <para>
/// A document can be made that has exponentially many unions nevertheless; hence <see cref="MaxVisits"/>. The unions wait
/// in a queue, as the response may be deeper than the stack.
/// </para>
/// </remarks>
internal sealed class MergedFieldCheck(FieldSets sets)
{
    /// <summary>
    /// How many fields and fragments to read before giving up. A document within the parser's default limits that is not
    /// made to harm reads each of its at most 2,048 fields a few times.
    /// </summary>
    private const int MaxVisits = 2_000_000;

    private readonly Queue<(FieldSet[] Union, Question Question)> _pending = [];
    private readonly HashSet<FieldSet[]> _shapesAsked = new(SameUnion.Instance);
    private readonly HashSet<FieldSet[]> _fieldsAsked = new(SameUnion.Instance);
    private readonly List<FieldSet> _union = [];
    private readonly List<FieldEntry> _group = [];
    private readonly List<FieldEntry> _possible = [];
    private readonly List<FieldEntry> _fields = [];

    /// <summary>For each of <see cref="_fields"/> the index of the one before it in its group, or -1.</summary>
    private readonly List<int> _previous = [];

    /// <summary>The last index of each response name.</summary>
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);
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

    /// <summary>How many fields and fragments were read so far.</summary>
    public int Visits { get; private set; }

    /// <summary>Checks everything that a selection set leads to.</summary>
    public void Check(FieldSet root)
    {
        Ask(Question.Shape, root);
        Ask(Question.Field, root);
        while (Conflict is null && !GaveUp && _pending.TryDequeue(out var next))
        {
            Answer(next.Union, next.Question);
        }
    }

    private void Ask(Question question, FieldSet root)
    {
        StartUnion();
        Include(root);
        AskUnion(question);
    }

    private void StartUnion()
    {
        _union.Clear();
        _unions++;
    }

    private void Include(FieldSet set)
    {
        if (set.Union != _unions)
        {
            set.Union = _unions;
            _union.Add(set);
        }
    }

    /// <summary>Adds the spread fragments to the union and keeps it for later, unless it has been asked about.</summary>
    private void AskUnion(Question question)
    {
        for (var i = 0; i < _union.Count; i++)
        {
            Visits += _union[i].Fragments.Count + 1;
            foreach (var (_, fragment) in _union[i].Fragments)
            {
                Include(sets.Of(fragment));
            }
        }

        if (_union.Count == 0)
        {
            return;
        }

        _union.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        FieldSet[] union = [.. _union];
        if ((question == Question.Shape ? _shapesAsked : _fieldsAsked).Add(union))
        {
            _pending.Enqueue((union, question));
        }
    }

    private void Answer(FieldSet[] union, Question question)
    {
        GroupByResponseName(union);
        foreach (var (_, last) in _last)
        {
            _group.Clear();
            for (var i = last; i >= 0; i = _previous[i])
            {
                _group.Add(_fields[i]);
            }

            _group.Reverse();
            if (question == Question.Shape)
            {
                Compare(_group, FieldComparison.WhyNotSameShape, question);
            }
            else
            {
                CompareByObjectType();
            }
        }
    }

    private void GroupByResponseName(FieldSet[] union)
    {
        _fields.Clear();
        _previous.Clear();
        _last.Clear();
        foreach (var set in union)
        {
            Visits += set.Fields.Count;
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

    private void CompareByObjectType()
    {
        var first = _group.Find(static field => field.ParentType is ObjectType);
        if (first is null || _group.TrueForAll(field => !FieldComparison.AreExclusive(first, field)))
        {
            Compare(_group, FieldComparison.WhyNotSameField, Question.Field);
            return;
        }

        foreach (var objectType in _group.Select(field => field.ParentType).OfType<ObjectType>().Distinct().ToArray())
        {
            _possible.Clear();
            _possible.AddRange(_group.Where(field => field.ParentType == objectType || field.ParentType is not ObjectType));
            Visits += _group.Count;
            Compare(_possible, FieldComparison.WhyNotSameField, Question.Field);
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

        AskUnion(question);
    }

    private sealed class SameUnion : IEqualityComparer<FieldSet[]>
    {
        public static SameUnion Instance { get; } = new();

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
