using ThreadGraph.GraphQL.Json;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>One uninterrupted walk through a part of the plan: where it writes, and where in the response it is.</summary>
/// <remarks>A field that has to wait is taken up by a strand of its own once its value is there.</remarks>
internal sealed class Strand
{
    private PathEntry[] _path;
    private int _depth;
    private NullBoundary? _boundary;
    private int _boundaryStart;

    public Strand(OperationContext operation)
    {
        Operation = operation;
        Segment = new ResponseSegment();
        Buffer = Segment.Buffer;
        Boundary = new NullBoundary(Segment, 0);
        _path = new PathEntry[8];
    }

    private Strand(Strand parent, NullBoundary boundary)
    {
        Operation = parent.Operation;
        Segment = new ResponseSegment();
        Buffer = Segment.Buffer;
        Boundary = boundary;
        _path = parent._path[..Math.Max(parent._depth, 4)];
        _depth = parent._depth;
    }

    public OperationContext Operation { get; }

    public ResponseSegment Segment { get; }

    public JsonBuffer Buffer { get; }

    /// <summary>What becomes null when the strand as a whole must not be null but is.</summary>
    public NullBoundary Boundary { get; }

    /// <summary>Whether the innermost entered value that may be null has become null while its fields were waited for.</summary>
    public bool IsNulled => _boundary is { IsNull: true };

    /// <summary>Enters a field.</summary>
    public void Push(string responseName) => Push(new PathEntry(responseName, 0));

    /// <summary>Enters a list item.</summary>
    public void Push(int index) => Push(new PathEntry(null, index));

    /// <summary>Goes on to another item of the same list.</summary>
    public void Replace(int index) => _path[_depth - 1] = new PathEntry(null, index);

    /// <summary>Leaves a field or list item.</summary>
    public void Pop() => _depth--;

    /// <summary>Enters a value that may be null, so that errors below reach no further up than here.</summary>
    public (NullBoundary?, int) EnterNullable()
    {
        var outer = (_boundary, _boundaryStart);
        _boundary = null;
        _boundaryStart = Buffer.Length + 1;
        return outer;
    }

    /// <summary>Leaves a value that may be null; when a non-null position in it was null, it becomes null itself.</summary>
    public void LeaveNullable((NullBoundary?, int) outer, bool isComplete)
    {
        if (!isComplete)
        {
            Segment.CutTo(_boundaryStart - 1);
            Buffer.WriteNull();
        }
        else if (_boundary is not null)
        {
            _boundary.End = Buffer.Length;
        }

        (_boundary, _boundaryStart) = outer;
    }

    /// <summary>Leaves a hole for a field that waits, and makes the strand that will fill it.</summary>
    public (Hole, Strand) Fork()
    {
        // A start of 0 means that this strand has entered no nullable value yet: then the boundary lies outside of it.
        var boundary = _boundaryStart == 0
            ? Boundary
            : _boundary ??= new NullBoundary(Segment, _boundaryStart - 1);
        var hole = new Hole(Buffer.Length, boundary);
        Segment.Add(hole);
        return (hole, new Strand(this, boundary));
    }

    /// <summary>The current position in the response.</summary>
    public Path GetPath() => PathEntry.ToPath(_path.AsSpan(0, _depth));

    /// <summary>The current position, for those who may want to know it later: few resolvers ever ask for their path.</summary>
    public PathEntry[] CopyPath() => _path[.._depth];

    /// <summary>Reports that <paramref name="field"/> failed here.</summary>
    public void Fail(FieldPlan field, Exception exception)
    {
        foreach (var error in Operation.ErrorFactory.Create(exception, field, GetPath(), Operation))
        {
            Operation.Report(error);
        }
    }

    private void Push(PathEntry entry)
    {
        if (_depth == _path.Length)
        {
            Array.Resize(ref _path, _depth * 2);
        }

        _path[_depth++] = entry;
    }
}

/// <summary>A step of the way down a response: a field, or else a list item.</summary>
internal readonly record struct PathEntry(string? Name, int Index)
{
    /// <summary>The position that some steps from the root lead to.</summary>
    public static Path ToPath(ReadOnlySpan<PathEntry> entries)
    {
        var path = Path.FromName(entries[0].Name!);
        foreach (var entry in entries[1..])
        {
            path = entry.Name is { } name ? path.Append(name) : path.Append(entry.Index);
        }

        return path;
    }
}
