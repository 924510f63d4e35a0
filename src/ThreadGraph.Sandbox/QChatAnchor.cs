namespace ThreadGraph.Sandbox;

/// <summary>The two readings of <c>excludeMsgId</c> that the contract leaves open (upstream.md 5.2).</summary>
public enum QChatAnchor
{
    /// <summary>Everything of the boundary millisecond up to and including that message, in reading order.</summary>
    Position,

    /// <summary>That one message only; the others of its millisecond come again.</summary>
    SingleMessage,
}
