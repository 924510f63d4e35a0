namespace ThreadGraph.Sandbox.Threads;

/// <summary>A thread in a store: replies can be added at any time, from any number of callers.</summary>
/// <remarks>Readers take a snapshot and are never held up; each change replaces it as a whole.</remarks>
public sealed class SandboxThread
{
    private readonly SandboxStore _store;
    private readonly MessageReference _rootReference;
    private volatile ThreadSnapshot _snapshot;

    internal SandboxThread(SandboxStore store, SandboxConversation conversation, SandboxMessage root)
    {
        _store = store;
        _rootReference = root.ToReference();
        Conversation = conversation;
        Root = root;
        _snapshot = new ThreadSnapshot(new StoredMessage(conversation, root, root: null), []);
    }

    /// <summary>Where the thread lives.</summary>
    public SandboxConversation Conversation { get; }

    /// <summary>The root as it was added.</summary>
    public SandboxMessage Root { get; }

    /// <summary>The replies that there are now, oldest first; those of one millisecond by server ID.</summary>
    public IReadOnlyList<SandboxMessage> Replies => Array.ConvertAll(_snapshot.Replies, reply => reply.Message);

    internal ThreadSnapshot Snapshot => _snapshot;

    /// <summary>Whether it lives in this channel.</summary>
    internal bool IsIn(long qchatServerId, long channelId) =>
        Conversation.IsChannel && Conversation.QChatServerId == qchatServerId && Conversation.ChannelId == channelId;

    /// <summary>Adds a reply at its place by time and server ID.</summary>
    /// <returns>The reply as stored: its sender in lower case, its parent named.</returns>
    /// <exception cref="ArgumentException">Its server ID is taken, or its sender is no account.</exception>
    public SandboxMessage AddReply(SandboxMessage reply) => AddReplies([reply])[0];

    /// <summary>Adds many replies, sorting once.</summary>
    /// <returns>The replies as stored, in the order given.</returns>
    /// <exception cref="ArgumentException">
    /// A server ID is taken, or a sender is no account; nothing was added.
    /// </exception>
    public IReadOnlyList<SandboxMessage> AddReplies(IEnumerable<SandboxMessage> replies)
    {
        var added = replies.Select(Normalize).ToArray();
        lock (_store.Gate)
        {
            _store.Register(this, added);
            var stored = Array.ConvertAll(added, reply => new StoredMessage(Conversation, reply, _rootReference));
            _snapshot = _snapshot with { Replies = Merge(_snapshot.Replies, stored) };
        }

        return added;
    }

    /// <summary>Recalls under the store's gate: IM forgets the message, QChat marks it (upstream.md 4 and 6).</summary>
    internal void Recall_NeedsGate(long serverId, long nowMs)
    {
        var index = _snapshot.IndexOf(serverId);
        if (!Conversation.IsChannel)
        {
            _snapshot = index < 0
                ? _snapshot with { Root = null }
                : _snapshot with { Replies = [.. _snapshot.Replies[..index], .. _snapshot.Replies[(index + 1)..]] };
            return;
        }

        if (index < 0)
        {
            _snapshot = _snapshot with { Root = Recalled(_snapshot.Root!, nowMs) };
            return;
        }

        var replies = _snapshot.Replies.ToArray();
        replies[index] = Recalled(replies[index], nowMs);
        _snapshot = _snapshot with { Replies = replies };
    }

    private static StoredMessage Recalled(StoredMessage message, long nowMs) =>
        new(message.Conversation, message.Message with { Status = 1, ModifiedTimeMs = nowMs }, message.Root);

    private static StoredMessage[] Merge(StoredMessage[] present, StoredMessage[] added)
    {
        StoredMessage[] all = [.. present, .. added];
        for (var index = 1; index < all.Length; index++)
        {
            if (Compare(all[index - 1], all[index]) > 0)
            {
                Array.Sort(all, Compare);
                break;
            }
        }

        return all;
    }

    private static int Compare(StoredMessage one, StoredMessage other)
    {
        var byTime = one.TimeMs.CompareTo(other.TimeMs);
        return byTime != 0 ? byTime : one.ServerId.CompareTo(other.ServerId);
    }

    private SandboxMessage Normalize(SandboxMessage reply)
    {
        var senderId = AccountId.Normalize(reply.SenderId);
        return reply.Parent is not null && senderId == reply.SenderId
            ? reply
            : reply with { SenderId = senderId, Parent = reply.Parent ?? _rootReference };
    }
}
