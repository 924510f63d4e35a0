namespace ThreadGraph.Sandbox.Threads;

/// <summary>What a reply says of the message it answers; nothing need exist under it.</summary>
/// <param name="ServerId">The message's server ID; 0 where only the client ID is known.</param>
/// <param name="ClientId">The message's client ID.</param>
/// <param name="SenderId">Who sent it.</param>
/// <param name="TimeMs">When it was sent, in epoch milliseconds.</param>
public sealed record MessageReference(long ServerId, string ClientId, string SenderId, long TimeMs)
{
    /// <summary>Leaves the server ID out of the answer altogether; the default is to write it, also a 0.</summary>
    public bool OmitsServerId { get; init; }
}
