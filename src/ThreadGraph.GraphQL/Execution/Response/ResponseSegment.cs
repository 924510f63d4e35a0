using ThreadGraph.GraphQL.Json;

namespace ThreadGraph.GraphQL.Execution;

/// <summary>A stretch of the response that one strand of execution writes without a pause.</summary>
/// <remarks>
/// Where a field has to wait, the segment leaves a <see cref="Hole"/> and goes on behind it; the field's value becomes a
/// segment of its own. Nothing is ever moved: the pieces are put together when the response is sent.
/// </remarks>
internal sealed class ResponseSegment : IDisposable
{
    private List<Hole>? _holes;
    private List<NullBoundary>? _nulled;

    /// <summary>What has been written so far.</summary>
    public JsonBuffer Buffer { get; } = new();

    /// <summary>Adds a hole at the current end.</summary>
    public void Add(Hole hole) => (_holes ??= []).Add(hole);

    /// <summary>Notes that what a boundary encloses is null, so that nobody waits for the holes in it any more.</summary>
    public void Add(NullBoundary nulled)
    {
        (_nulled ??= []).Add(nulled);
        for (var i = 0; i < _holes?.Count; i++)
        {
            if (_holes[i].Position >= nulled.Start && _holes[i].Position < nulled.End)
            {
                _holes[i].Drop();
            }
        }
    }

    /// <summary>Takes back everything behind <paramref name="length"/> bytes, holes and nulled stretches included.</summary>
    public void CutTo(int length)
    {
        Buffer.CutTo(length);
        for (var i = (_holes?.Count ?? 0) - 1; i >= 0 && _holes![i].Position >= length; i--)
        {
            _holes[i].Drop();
            _holes.RemoveAt(i);
        }

        for (var i = (_nulled?.Count ?? 0) - 1; i >= 0; i--)
        {
            if (_nulled![i].Start >= length)
            {
                _nulled.RemoveAt(i);
            }
        }
    }

    /// <summary>Writes the segment with all holes filled and all nulled stretches replaced.</summary>
    public void WriteTo(ref OutputWriter output)
    {
        var written = 0;
        var hole = 0;
        foreach (var nulled in _nulled is null ? [] : Outermost(_nulled))
        {
            written = WriteTo(ref output, written, nulled.Start, ref hole);
            output.Write("null"u8);
            written = nulled.End;
            while (hole < _holes?.Count && _holes[hole].Position < nulled.End)
            {
                hole++;
            }
        }

        WriteTo(ref output, written, Buffer.Length, ref hole);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Buffer.Dispose();
        _holes?.ForEach(static hole => hole.Drop());
    }

    private int WriteTo(ref OutputWriter output, int from, int to, ref int hole)
    {
        while (hole < _holes?.Count && _holes[hole].Position <= to)
        {
            var next = _holes[hole++];
            output.Write(Buffer.Written[from..next.Position]);
            from = next.Position;
            next.Content!.WriteTo(ref output);
        }

        output.Write(Buffer.Written[from..to]);
        return to;
    }

    /// <summary>The nulled stretches that lie in no other one, in order.</summary>
    private static IEnumerable<NullBoundary> Outermost(List<NullBoundary> all)
    {
        var end = -1;
        foreach (var nulled in all.OrderBy(static b => b.Start).ThenByDescending(static b => b.End))
        {
            if (nulled.Start >= end)
            {
                yield return nulled;
                end = nulled.End;
            }
        }
    }
}

/// <summary>A place in a segment where a field's value will stand once it is there.</summary>
/// <param name="position">Offset in the segment, from 0.</param>
/// <param name="boundary">What becomes null when the field must not be null but is.</param>
internal sealed class Hole(int position, NullBoundary boundary)
{
    public int Position { get; } = position;

    public NullBoundary Boundary { get; } = boundary;

    /// <summary>The value, once it is there.</summary>
    public ResponseSegment? Content { get; set; }

    /// <summary>Whether an enclosing value became null, so that nobody waits for this one any more.</summary>
    public bool IsDropped { get; private set; }

    /// <summary>Gives the value up, and with it all that is still waited for inside.</summary>
    public void Drop()
    {
        IsDropped = true;
        Content?.Dispose();
    }
}

/// <summary>The nearest enclosing value that may be null: what an error in a non-null field reaches up to.</summary>
/// <remarks>Spec: Execution, "Handling Execution Errors".</remarks>
internal sealed class NullBoundary(ResponseSegment segment, int start)
{
    /// <summary>Whether the value has become null.</summary>
    public bool IsNull { get; private set; }

    /// <summary>Where the value starts in its segment.</summary>
    public int Start { get; } = start;

    /// <summary>Where it ends; known when its last field has been written.</summary>
    public int End { get; set; } = int.MaxValue;

    /// <summary>Makes the value null.</summary>
    public void Nullify()
    {
        if (!IsNull)
        {
            IsNull = true;
            segment.Add(this);
        }
    }
}
