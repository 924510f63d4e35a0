using System.Collections.Concurrent;
using ThreadGraph.Sandbox.Calls;
using ThreadGraph.Sandbox.Faults;
using ThreadGraph.Sandbox.Upstream;

namespace ThreadGraph.Sandbox.Threads;

/// <summary>
/// Everything that the sandbox knows: accounts, teams, channels, threads, and the calls it was asked.
/// </summary>
public sealed partial class SandboxStore
{
    /// <summary>New messages are numbered from here, above every demo message and far beyond 2^53.</summary>
    private const long FirstNewServerId = 159_000_000_000_000_001;

    private readonly ConcurrentDictionary<long, SandboxThread> _threadsByRoot = new();

    /// <summary>Every message's thread; needs the gate. Plain, so that thousands are added in no time.</summary>
    private readonly Dictionary<long, SandboxThread> _threadsByMessage = [];
    private readonly ApiGate[] _gates;
    private long _lastServerId = FirstNewServerId - 1;

    /// <summary>An empty store.</summary>
    /// <param name="time">The clock that signatures, windows, quotas and new messages go by.</param>
    public SandboxStore(TimeProvider time)
    {
        Time = time;
        _gates = Array.ConvertAll(ApiNames.All, api => new ApiGate(this, api));
    }

    /// <summary>The upstream calls that arrived.</summary>
    public CallCounter Calls { get; } = new();

    /// <summary>When they arrived.</summary>
    public ArrivalLog Arrivals { get; } = new();

    /// <summary>What makes calls go wrong; nothing to begin with.</summary>
    public SandboxFaults Faults { get; } = new();

    internal TimeProvider Time { get; }

    internal Lock Gate { get; } = new();

    internal long NowMs => Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Adds a thread by its root; accounts, team or channel that it names become known.</summary>
    /// <exception cref="ArgumentException">
    /// The root's server ID is taken, its sender is no account or not one of the two, or the team is of the other kind.
    /// </exception>
    public SandboxThread AddThread(SandboxConversation conversation, SandboxMessage root)
    {
        root = root with { SenderId = AccountId.Normalize(root.SenderId), Parent = null };
        if (conversation.Kind == ConversationKind.P2P
            && root.SenderId != conversation.Accounts.One && root.SenderId != conversation.Accounts.Other)
        {
            throw new ArgumentException($"\"{root.SenderId}\" is not one of the conversation's two accounts.");
        }

        var thread = new SandboxThread(this, conversation, root);
        lock (Gate)
        {
            AddPlace(conversation);
            Register(thread, [root]);
            _threadsByRoot[root.ServerId] = thread;
        }

        return thread;
    }

    /// <summary>The thread under a root's server ID, recalled roots included; <see langword="null"/>: none.</summary>
    public SandboxThread? FindThread(long rootServerId) => _threadsByRoot.GetValueOrDefault(rootServerId);

    /// <summary>Takes a thread away with all its messages, as if it had never been there.</summary>
    /// <returns>False when there is no thread under this root.</returns>
    public bool RemoveThread(long rootServerId)
    {
        lock (Gate)
        {
            if (!_threadsByRoot.TryRemove(rootServerId, out var thread))
            {
                return false;
            }

            _threadsByMessage.Remove(rootServerId);
            foreach (var reply in thread.Snapshot.Replies)
            {
                _threadsByMessage.Remove(reply.ServerId);
            }

            return true;
        }
    }

    /// <summary>
    /// Recalls a reply or a root. IM gives it no more, and with a root its thread; QChat goes on, with status 1.
    /// </summary>
    /// <returns>False when no such message is there.</returns>
    public bool Recall(long serverId) => Mark(serverId, status: 1);

    /// <summary>Deletes a reply or a root: as a recall, but QChat's status is 2.</summary>
    /// <returns>False when no such message is there.</returns>
    public bool Delete(long serverId) => Mark(serverId, status: 2);

    /// <summary>
    /// Takes a reply or a root away from IM and QChat alike. Without its root, a thread still gives its replies.
    /// </summary>
    /// <returns>False when no such message is there.</returns>
    public bool Purge(long serverId) => Change(serverId, (_, _) => null, endsWithRoot: false);

    /// <summary>Edits a reply or a root.</summary>
    /// <param name="serverId">The message's.</param>
    /// <param name="text">What it says from now on.</param>
    /// <param name="editorId">The account that edits it; <see langword="null"/>: its sender.</param>
    /// <returns>False when no such message is there.</returns>
    /// <exception cref="ArgumentException">The editor is not an account ID.</exception>
    public bool Edit(long serverId, string? text, string? editorId = null)
    {
        var editor = editorId is null ? null : AccountId.Normalize(editorId);
        return Change(
            serverId,
            (_, message) => message with
            {
                Text = text,
                ModifiedBy = editor ?? message.SenderId,
                ModifiedTimeMs = NowMs,
            },
            endsWithRoot: false);
    }

    /// <summary>A server ID that no message has, above every demo message's and every one given out before.</summary>
    public long NextServerId()
    {
        long id;
        do
        {
            id = Interlocked.Increment(ref _lastServerId);
        }
        while (HasMessage(id));
        return id;
    }

    internal ApiGate GateOf(SandboxApi api) => _gates[(int)api];

    /// <returns>The message as it is now, with its thread; null when it is not there.</returns>
    internal StoredMessage? FindMessage(long serverId)
    {
        SandboxThread? thread;
        lock (Gate)
        {
            thread = _threadsByMessage.GetValueOrDefault(serverId);
        }

        if (thread is null)
        {
            return null;
        }

        var snapshot = thread.Snapshot;
        var index = snapshot.IndexOf(serverId);
        return index >= 0 ? snapshot.Replies[index] : serverId == thread.Root.ServerId ? snapshot.Root : null;
    }

    internal bool HasMessage(long serverId)
    {
        lock (Gate)
        {
            return _threadsByMessage.ContainsKey(serverId);
        }
    }

    /// <summary>Takes the messages' IDs and senders, all or none. Needs the gate.</summary>
    internal void Register(SandboxThread thread, SandboxMessage[] messages)
    {
        for (var index = 0; index < messages.Length; index++)
        {
            if (_threadsByMessage.TryAdd(messages[index].ServerId, thread))
            {
                continue;
            }

            foreach (var taken in messages.AsSpan(0, index))
            {
                _threadsByMessage.Remove(taken.ServerId);
            }

            throw new ArgumentException($"The server ID {messages[index].ServerId} is taken.");
        }

        foreach (var message in messages)
        {
            if (!HasAccount(message.SenderId))
            {
                AddAccount(message.SenderId);
            }
        }
    }

    /// <summary>IM forgets a recalled or deleted message, QChat marks it (upstream.md 4 and 6).</summary>
    private bool Mark(long serverId, int status) => Change(
        serverId,
        (thread, message) => thread.Conversation.IsChannel
            ? message with { Status = status, ModifiedTimeMs = NowMs }
            : null,
        endsWithRoot: true);

    private bool Change(
        long serverId, Func<SandboxThread, SandboxMessage, SandboxMessage?> change, bool endsWithRoot)
    {
        lock (Gate)
        {
            if (!_threadsByMessage.TryGetValue(serverId, out var thread))
            {
                return false;
            }

            thread.Change_NeedsGate(
                serverId,
                message =>
                {
                    var changed = change(thread, message);
                    if (changed is null)
                    {
                        _threadsByMessage.Remove(serverId);
                    }

                    return changed;
                },
                endsWithRoot);
            return true;
        }
    }
}
