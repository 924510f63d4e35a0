using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>Where a chain of pages begins.</summary>
/// <param name="OldestFirst">The order of reading.</param>
/// <param name="From">The first place; none for the thread's beginning, or its end when read newest first.</param>
/// <param name="IsInclusive">Whether the message at that place belongs to the chain.</param>
internal readonly record struct ChainStart(bool OldestFirst, ReplyPosition? From = null, bool IsInclusive = false);

/// <summary>A part of a thread that was read without a gap, page by page, in one direction.</summary>
/// <remarks>
/// A chain keeps one window, one order, one root and one account: the upstream's token belongs to them (upstream.md 3.2).
/// Pages are sorted here and never believed to be (3.2, guard 3), and what a page repeats is dropped (5.2).
/// A chain that an older request began goes on in a new window behind the old one, where replies may have arrived.
/// </remarks>
internal sealed class ReplyChain
{
    /// <summary>The most replies that one call answers with (upstream.md 3.1 and 5.1).</summary>
    public const int MaxPageSize = 100;

    private readonly Timeline _timeline;
    private readonly List<Message> _messages = [];
    private readonly HashSet<Message> _known = [];
    private readonly ReplyTree _tree;
    private readonly long _latestEndMs;
    private long _beginMs;
    private long _endMs;
    private string? _token;
    private long? _anchor;

    // The first call goes on with an older request's token, which may be refused.
    private bool _isResumed;

    // The next page starts at a place by its time, so it brings the message at that place, too.
    private bool _isByTime;

    // The last page brought nothing new: one millisecond holds more than such a page.
    private bool _isCrowded;

    public ReplyChain(Timeline timeline, ChainStart start, ChainResume? resume, long endMs)
    {
        _timeline = timeline;
        _latestEndMs = endMs;
        Start = start;
        _tree = new ReplyTree(timeline, this);
        _beginMs = start is { OldestFirst: true, From: { } from } ? from.TimeMs : timeline.Key.CreatedAtMs;
        _endMs = start is { OldestFirst: false, From: { } until } ? until.TimeMs : endMs;
        if (start is { From: { } place, IsInclusive: false })
        {
            _anchor = timeline.Key is ChannelThreadKey ? place.MessageId : null;
            _isByTime = timeline.Key is MessageThreadKey;
        }

        if (resume is not null && resume.OldestFirst == start.OldestFirst && resume.Token is not null)
        {
            (_beginMs, _endMs, _token) = (resume.BeginMs, resume.EndMs, resume.Token);
            (_isResumed, _isByTime) = (true, false);
        }
    }

    public ChainStart Start { get; }

    /// <summary>What was read, in the order of reading.</summary>
    public IReadOnlyList<Message> Messages => _messages;

    /// <summary>Who answers whom among what was read.</summary>
    public ReplyTree Tree => _tree;

    /// <summary>Whether there is nothing left to read.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>
    /// Whether the upstream has said that there is more: IM says so with every page (upstream.md 3.4), QChat only by the
    /// count of the whole thread (5.2).
    /// </summary>
    public bool IsToldOfMore { get; private set; }

    /// <summary>Whether the chain was left before its end, by the bound or a failure.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The call that ended the chain before its end.</summary>
    public YunxinException? Failure { get; private set; }

    /// <summary>The place up to which everything has been read.</summary>
    public ReplyPosition? ReadTo { get; private set; }

    /// <summary>Whether a message of this place belongs to the chain's part of the thread.</summary>
    public bool Reaches(ReplyPosition place) =>
        Start.From is not { } from
        || (Start.OldestFirst ? place > from : place < from)
        || (Start.IsInclusive && place.TimeMs == from.TimeMs);

    /// <summary>Whether a message of this place would have been read by now, were it there.</summary>
    public bool Covers(ReplyPosition place)
    {
        var isPassed = Start.OldestFirst
            ? place.TimeMs >= _timeline.Key.CreatedAtMs && place.TimeMs < ReadTo?.TimeMs
            : place.TimeMs > ReadTo?.TimeMs;
        return Reaches(place) && (IsAtEnd || isPassed);
    }

    /// <summary>How to go on behind the last message read.</summary>
    public Cursor? ResumeCursor() => ReadTo is { } place && !IsAtEnd
        ? new Cursor(place, new ChainResume(Start.OldestFirst, _beginMs, _endMs, _token))
        : null;

    /// <summary>The cursor of a message of this chain; the last one read carries the upstream's token.</summary>
    public Cursor CursorOf(Message message) =>
        message.Position == ReadTo && ResumeCursor() is { } resume ? resume : new Cursor(message.Position);

