namespace ThreadGraph.Threads;

/// <summary>A place in a connection, in the upstream's own terms.</summary>
/// <param name="Position">The message at this place.</param>
/// <param name="Resume">Set where the upstream's own paging can go on from here.</param>
internal sealed record Cursor(ReplyPosition Position, ChainResume? Resume = null);

/// <summary>How to go on with a chain of pages: the window, order and token belong together (upstream.md 3.2).</summary>
/// <param name="OldestFirst">The chain's order.</param>
/// <param name="BeginMs">The chain's window, from, in Unix milliseconds.</param>
/// <param name="EndMs">The chain's window, to.</param>
/// <param name="Token">The upstream's <c>next_token</c>; none for QChat, which goes on from the position itself.</param>
internal sealed record ChainResume(bool OldestFirst, long BeginMs, long EndMs, string? Token);

/// <summary>What a cursor belongs to: it is of no use in another thread, field or filter. The page size is not part of it.</summary>
/// <param name="Thread">The thread.</param>
/// <param name="Field">The connection field.</param>
/// <param name="Parent">The message whose replies are listed; 0 for the flat list.</param>
internal sealed record CursorScope(ThreadKey Thread, string Field, long Parent = 0);
