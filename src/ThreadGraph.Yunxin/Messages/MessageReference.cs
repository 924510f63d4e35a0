namespace ThreadGraph.Yunxin;

/// <summary>Names another message: the one replied to, or the root of the thread.</summary>
/// <param name="ServerId">The server id; 0 if not given, and then the client id is the key (upstream.md 4).</param>
/// <param name="ClientId">The client id, if given.</param>
/// <param name="SenderId">The account that sent it; empty if not given.</param>
/// <param name="CreateTimeMs">When it was sent, in Unix milliseconds; 0 if not given.</param>
public sealed record MessageReference(long ServerId, JsonText? ClientId, string SenderId, long CreateTimeMs)
{
    private readonly JsonText _clientId = ClientId.GetValueOrDefault();

    /// <summary>The client id, if given.</summary>
    public JsonText? ClientId
    {
        get => _clientId.OrNull;
        init => _clientId = value.GetValueOrDefault();
    }
}
