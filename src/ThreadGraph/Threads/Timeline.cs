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
    private readonly List<ReplySegment> _segments = [];
    private Dictionary<(ReplyPosition Place, bool OldestFirst), ChainResume>? _marks;
    private SortedSet<CoverageCut>? _cuts;
    private Task _turn = Task.CompletedTask;
    private ReplyTallies? _tallies;
    private SharedPage? _page;
    private int _scanned;
    private bool _isStopped;

    public Timeline(ThreadKey key, string account, ThreadSource source, ReadingLimits limits)
    {
        (Key, _account, _source, _limits) = (key, account, source, limits);
        (Messages, Tree) = (new MessageIndex(this), new ReplyTree(this));
    }

    public ThreadKey Key { get; }

    /// <summary>What has been read, by what names it.</summary>
    public MessageIndex Messages { get; }

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
    public Message Root => Messages.Root;

    /// <summary>How many visible replies have been read.</summary>
    public int ReadCount { get; private set; }

    /// <summary>The most replies that this request may read.</summary>
    public int MaxScan => _limits.MaxScan;

    /// <summary>Why reading stopped where it did.</summary>
    public IReadOnlyCollection<CoverageCut> Cuts => _cuts ?? [];

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

    /// <summary>Whether all places have been read where the message that a reference names may stand.</summary>
    public bool HasPassed(MessageReference reference) =>
        ReplyPosition.RangeOf(reference) is var (from, to) && SegmentAt(from) is { } segment && to <= segment.To;

    /// <summary>The cursor of a message: where an upstream page ended there, paging goes on with its token.</summary>
    /// <param name="place">The message's place.</param>
    /// <param name="oldestFirst">The order that the next page is likely to be read in.</param>
    public Cursor CursorOf(ReplyPosition place, bool oldestFirst) =>
        new(place, _marks?.GetValueOrDefault((place, oldestFirst)), IndexOf(place));

    /// <summary>How many replies the thread has up to a place, where they fit on one upstream page.</summary>
    public int? IndexOf(ReplyPosition place) => SegmentAt(ReplyPosition.Beginning) is { } segment
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
    /// <remarks>Resolvers run one at a time, so taking a turn needs no lock; pages of one thread are read in order.</remarks>
    /// <exception cref="YunxinException">
    /// The first page failed, so nothing is known of the thread; or it is not one that the account may know of.
    /// </exception>
    public Task MeetAsync(List<TimelineDemand> demands, CancellationToken cancellationToken) =>
        _turn = MeetAfterAsync(_turn, demands, cancellationToken);

    private async Task MeetAfterAsync(Task before, List<TimelineDemand> demands, CancellationToken cancellationToken)
    {
        // What came of the turn before concerns those whose it was.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        foreach (var demand in demands)
        {
            NoteWindow(demand);
        }

        while (NextReading(demands) is { } reading && !IsToStop())
        {
            var isForward = reading.Start.OldestFirst;
            var segment = SegmentAt(reading.Start.Bound) ?? Begin(reading);
            var chain = segment.OpenChain(isForward, FromTheRoot(reading.Start).Limit);
            try
            {
                _page = await ReadPageAsync(chain, reading.Count, cancellationToken);
                Take(_page, chain, segment, isForward);
            }
            catch (YunxinException exception) when (IsRead)
            {
                chain.Failure = exception;
                Note(CutBy(exception));
            }
        }
    }

    private void NoteWindow(TimelineDemand demand)
    {
        if (demand.HasWindow)
        {
            Note(CoverageCut.TimeWindow);
        }
    }

    private void Note(CoverageCut cut) => (_cuts ??= []).Add(cut);

    /// <summary>
    /// What to read next: what begins first, which may bring what begins later. One page size fits one demand exactly; where
    /// several places are wanted, a full page may spare a call.
    /// </summary>
    private Reading? NextReading(List<TimelineDemand> demands)
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

    private bool IsToStop()
    {
        if (IsRead && StopReason() is { } reason)
        {
            _isStopped = true;
            Note(reason);
        }

        return _isStopped;
    }

    private ReplySegment Begin(Reading reading)
    {
        var segment = new ReplySegment(Key, FromTheRoot(reading.Start), reading.Resume, _limits.EndMs);
        _segments.Add(segment);
        return segment;
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

    private Task<SharedPage> ReadPageAsync(ReplyChain chain, int count, CancellationToken cancellationToken) =>
        chain.IsResumed ? ResumeAsync(chain, count, cancellationToken) : SendAsync(chain, count, cancellationToken);

    private async Task<SharedPage> ResumeAsync(ReplyChain chain, int count, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(chain, count, cancellationToken);
        }
        catch (YunxinException exception) when (exception.Failure == YunxinFailure.Rejected)
        {
            chain.GoOnByTime();
            return await SendAsync(chain, count, cancellationToken);
        }
    }

    private Task<SharedPage> SendAsync(ReplyChain chain, int count, CancellationToken cancellationToken)
    {
        var most = _limits.MaxScan - _scanned;
        var query = new PageQuery(Key, _account, chain.Next(count, most));
        return _source.ReadAsync(query, most, _page, _limits.Deadline, cancellationToken);
    }

    private void Take(SharedPage shared, ReplyChain chain, ReplySegment segment, bool isForward)
    {
        var page = shared.Page;

        // An empty page counts as what it might have brought, so that reading ends even where the upstream does not.
        _scanned += page.Messages.Count > 0 ? page.Messages.Count : shared.Request.Limit;
        Reserve(segment, page.Messages.Count);

        TakeHead(page);
        Age = _limits.AgeOf(shared.ReadAt) is var age && age > Age ? age : Age;
        IsRootKnown |= Messages.HasRoot || shared.Request is { Token: null, Anchor: null };
        Version++;
        chain.Advance(shared.Request, page);
        segment.Extend(isForward, chain);
        Tree.Place(Add(page.Messages, segment));
        var end = isForward ? segment.To.Previous : segment.From;
        if (!chain.IsAtEnd)
        {
            (_marks ??= [])[(end, isForward)] = chain.Resume;
        }

        Join(segment);
        foreach (var part in _segments)
        {
            Tree.Settle(part);
        }
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
        if (page.Root is not null)
        {
            Messages.AddRoot(page.Root);
        }
    }

    /// <summary>Room for a page; where one was not enough, for the rest at once.</summary>
    private void Reserve(ReplySegment segment, int page)
    {
        var count = _scanned > ReplyChain.MaxPageSize ? (int)Math.Clamp(Total ?? 0, 0, _limits.MaxScan) : page + 1;
        Messages.EnsureCapacity(count);
        segment.Messages.EnsureCapacity(count);
    }

    /// <summary>Takes up a page's messages; says which of them are new.</summary>
    private List<Message> Add(IReadOnlyList<YunxinMessage> sources, ReplySegment segment)
    {
        var added = new List<Message>(sources.Count);
        for (var i = 0; i < sources.Count; i++)
        {
            var source = sources[i];
            if (!segment.Covers(new ReplyPosition(source.CreateTimeMs, source.ServerId)) || source.ServerId == Key.MessageId)
            {
                continue;
            }

            if (!DirectedMessages.IsVisible(source, _account))
            {
                Messages.Hide(source);
                Note(CoverageCut.NotVisible);
                continue;
            }

            var message = Messages.Add(source, out var isNew);
            if (isNew)
            {
                added.Add(message);
                ReadCount++;
            }

            segment.Messages.Add(message);
        }

        return added;
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
