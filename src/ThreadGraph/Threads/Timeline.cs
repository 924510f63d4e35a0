using System.Runtime.InteropServices;
using ThreadGraph.Access;
using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>What one request has read of one thread, and how it reads more.</summary>
/// <remarks>
/// 1. Resolvers state demands; all demands of one wave arrive together (<see cref="TimelineLoader"/>).
/// 2. Each demand names the place where reading must go on for it to be met, or that it is met.
/// 3. Of these places the first one is read on; what that brings often meets the other demands, too.
/// 4. What has been read lies in segments without a gap; two that meet become one.
/// 5. Reading ends when every demand is met, at the bound, at the deadline, or at a failure behind the first page.
/// </remarks>
internal sealed class Timeline
{
    private readonly string _account;
    private readonly ThreadSource _source;
    private readonly ReadingLimits _limits;
    private readonly Dictionary<long, Message> _byId = [];
    private readonly HashSet<long> _hidden = [];
    private readonly HashSet<(string Sender, JsonText? ClientId, long TimeMs)> _hiddenByClientId = [];
    private readonly List<ReplySegment> _segments = [];
    private readonly Dictionary<(ReplyPosition Place, bool OldestFirst), ChainResume> _marks = [];
    private readonly SortedSet<CoverageCut> _cuts = [];
    private Task _turn = Task.CompletedTask;
    private Dictionary<(string Sender, JsonText ClientId), List<Message>>? _byClientId;
    private ReplyTallies? _tallies;
    private Message? _root;
    private Message? _tombstone;
    private SharedPage? _page;
    private int _scanned;
    private bool _isStopped;

    public Timeline(ThreadKey key, string account, ThreadSource source, ReadingLimits limits)
    {
        (Key, _account, _source, _limits) = (key, account, source, limits);
        Tree = new ReplyTree(this);
    }

    public ThreadKey Key { get; }

    /// <summary>Who answers whom.</summary>
    public ReplyTree Tree { get; }

    /// <summary>Whether at least one page has been read.</summary>
    public bool IsRead { get; private set; }

    /// <summary>Whether the root is known, or known to be gone: a page behind the first one may come without it.</summary>
    public bool IsRootKnown { get; private set; }

    /// <summary>Whether it is known how many replies there are.</summary>
    public bool IsCounted { get; private set; }

    /// <summary>Whether the whole thread has been read.</summary>
    public bool IsWhole => _segments is [{ } only] && only.From == ReplyPosition.Beginning && only.To == ReplyPosition.End;

    /// <summary>The replies that the upstream counts in the whole thread.</summary>
    public long? Total { get; private set; }

    /// <summary>When the last reply was sent, in Unix milliseconds.</summary>
    public long? LastReplyTimeMs { get; private set; }

    /// <summary>The root; a tombstone where the upstream gave none.</summary>
    public Message Root => _root ?? (_tombstone ??= Message.Tombstone(this, _byId.Values.FirstOrDefault()));

    /// <summary>How many visible replies have been read.</summary>
    public int ReadCount { get; private set; }

    /// <summary>The most replies that this request may read.</summary>
    public int MaxScan => _limits.MaxScan;

    /// <summary>Why reading stopped where it did.</summary>
    public IReadOnlyCollection<CoverageCut> Cuts => _cuts;

    /// <summary>How old the oldest page was when it was taken.</summary>
    public TimeSpan Age { get; private set; }

    /// <summary>Changes with every page.</summary>
    public int Version { get; private set; }

    /// <summary>How many replies each message has, as far as read.</summary>
    public ReplyTallies Tallies => _tallies is { } tallies && tallies.Version == Version
        ? tallies
        : _tallies = new ReplyTallies(this);

