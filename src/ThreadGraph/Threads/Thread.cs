namespace ThreadGraph.Threads;

/// <summary>A message and the tree of replies under it.</summary>
/// <param name="Id">Names the thread by its root.</param>
public sealed record Thread(ThreadKey Id)
{
    /// <summary>The global, opaque ID.</summary>
    public ThreadKey Id { get; init; } = Id;

    /// <summary>Where the thread lives.</summary>
    public Conversation Conversation => Conversation.Of(Id);
}
