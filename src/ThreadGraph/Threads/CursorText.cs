using ThreadGraph.GraphQL.Json;

namespace ThreadGraph.Threads;

/// <summary>A cursor that is sealed and written only where it is asked for.</summary>
internal sealed class CursorText(Cursor cursor, CursorScope scope, CursorSerializer cursors) : IJsonString
{
    /// <inheritdoc />
    public void WriteTo(JsonBuffer output) => cursors.Write(cursor, scope, output);
}

/// <summary>The same of an outline's cursor.</summary>
internal sealed class OutlineCursorText(OutlineCursor cursor, CursorScope scope, CursorSerializer cursors) : IJsonString
{
    /// <inheritdoc />
    public void WriteTo(JsonBuffer output) => cursors.Write(cursor, scope, output);
}