    /// <summary>What has been read around a place, or up to it.</summary>
    public ReplySegment? SegmentAt(ReplyPosition place)
    {
        // Asked several times for every message of a page, mostly with a single segment.
        foreach (var segment in _segments)
        {
            if (segment.Touches(place))
            {
                return segment;
            }
        }

        return null;
    }

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
            return parent.ServerId == Key.MessageId ? Root : Find(parent.ServerId);
        }

        // A root that is gone is known by name alone.
        var found = FindByClientId(parent) ?? (Names(parent, Root) ? Root : null);
        return found == message ? Root : found;
    }

    private static bool Names(MessageReference reference, Message message) =>
        reference.ClientId == message.Source.ClientId
        && reference.SenderId == message.Source.SenderId
        && (reference.CreateTimeMs == 0 || reference.CreateTimeMs == message.Source.CreateTimeMs);

    /// <summary>Whether all places have been read where the message that a reference names may stand.</summary>
    public bool HasPassed(MessageReference reference) =>
        ReplyPosition.RangeOf(reference) is var (from, to) && SegmentAt(from) is { } segment && to <= segment.To;

    /// <summary>Whether this account may not see some of what was read.</summary>
    public bool HidesSome => _hidden.Count > 0;

    /// <summary>Whether a reference is to a message that was read, but that this account may not see.</summary>
    public bool IsHidden(MessageReference reference) => reference.ServerId != 0
        ? _hidden.Contains(reference.ServerId)
        : _hiddenByClientId.Contains((reference.SenderId, reference.ClientId, reference.CreateTimeMs));

    /// <summary>The cursor of a message: where an upstream page ended there, paging goes on with its token.</summary>
    /// <param name="place">The message's place.</param>
    /// <param name="oldestFirst">The order that the next page is likely to be read in.</param>
    public Cursor CursorOf(ReplyPosition place, bool oldestFirst) =>
        new(place, _marks.GetValueOrDefault((place, oldestFirst)), IndexOf(place));

    private int? IndexOf(ReplyPosition place) => SegmentAt(ReplyPosition.Beginning) is { } segment
        && segment.Covers(place)
        && (segment.Messages.Count <= ReplyChain.MaxPageSize || segment.Messages[ReplyChain.MaxPageSize].Position > place)
            ? segment.Messages.IndexOf(place.Next)
            : null;

    /// <summary>Takes note of how many replies there are.</summary>
    public void Count(long? total, long? lastReplyTimeMs)
    {
        IsCounted = true;
        Total ??= total;
        LastReplyTimeMs ??= lastReplyTimeMs;
    }

    /// <summary>The failure that keeps a reading from being done.</summary>
    public YunxinException? FailureAt(Reading reading) =>
        SegmentAt(reading.Start.Bound)?.ChainAt(reading.Start.OldestFirst)?.Failure;

    /// <summary>Whether what has been read meets a demand.</summary>
    public bool Meets(TimelineDemand demand)
    {
        if (!IsRead || demand.Next(this) is not null)
        {
            return false;
        }

        NoteWindow(demand);
        return true;
    }

    /// <summary>Reads the fewest pages that meet all demands.</summary>
    /// <exception cref="YunxinException">
    /// The first page failed, so nothing is known of the thread; or it is not one that the account may know of.
    /// </exception>
    public async Task MeetAsync(IReadOnlyCollection<TimelineDemand> demands, CancellationToken cancellationToken)
    {
        // Resolvers run one at a time, so taking a turn needs no lock; pages of one thread are read in order.
        var before = _turn;
        var done = new TaskCompletionSource();
        _turn = done.Task;
        await before;
        try
        {
            foreach (var demand in demands)
            {
                NoteWindow(demand);
            }

            while (NextReading(demands) is { } reading)
            {
                await ReadAsync(reading, cancellationToken);
            }
        }
        finally
        {
            done.SetResult();
        }
    }

    private void NoteWindow(TimelineDemand demand)
    {
        if (demand is PageDemand { Range.Window.IsOpen: false })
        {
            _cuts.Add(CoverageCut.TimeWindow);
        }
    }

    /// <summary>
    /// What to read next: what begins first, which may bring what begins later. One page size fits one demand exactly; where
    /// several places are wanted, a full page may spare a call.
    /// </summary>
    private Reading? NextReading(IReadOnlyCollection<TimelineDemand> demands)
    {
        Reading? next = null;
        var isSeveral = false;
        foreach (var demand in demands)
        {
            if (_isStopped || demand.Next(this) is not { } reading || FailureAt(reading) is not null)
            {
                continue;
            }

            isSeveral |= next is { IsAnywhere: false } other && !reading.IsAnywhere
                && !Reading.IsTogether(other, reading) && PlaceOf(other) != PlaceOf(reading);
            next = next is null ? reading : Reading.First(next.Value, reading);
        }

        // A full page must leave enough of the bound for what is behind it, or a list would never get on.
        return next is { } first && isSeveral && _limits.MaxScan - _scanned >= 2 * ReplyChain.MaxPageSize
            ? first with { Start = first.Start.Unlimited, Count = ReplyChain.MaxPageSize }
            : next;
    }

    private ReplyPosition PlaceOf(Reading reading)
    {
        var (place, isForward) = (reading.Start.Bound, reading.Start.OldestFirst);
        return SegmentAt(place) is not { } segment ? place : isForward ? segment.To : segment.From;
    }

    private async Task ReadAsync(Reading reading, CancellationToken cancellationToken)
    {
        if (IsRead && StopReason() is { } reason)
        {
            _isStopped = true;
            _cuts.Add(reason);
            return;
        }

        var (isForward, segment) = (reading.Start.OldestFirst, SegmentAt(reading.Start.Bound));
        if (segment is null)
        {
            segment = new ReplySegment(Key, FromTheRoot(reading.Start), reading.Resume, _limits.EndMs);
            _segments.Add(segment);
        }

        var chain = segment.OpenChain(isForward, FromTheRoot(reading.Start).Limit);
        try
        {
            Take(await ReadPageAsync(chain, reading.Count, cancellationToken), chain, segment, isForward);
        }
        catch (YunxinException exception) when (IsRead)
        {
            chain.Failure = exception;
            _cuts.Add(CutBy(exception));
        }
    }

    /// <summary>No reply is older than the root, so what begins or ends there begins or ends with the thread.</summary>
    private ChainStart FromTheRoot(ChainStart start)
    {
        var root = ReplyPosition.At(Key.CreatedAtMs);
        return start.OldestFirst
            ? start.Bound <= root ? start with { Bound = ReplyPosition.Beginning, Neighbour = null } : start
            : start.Limit <= root ? start with { Limit = ReplyPosition.Beginning } : start;
    }

    private CoverageCut? StopReason() => _scanned >= _limits.MaxScan ? CoverageCut.ScanLimit
        : _limits.IsOver ? CoverageCut.Deadline
        : null;

    private CoverageCut CutBy(YunxinException exception) => exception.Failure switch
    {
        YunxinFailure.Busy => CoverageCut.UpstreamBudget,
        YunxinFailure.Timeout when _limits.IsOver => CoverageCut.Deadline,
        _ => CoverageCut.UpstreamError,
    };

    private async Task<SharedPage> ReadPageAsync(ReplyChain chain, int count, CancellationToken cancellationToken)
    {
        var most = _limits.MaxScan - _scanned;
        try
        {
            return _page = await SendAsync(chain.Next(count, most), most, cancellationToken);
        }
        catch (YunxinException exception) when (exception.Failure == YunxinFailure.Rejected && chain.TryGoOnByTime())
        {
            return _page = await SendAsync(chain.Next(count, most), most, cancellationToken);
        }
    }

    private Task<SharedPage> SendAsync(PageRequest request, int most, CancellationToken cancellationToken) =>
        _source.ReadAsync(new PageQuery(Key, _account, request), most, _page, _limits.Deadline, cancellationToken);

    private void Take(SharedPage shared, ReplyChain chain, ReplySegment segment, bool isForward)
    {
        var page = shared.Page;
        TakeHead(page);
        Age = _limits.AgeOf(shared.ReadAt) is var age && age > Age ? age : Age;
        IsRootKnown |= _root is not null || shared.Request is { Token: null, Anchor: null };
        Version++;

        // An empty page counts as what it might have brought, so that reading ends even where the upstream does not.
        _scanned += page.Messages.Count > 0 ? page.Messages.Count : shared.Request.Limit;
        Reserve(segment, page.Messages.Count);

        chain.Advance(shared.Request, page);
        segment.Extend(isForward, chain);
        Tree.Place(Add(page.Messages, segment));
        var end = isForward ? segment.To.Previous : segment.From;
        if (!chain.IsAtEnd)
        {
            _marks[(end, isForward)] = chain.Resume;
        }

        Join(segment);
        _segments.ForEach(Tree.Settle);
    }

    private void TakeHead(ThreadPage page)
    {
        if ((page.Root is not null && !Key.Names(page.Root)) || !Key.Holds(page.Messages))
        {
            throw new YunxinException(YunxinFailure.ThreadNotFound, "The thread stands in another conversation.");
        }

        if (page.Root is not null && !DirectedMessages.IsVisible(page.Root, _account))
        {
            // To a member whom it was not sent to it is as if it were not there.
            throw new YunxinException(YunxinFailure.ThreadNotFound, "The thread's root was sent to others.");
        }

        IsRead = true;
        Count(page.Total, page.LastReplyTimeMs);
        if (_root is null && page.Root is not null)
        {
            _root = new Message(this, page.Root);
            _byId.Add(_root.Source.ServerId, _root);
            KnowByClientId(_root);
        }
    }

    /// <summary>
    /// Room for a page; where one was not enough, for the rest at once: tables that grow are copied over and over.
    /// </summary>
    private void Reserve(ReplySegment segment, int page)
    {
        var count = _scanned > ReplyChain.MaxPageSize ? (int)Math.Clamp(Total ?? 0, 0, _limits.MaxScan) : page + 1;
        _byId.EnsureCapacity(count);
        segment.Messages.EnsureCapacity(count);
    }

    /// <summary>Takes up a page's messages; says which of them are new.</summary>
    private List<Message> Add(IReadOnlyList<YunxinMessage> sources, ReplySegment segment)
    {
        var added = new List<Message>(sources.Count);
        foreach (var source in sources)
        {
            if (!segment.Covers(new ReplyPosition(source.CreateTimeMs, source.ServerId)) || source.ServerId == Key.MessageId)
            {
                continue;
            }

            if (!DirectedMessages.IsVisible(source, _account))
            {
                _hidden.Add(source.ServerId);
                _hiddenByClientId.Add((source.SenderId, source.ClientId, source.CreateTimeMs));
                _cuts.Add(CoverageCut.NotVisible);
                continue;
            }

            ref var message = ref CollectionsMarshal.GetValueRefOrAddDefault(_byId, source.ServerId, out var isKnown);
            if (!isKnown)
            {
                message = new Message(this, source);
                KnowByClientId(message);
                added.Add(message);
                ReadCount++;
            }

            segment.Messages.Add(message!);
        }

        return added;
    }

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

    /// <summary>Segments that have met go on as one.</summary>
    private void Join(ReplySegment segment)
    {
        for (var i = _segments.Count - 1; i >= 0; i--)
        {
            var other = _segments[i];
            if (other != segment && other.From <= segment.To && segment.From <= other.To)
            {
                segment.Absorb(other);
                _segments.RemoveAt(i);
            }
        }
    }
}
