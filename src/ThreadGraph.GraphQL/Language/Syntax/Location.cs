namespace ThreadGraph.GraphQL.Language;

/// <summary>A range of bytes in a UTF-8 source.</summary>
/// <param name="Start">Offset of the first byte, from 0.</param>
/// <param name="End">Offset behind the last byte.</param>
/// <remarks>
/// Lines and columns are only wanted when something goes wrong, so they are worked out from the source then
/// (<see cref="SourceText.GetPosition"/>) instead of being counted for every token.
/// </remarks>
public readonly record struct Location(int Start, int End)
{
    /// <summary>The location of a node that stands in no source.</summary>
    public static Location None => new(-1, -1);
}

/// <summary>A place in a source as people name it.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in UTF-16 code units, from 1.</param>
public readonly record struct SourcePosition(int Line, int Column);
