using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>What one request has read of one thread.</summary>
/// <remarks>
/// 1. Resolvers state demands; all demands of one wave arrive together (<see cref="TimelineLoader"/>).
/// 2. Each demand names the chain that can meet it and what is missing there.
/// 3. The demand that reads the largest pages goes first; what it reads often meets the others.
/// 4. Reading ends when every demand is met, at the bound, or at a failure behind the first page.
/// </remarks>
internal sealed class Timeline(ThreadKey key, string account, ThreadSource source, int maxScan, long endMs)
{
    private readonly Dictionary<long, Message> _byId = [];
    private readonly Dictionary<(string Sender, string ClientId), Message> _byClientId = [];
    private readonly Dictionary<ChainStart, ReplyChain> _chains = [];
    private Task _turn = Task.CompletedTask;
    private Message? _root;
    private Message? _tombstone;
    private int _scanned;

    public ThreadKey Key => key;

    /// <summary>Whether at least one page has been read.</summary>
    public bool IsRead { get; private set; }

    /// <summary>The replies that the upstream counts in the whole thread.</summary>
    public long? Total { get; private set; }

    /// <summary>When the last reply was sent, in Unix milliseconds.</summary>
    public long? LastReplyTimeMs { get; private set; }

    /// <summary>The root; a tombstone where the upstream gave none.</summary>
    public Message Root => _root ?? (_tombstone ??= Message.Tombstone(this));

    /// <summary>How many replies have been read.</summary>
    public int ReadCount => _byId.Count - (_root is null ? 0 : 1);

    /// <summary>All chains that have been begun.</summary>
    public IReadOnlyCollection<ReplyChain> Chains => _chains.Values;

    /// <summary>The chain from the beginning, when it has been read to its end: the whole thread.</summary>
    public ReplyChain? Whole => _chains.GetValueOrDefault(new ChainStart(OldestFirst: true)) is { IsAtEnd: true } chain
        ? chain
        : null;

    /// <summary>The chain that begins at a place; begun when it is first asked for.</summary>
    public ReplyChain Chain(ChainStart start, ChainResume? resume = null)
    {
        if (!_chains.TryGetValue(start, out var chain))
        {
            _chains.Add(start, chain = new ReplyChain(this, start, resume, endMs));
        }

        return chain;
    }

    /// <summary>A chain, oldest first, that has passed a place already.</summary>
    public ReplyChain? ChainThrough(ReplyPosition place) => _chains.Values.FirstOrDefault(c =>
        c.Start.OldestFirst
        && (c.Start.From is not { } from || from <= place)
        && (c.IsAtEnd || c.ReadTo >= place));

    /// <summary>The chain from the thread's end, newest first, when it has come as far as a place.</summary>
    public ReplyChain? TailBehind(ReplyPosition place) =>
        _chains.GetValueOrDefault(new ChainStart(OldestFirst: false)) is { } tail && tail.ReadTo <= place ? tail : null;

    /// <summary>A message that has been read, the root included.</summary>
    public Message? Find(long messageId) => _byId.GetValueOrDefault(messageId);

    /// <summary>A message that has been read, found by what names it.</summary>
    public Message? Find(MessageKey message) => message.MessageId != 0
        ? Find(message.MessageId)
        : _byId.Values.FirstOrDefault(m =>
            m.Source.ClientId == message.ClientMessageId && m.Source.CreateTimeMs == message.CreatedAtMs);

    /// <summary>
    /// The server ID of the message that a reply answers: by server ID, or by client ID where that is missing
    /// (upstream.md 4). A reply that names no parent, or itself, answers the root.
    /// </summary>
    public long ParentIdOf(Message message)
    {
        if (message.Source.Parent is not { } parent || parent.ServerId == message.Source.ServerId)
        {
            return key.MessageId;
        }

        return parent.ServerId != 0 || parent.ClientId is null
            ? parent.ServerId
            : _byClientId.GetValueOrDefault((parent.SenderId, parent.ClientId))?.Source.ServerId ?? 0;
    }

    /// <summary>The message that a reply answers, where it has been read; none of the root and of orphans.</summary>
    public Message? ParentOf(Message message)
    {
        if (message.IsRoot || message.IsOrphan)
        {
            return null;
        }

        var parent = ParentIdOf(message);
        return parent == key.MessageId ? Root : Find(parent);
    }

    /// <summary>How far a message is from the root; unknown below a parent that was not read.</summary>
    public int? DepthOf(Message message)
    {
        var depth = 0;
        while (!message.IsRoot)
        {
            // A chain longer than all that was read goes round in a circle.
            if (ParentOf(message) is not { } parent || ++depth > _byId.Count)
            {
                return null;
            }

            message = parent;
        }

        return depth;
    }

    /// <summary>Takes up a message; one that is known already is found again.</summary>
    public Message Add(YunxinMessage source)
    {
        if (_byId.TryGetValue(source.ServerId, out var known))
        {
            return known;
        }

        var message = new Message(this, source);
        _byId.Add(source.ServerId, message);
        if (source.ClientId is { } clientId)
        {
            _byClientId.TryAdd((source.SenderId, clientId), message);
        }

        return message;
    }

    /// <summary>Reads one page and takes up what every page brings: the root, the count, the last reply's time.</summary>
    /// <exception cref="YunxinException">The call failed, or the root is not the one that was asked for.</exception>
    public async Task<ThreadPage> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var page = await source.ReadAsync(key, account, request, cancellationToken);
        if (page.Root is not null && !key.Names(page.Root))
        {
            throw new YunxinException(YunxinFailure.ThreadNotFound, "The root stands in another conversation.");
        }

        IsRead = true;

        // An empty page counts as what it might have brought, so that reading ends even where the upstream does not.
        _scanned += page.Messages.Count > 0 ? page.Messages.Count : request.Limit;
        Total ??= page.Total;
        LastReplyTimeMs ??= page.LastReplyTimeMs;
        if (_root is null && page.Root is not null)
        {
            _root = Add(page.Root);
        }

        return page;
    }

    /// <summary>Reads the fewest pages that meet all demands.</summary>
    /// <exception cref="YunxinException">The first page failed, so nothing is known of the thread.</exception>
    public async Task MeetAsync(IEnumerable<TimelineDemand> demands, CancellationToken cancellationToken)
    {
        // Resolvers run one at a time, so taking a turn needs no lock; pages of one thread are read in order.
        var before = _turn;
        var done = new TaskCompletionSource();
        _turn = done.Task;
        await before;
        try
        {
            foreach (var demand in demands.OrderBy(static d => d.Rank).ThenByDescending(static d => d.Size))
            {
                await MeetAsync(demand, cancellationToken);
            }
        }
        finally
        {
            done.SetResult();
        }
    }

    private async Task MeetAsync(TimelineDemand demand, CancellationToken cancellationToken)
    {
        while (demand.Missing(this) is > 0 and var missing)
        {
            var chain = demand.ChainIn(this);
            if (_scanned >= maxScan)
            {
                chain.Cut();
            }

            if (chain.IsCut)
            {
                return;
            }

            var limit = Math.Min(missing, Math.Min(maxScan - _scanned, ReplyChain.MaxPageSize));
            await chain.ExtendAsync(limit, cancellationToken);
            if (chain is { IsAtEnd: true, Start: { OldestFirst: false, From: null } })
            {
                Chain(new ChainStart(OldestFirst: true)).Complete(chain.Messages);
            }
        }
    }
}
