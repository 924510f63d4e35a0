namespace ThreadGraph.Sandbox.Threads;

/// <summary>A message as it was sent, in IM or in QChat; what an API does not show is ignored there.</summary>
public sealed record SandboxMessage
{
    /// <summary>Given by the server; unique in a store.</summary>
    public required long ServerId { get; init; }

    /// <summary>Given by the client; free text, and free to clash with another message's.</summary>
    public required string ClientId { get; init; }

    /// <summary>The account that sent it.</summary>
    public required string SenderId { get; init; }

    /// <summary>When it was sent, in epoch milliseconds.</summary>
    public required long TimeMs { get; init; }

    /// <summary>
    /// The message it answers: any, even itself or none that exists; <see langword="null"/>: the root.
    /// </summary>
    public MessageReference? Parent { get; init; }

    /// <summary>The message type's number (upstream.md 7.1); 0, the default, is text.</summary>
    public int Type { get; init; }

    /// <summary>IM: the developer's own subtype, above 0; <see langword="null"/>: none.</summary>
    public int? SubType { get; init; }

    /// <summary>The client type's number (upstream.md 7.2); 16, the default, is Web.</summary>
    public int ClientType { get; init; } = 16;

    /// <summary>QChat: <c>fromClientType</c> as written; <see langword="null"/>: the name of the client type.</summary>
    public string? ClientTypeText { get; init; }

    /// <summary>QChat: the sender's display name.</summary>
    public string? SenderNick { get; init; }

    /// <summary>The text, or what an attachment is accompanied by.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// The attachment. IM writes JSON as it stands and anything else as a string; QChat always a string.
    /// </summary>
    public string? Attachment { get; init; }

    /// <summary>The developer's extension, a string.</summary>
    public string? Extension { get; init; }

    /// <summary>QChat: 0 normal, 1 recalled, 2 deleted, 10000 and above the developer's own.</summary>
    public int Status { get; init; }

    /// <summary>IM: who edited it; <see langword="null"/>: nobody.</summary>
    public string? ModifiedBy { get; init; }

    /// <summary>When it was last changed, in epoch milliseconds; <see langword="null"/>: never.</summary>
    public long? ModifiedTimeMs { get; init; }

    /// <summary>Directed team messages: the accounts that <see cref="Inclusive"/> speaks of.</summary>
    public IReadOnlyList<string>? ReceiverAccountIds { get; init; }

    /// <summary>Directed team messages: true, those accounts may see it; false, all but those.</summary>
    public bool? Inclusive { get; init; }

    /// <summary>Directed team messages: whether members who join later may see it.</summary>
    public bool? NewMemberVisible { get; init; }

    /// <summary>The reference under which a reply answers this message.</summary>
    public MessageReference ToReference() => new(ServerId, ClientId, SenderId, TimeMs);
}
