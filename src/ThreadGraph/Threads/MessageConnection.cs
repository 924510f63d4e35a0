using ThreadGraph.GraphQL.Json;

namespace ThreadGraph.Threads;

/// <summary>A page of messages as clients see it, with cursors where they are asked for.</summary>
/// <param name="demand">What was asked for.</param>
/// <param name="page">The page.</param>
/// <param name="timeline">Where it was read.</param>
/// <param name="cursors">Writes the cursors.</param>
internal sealed class MessageConnection(
    PageDemand demand, ReplyPage page, Timeline timeline, CursorSerializer cursors) : Connection<Message>(page.Messages)
{
    private CursorScope? _scope;

    private CursorScope Scope => _scope ??= demand.ScopeIn(timeline.Key);

    /// <inheritdoc />
    protected override void WriteCursor(Message node, JsonBuffer output) =>
        cursors.Write(timeline.CursorOf(node.Position, demand.Range.Forward), Scope, output);

    /// <inheritdoc />
    protected override ConnectionPageInfo CreateInfo() =>
        new(page.HasNext, page.HasPrevious, TextOf(page.Start), TextOf(page.End));

    private CursorText? TextOf(Cursor? cursor) => cursor is { } place ? new CursorText(place, Scope, cursors) : null;
}
