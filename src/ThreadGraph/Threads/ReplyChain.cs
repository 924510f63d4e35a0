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
/// </remarks>
internal sealed class ReplyChain
{
    /// <summary>The most replies that one call answers with (upstream.md 3.1 and 5.1).</summary>
    public const int MaxPageSize = 100;

    private readonly Timeline _timeline;
    private readonly List<Message> _messages = [];
    private readonly HashSet<Message> _known = [];
    private readonly ReplyTree _tree;
    private long _beginMs;
    private long _endMs;
    private string? _token;
    private long? _anchor;
    private bool _isResumed;

    public ReplyChain(Timeline timeline, ChainStart start, ChainResume? resume, long endMs)
    {
        _timeline = timeline;
        Start = start;
        _tree = new ReplyTree(timeline, this);
        _beginMs = start is { OldestFirst: true, From: { } from } ? from.TimeMs : timeline.Key.CreatedAtMs;
        _endMs = start is { OldestFirst: false, From: { } until } ? until.TimeMs : endMs;
        if (start.From is { } place && !start.IsInclusive && timeline.Key is ChannelThreadKey)
        {
            _anchor = place.MessageId;
        }

        if (resume is not null && resume.OldestFirst == start.OldestFirst && resume.Token is not null)
        {
            (_beginMs, _endMs, _token, _isResumed) = (resume.BeginMs, resume.EndMs, resume.Token, true);
        }
    }

    public ChainStart Start { get; }

    /// <summary>What was read, in the order of reading.</summary>
    public IReadOnlyList<Message> Messages => _messages;

    /// <summary>Who answers whom among what was read.</summary>
    public ReplyTree Tree => _tree;

    /// <summary>Whether there is nothing left to read.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Whether the chain was left before its end, by the bound or a failure.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The call that ended the chain before its end.</summary>
    public YunxinException? Failure { get; private set; }

    /// <summary>The place up to which everything has been read.</summary>
    public ReplyPosition? ReadTo { get; private set; }

    /// <summary>Whether a message of this place would have been read by now, were it there.</summary>
    public bool Covers(long timeMs) => Start.OldestFirst
        ? timeMs >= _beginMs && (IsAtEnd || timeMs < ReadTo?.TimeMs) && (Start.From is not { } from || timeMs > from.TimeMs)
        : (IsAtEnd || timeMs > ReadTo?.TimeMs) && (Start.From is not { } until || timeMs < until.TimeMs);

    /// <summary>How to go on behind the last message read.</summary>
    public Cursor? ResumeCursor() => ReadTo is { } place && !IsAtEnd
        ? new Cursor(place, new ChainResume(Start.OldestFirst, _beginMs, _endMs, _token))
        : null;

    /// <summary>The cursor of a message of this chain; the last one read carries the upstream's token.</summary>
    public Cursor CursorOf(Message message) =>
        message.Position == ReadTo && ResumeCursor() is { } resume ? resume : new Cursor(message.Position);

    /// <summary>Stops here: nothing more may be read.</summary>
    public void Cut() => IsCut = true;

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
        // A page that starts at a place by its time brings the message at that place, too.
        var isByTime = _token is null && Start is { From: not null, IsInclusive: false } && _timeline.Key is MessageThreadKey;
        var size = Math.Min(isByTime && ReadTo is null ? limit + 1 : limit, MaxPageSize);
        var page = new PageRequest(Start.OldestFirst, _beginMs, _endMs, _token, _anchor, size);
        try
        {
            return await _timeline.ReadAsync(page, cancellationToken);
        }
        catch (YunxinException exception) when (_isResumed && exception.Failure == YunxinFailure.Rejected)
        {
            // The token of an older request was refused; its place in time is as good.
            _isResumed = false;
            _token = null;
            (_beginMs, _endMs) = Start.OldestFirst
                ? (Start.From!.Value.TimeMs, _endMs)
                : (_beginMs, Start.From!.Value.TimeMs);
            return await _timeline.ReadAsync(page with { Token = null, BeginMs = _beginMs, EndMs = _endMs }, cancellationToken);
        }
    }

    private void Append(ThreadPage page, int limit)
    {
        _isResumed = false;
        var before = _messages.Count;
        foreach (var message in Sort(page.Messages.Select(_timeline.Add)).Where(IsMine))
        {
            if (_known.Add(message))
            {
                _messages.Add(message);
                ReadTo = message.Position;
            }
        }

        var isFull = page.Messages.Count >= limit;
        IsAtEnd = _timeline.Key is MessageThreadKey
            ? !page.HasMore || string.IsNullOrEmpty(page.NextToken) || page.NextToken == _token
            : !isFull || (Start.From is null && page.Total == _messages.Count);
        if (_timeline.Key is MessageThreadKey)
        {
            _token = page.NextToken;
        }
        else if (page.Messages.Count > 0)
        {
            MoveWindow(page.Messages[^1], isStuck: before == _messages.Count);
        }

        _tree.Append(before);
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

    /// <summary>Bounds include their millisecond (upstream.md 14, 11), so a page may bring what lies in front of the start.</summary>
    private bool IsMine(Message message) =>
        Start.From is not { } from
        || (Start.OldestFirst ? message.Position > from : message.Position < from)
        || (Start.IsInclusive && message.Position.TimeMs == from.TimeMs);
}
