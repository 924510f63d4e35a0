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
        _snapshot = new ThreadSnapshot(new StoredMessage(conversation, root, root: null), [], HasEnded: false);
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

    /// <summary>Changes or takes away one message under the store's gate.</summary>
    /// <param name="serverId">The message's; the root's where no reply has it.</param>
    /// <param name="change">Gives the message as it is from now on; null: it is no longer given.</param>
    /// <param name="endsWithRoot">Whether the thread is no longer found once its root is taken away.</param>
    internal void Change_NeedsGate(
        long serverId, Func<SandboxMessage, SandboxMessage?> change, bool endsWithRoot)
    {
        var snapshot = _snapshot;
        var index = snapshot.IndexOf(serverId);
        if (index < 0)
        {
            var root = Changed(snapshot.Root!, change);
            _snapshot = snapshot with { Root = root, HasEnded = root is null && endsWithRoot };
            return;
        }

        StoredMessage[] now = Changed(snapshot.Replies[index], change) is { } reply ? [reply] : [];
        _snapshot = snapshot with
        {
            Replies = [.. snapshot.Replies[..index], .. now, .. snapshot.Replies[(index + 1)..]],
        };
    }

    private static StoredMessage? Changed(StoredMessage stored, Func<SandboxMessage, SandboxMessage?> change) =>
        change(stored.Message) is { } message ? new StoredMessage(stored.Conversation, message, stored.Root) : null;

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