    /// <summary>Stops here: nothing more may be read.</summary>
    public void Cut() => IsCut = true;

    /// <summary>Takes up the whole thread, which was read from its other end.</summary>
    public void Complete(IEnumerable<Message> all)
    {
        var before = _messages.Count;
        Append(Sort(all));
        (IsAtEnd, IsCut, Failure) = (true, false, null);
        _tree.Append(before);
    }

    /// <summary>Reads one page more. A failure behind a good page is kept, and ends the chain.</summary>
    /// <exception cref="YunxinException">The thread's very first page failed.</exception>
    public async Task ExtendAsync(int limit, CancellationToken cancellationToken)
    {
        try
        {
            Append(await ReadAsync(limit, cancellationToken), limit);
        }
        catch (YunxinException exception) when (_timeline.IsRead)
        {
            Failure = exception;
            IsCut = true;
        }
    }

    private async Task<ThreadPage> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        try
        {
            return await _timeline.ReadAsync(Request(SizeFor(limit)), cancellationToken);
        }
        catch (YunxinException exception) when (_isResumed && exception.Failure == YunxinFailure.Rejected)
        {
            // The token of an older request was refused; its place in time is as good.
            GoOnByTime(Start.From!.Value.TimeMs);
            return await _timeline.ReadAsync(Request(SizeFor(limit)), cancellationToken);
        }
    }

    private PageRequest Request(int size) => new(Start.OldestFirst, _beginMs, _endMs, _token, _anchor, size);

    private int SizeFor(int limit) => _isCrowded ? MaxPageSize : Math.Min(_isByTime ? limit + 1 : limit, MaxPageSize);

    private void GoOnByTime(long timeMs)
    {
        (_beginMs, _endMs) = Start.OldestFirst ? (timeMs, _endMs) : (_beginMs, timeMs);
        (_token, _isResumed, _isByTime) = (null, false, true);
    }

    private void Append(ThreadPage page, int limit)
    {
        var size = SizeFor(limit);
        var before = _messages.Count;

        // Bounds include their millisecond (upstream.md 14, 11): a page may bring what lies in front of the start.
        Append(Sort(page.Messages.Select(_timeline.Add)).Where(message => Reaches(message.Position)));
        var isStuck = before == _messages.Count && page.Messages.Count > 0;
        (_isResumed, _isByTime) = (false, false);
        if (_timeline.Key is MessageThreadKey)
        {
            AfterMessagePage(page);
        }
        else
        {
            AfterChannelPage(page, size, isStuck);
        }

        _isCrowded = isStuck;
        _tree.Append(before);
    }

    private void Append(IEnumerable<Message> messages)
    {
        foreach (var message in messages.Where(_known.Add))
        {
            _messages.Add(message);
            ReadTo = message.Position;
        }
    }

    private void AfterMessagePage(ThreadPage page)
    {
        IsToldOfMore = page.HasMore && !string.IsNullOrEmpty(page.NextToken) && page.NextToken != _token;
        _token = page.NextToken;
        IsAtEnd = !IsToldOfMore;
        if (IsAtEnd && Start.OldestFirst && _endMs < _latestEndMs)
        {
            // The window is an older request's, and replies may have arrived behind it.
            IsAtEnd = false;
            _endMs = _latestEndMs;
            GoOnByTime((ReadTo ?? Start.From)!.Value.TimeMs);
        }
    }

    private void AfterChannelPage(ThreadPage page, int size, bool isStuck)
    {
        var isWhole = Start.From is null && page.Total == _messages.Count;
        IsToldOfMore = Start.From is null && page.Total > _messages.Count;
        IsAtEnd = page.Messages.Count < size || isWhole;
        if (page.Messages.Count > 0 && !(isStuck && size < MaxPageSize))
        {
            MoveWindow(page.Messages[^1], isStuck);
        }
    }

    /// <summary>QChat goes on from the last message received (upstream.md 5.2); a full page of nothing new steps on by 1 ms.</summary>
    private void MoveWindow(YunxinMessage last, bool isStuck)
    {
        _anchor = isStuck ? null : last.ServerId;
        var time = !isStuck ? last.CreateTimeMs : Start.OldestFirst ? last.CreateTimeMs + 1 : last.CreateTimeMs - 1;
        (_beginMs, _endMs) = Start.OldestFirst ? (time, _endMs) : (_beginMs, time);
    }

    private IEnumerable<Message> Sort(IEnumerable<Message> messages) =>
        Start.OldestFirst ? messages.OrderBy(static m => m.Position) : messages.OrderByDescending(static m => m.Position);
}
