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
    protected override void WriteCursor(Message node, JsonBuffer output)
    {
        var place = node.Position;
        var resume = timeline.ResumeAt(place, demand.Range.Forward);
        cursors.Write(place, resume, timeline.IndexOf(place), Scope, output);
    }

    /// <inheritdoc />
    protected override ConnectionPageInfo CreateInfo() =>
        new(page.HasNext, page.HasPrevious, TextOf(page.Start), TextOf(page.End));

    private CursorText? TextOf(Cursor? cursor) => cursor is null ? null : new CursorText(cursor, Scope, cursors);
}
