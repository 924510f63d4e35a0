using System.Runtime.InteropServices;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>The messages of one thread that one request has read, and how they are found by what names them.</summary>
internal sealed class MessageIndex(Timeline timeline)
{
    private readonly Dictionary<long, Message> _byId = [];
    private HashSet<long>? _hidden;
    private HashSet<(string Sender, JsonText? ClientId, long TimeMs)>? _hiddenByClientId;
    private Dictionary<(string Sender, JsonText ClientId), List<Message>>? _byClientId;
    private Message? _root;
    private Message? _tombstone;

    /// <summary>The root; a tombstone where the upstream gave none.</summary>
    public Message Root => _root ?? (_tombstone ??= Message.Tombstone(timeline, _byId.Values.FirstOrDefault()));

    /// <summary>Whether the root has been read.</summary>
    public bool HasRoot => _root is not null;

    /// <summary>Whether the account may not see some of what was read.</summary>
    public bool HidesSome => _hidden is not null;

    /// <summary>A message that has been read, the root included.</summary>
    public Message? Find(long messageId) => _byId.GetValueOrDefault(messageId);

    /// <summary>A message that has been read, found by what names it.</summary>
    public Message? Find(MessageKey message) => message.MessageId != 0
        ? Find(message.MessageId)
        : _byId.Values.FirstOrDefault(m =>
            m.Source.CreateTimeMs == message.CreatedAtMs && m.Source.ClientId?.ToString() == message.ClientMessageId);

    /// <summary>
    /// The message that a reply names as the one that it answers, if it has been read: by server ID, or by client ID where
    /// that is missing (upstream.md 4). A reply that names none, or itself, answers the root.
    /// </summary>
    public Message? FindParent(Message message)
    {
        if (message.Source.Parent is not { } parent || parent.ServerId == message.Source.ServerId)
        {
            return Root;
        }

        if (parent.ServerId != 0 || parent.ClientId is null)
        {
            return parent.ServerId == timeline.Key.MessageId ? Root : Find(parent.ServerId);
        }

        // A root that is gone is known by name alone.
        var found = FindByClientId(parent) ?? (Names(parent, Root) ? Root : null);
        return found == message ? Root : found;
    }

    /// <summary>Whether a reference is to a message that was read, but that the account may not see.</summary>
    public bool IsHidden(MessageReference reference) => reference.ServerId != 0
        ? _hidden?.Contains(reference.ServerId) == true
        : _hiddenByClientId?.Contains((reference.SenderId, reference.ClientId, reference.CreateTimeMs)) == true;

    /// <summary>Makes room: tables that grow are copied over and over.</summary>
    public void EnsureCapacity(int count) => _byId.EnsureCapacity(count);

    /// <summary>Takes up the root, unless it is known.</summary>
    public void AddRoot(YunxinMessage source)
    {
        if (_root is null)
        {
            _root = new Message(timeline, source);
            _byId.Add(source.ServerId, _root);
            KnowByClientId(_root);
        }
    }

    /// <summary>Takes up a reply, unless it is known.</summary>
    /// <param name="source">The reply.</param>
    /// <param name="isNew">Whether it was not known before.</param>
    public Message Add(YunxinMessage source, out bool isNew)
    {
        ref var message = ref CollectionsMarshal.GetValueRefOrAddDefault(_byId, source.ServerId, out var isKnown);
        isNew = !isKnown;
        if (isKnown)
        {
            return message!;
        }

        message = new Message(timeline, source);
        KnowByClientId(message);
        return message;
    }

    /// <summary>Takes note of a reply that the account may not see.</summary>
    public void Hide(YunxinMessage source)
    {
        (_hidden ??= []).Add(source.ServerId);
        (_hiddenByClientId ??= []).Add((source.SenderId, source.ClientId, source.CreateTimeMs));
    }

    private static bool Names(MessageReference reference, Message message) =>
        reference.ClientId == message.Source.ClientId
        && reference.SenderId == message.Source.SenderId
        && (reference.CreateTimeMs == 0 || reference.CreateTimeMs == message.Source.CreateTimeMs);

    /// <summary>Adds to the index of client IDs, once that has been made.</summary>
    private void KnowByClientId(Message message)
    {
        if (_byClientId is null || message.Source.ClientId is not { } clientId)
        {
            return;
        }

        var key = (message.Source.SenderId, clientId);
        if (_byClientId.TryGetValue(key, out var known))
        {
            known.Add(message);
        }
        else
        {
            _byClientId.Add(key, [message]);
        }
    }

    /// <summary>
    /// Client IDs are unique per sender (upstream.md 4). Where they are not, the named time tells them apart; of several within
    /// a millisecond, the first counts.
    /// </summary>
    private Message? FindByClientId(MessageReference reference)
    {
        // Hardly any reference lacks the server ID, so this index is made when the first one does.
        if (_byClientId is null)
        {
            _byClientId = [];
            foreach (var message in _byId.Values)
            {
                KnowByClientId(message);
            }
        }

        return _byClientId.TryGetValue((reference.SenderId, reference.ClientId!.Value), out var named)
            ? named.Where(m => Names(reference, m)).MinBy(static m => m.Position)
            : null;
    }
}
