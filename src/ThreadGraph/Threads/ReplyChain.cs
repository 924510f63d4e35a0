using ThreadGraph.Yunxin;

namespace ThreadGraph.Threads;

/// <summary>Reads a part of a thread page by page, in one direction: which page is next, and what a page means for it.</summary>
/// <remarks>
/// A chain keeps one window, one order, one root and one account: the upstream's token belongs to them (upstream.md 3.2).
/// A chain that an older request began goes on in a new window behind the old one, where replies may have arrived.
/// </remarks>
internal sealed class ReplyChain
{
    /// <summary>The most replies that one call answers with (upstream.md 3.1 and 5.1).</summary>
    public const int MaxPageSize = 100;

    private readonly bool _isChannel;
    private readonly ChainStart _start;
    private readonly long _latestEndMs;
    private long _beginMs;
    private long _endMs;
    private string? _token;
    private long? _anchor;

    // What the chain has received since the thread's beginning, or end; none where that cannot be known.
    private int? _passed;

    // The next page starts at a place by its time, so it brings the message at that place, too.
    private bool _isByTime;

    // The last page brought nothing new: one millisecond holds more than such a page.
    private bool _isCrowded;

    // Something from behind the limit has come, and with it all that is in front of it.
    private bool _isPastLimit;

    /// <summary>Begins a chain; no page is read yet.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="resume">How an older request's chain goes on from there.</param>
    /// <param name="endMs">The end of the window of chains that begin now, in Unix milliseconds.</param>
    public ReplyChain(ThreadKey thread, ChainStart start, ChainResume? resume, long endMs)
    {
        _isChannel = thread is ChannelThreadKey;
        _start = start;
        (_beginMs, _endMs) = Window(thread, start, endMs);
        _latestEndMs = _endMs;
        _anchor = _isChannel ? start.Neighbour?.MessageId : null;
        _isByTime = _anchor is null && start.IsWithinTime;
        _passed = start.IsWhole ? 0 : null;
        if (resume is not null && resume.OldestFirst == start.OldestFirst)
        {
            _passed = resume.Passed;
            if (resume.Token is not null)
            {
                (_beginMs, _endMs, _token) = (resume.BeginMs, resume.EndMs, resume.Token);
                (IsResumed, _isByTime) = (true, false);
            }
        }

        ReadTo = start.Bound;
    }

    /// <summary>Up to where everything has been read: behind the last place, or at it when read newest first.</summary>
    public ReplyPosition ReadTo { get; private set; }

    /// <summary>Whether the next call goes on with an older request's token, which may be refused.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>Whether there is nothing left to read.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>
    /// Whether the upstream has said that there is more: IM says so with every page (upstream.md 3.4), QChat only by the
    /// count of the whole thread (5.2).
    /// </summary>
    public bool IsToldOfMore { get; private set; }

    /// <summary>Whether every page of this chain says, or will say, if there is more.</summary>
    public bool TellsOfMore => !_isChannel || _passed is not null;

    /// <summary>The call that ended the chain before its end.</summary>
    public YunxinException? Failure { get; set; }

    /// <summary>How a later request goes on from here.</summary>
    public ChainResume Resume => new(_start.OldestFirst, _beginMs, _endMs, _token, _passed);

    /// <summary>The next page.</summary>
    /// <param name="count">How many new replies are wanted.</param>
    /// <param name="most">The most replies that may be read.</param>
    public PageRequest Next(int count, int most) =>
        new(_start.OldestFirst, _beginMs, _endMs, _token, _anchor, Math.Min(SizeFor(count), most));

    /// <summary>Gives up the token of an older request, which was refused: its place in time is as good.</summary>
    public void GoOnByTime() => GoOnByTime((_start.Neighbour ?? _start.Bound).TimeMs);

    /// <summary>Takes note of a page.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="page">The answer.</param>
    public void Advance(PageRequest request, ThreadPage page)
    {
        var passed = Pass(page.Messages);
        _isCrowded = passed == 0 && page.Messages.Count > 0;
        var isStuck = _isCrowded && !_isByTime;
        (IsResumed, _isByTime) = (false, false);
        _passed += passed;
        if (_isChannel)
        {
            AfterChannelPage(page, request.Limit, isStuck);
        }
        else
        {
            AfterMessagePage(page, passed);
        }

        IsAtEnd |= _isPastLimit;
        if (IsAtEnd)
        {
            ReadTo = _start.Limit;
        }
    }

    private static (long BeginMs, long EndMs) Window(ThreadKey thread, ChainStart start, long endMs)
    {
        var (from, until) = start.OldestFirst ? (start.Neighbour ?? start.Bound, start.Limit) : (start.Limit, start.Bound);
        var last = until.IsStartOfTime ? until.TimeMs - 1 : until.TimeMs;
        return (Math.Max(from.TimeMs, thread.CreatedAtMs), Math.Min(last, endMs));
    }

    /// <summary>Moves behind the messages of a page, in whatever order they came; says how many are new to the chain.</summary>
    private int Pass(IReadOnlyList<YunxinMessage> messages)
    {
        var (count, before) = (0, ReadTo);
        for (var i = 0; i < messages.Count; i++)
        {
            var place = new ReplyPosition(messages[i].CreateTimeMs, messages[i].ServerId);
            _isPastLimit |= _start.OldestFirst ? place >= _start.Limit : place < _start.Limit;
            if (_start.Holds(place) && (_start.OldestFirst ? place >= before : place < before))
            {
                count++;
                ReadTo = _start.OldestFirst
                    ? ReplyPosition.Later(ReadTo, place.Next)
                    : ReplyPosition.Earlier(ReadTo, place);
            }
        }

        return count;
    }

    // How many share the millisecond of a place is not known, and they all come again: a full page is sure to pass them.
    private int SizeFor(int count) => _isCrowded || _isByTime ? MaxPageSize : Math.Min(count, MaxPageSize);

    private void GoOnByTime(long timeMs)
    {
        (_beginMs, _endMs) = _start.OldestFirst ? (timeMs, _latestEndMs) : (_beginMs, timeMs);
        (_token, IsResumed, _isByTime) = (null, false, true);
    }

    private void AfterMessagePage(ThreadPage page, int passed)
    {
        var leadsOn = !string.IsNullOrEmpty(page.NextToken) && page.NextToken != _token;

        // More is promised without a token to it: time leads there as well, as long as that brings anything new.
        var leadsOnByTime = page.HasMore && !leadsOn && passed > 0;
        IsToldOfMore = (page.HasMore && leadsOn) || leadsOnByTime;
        _token = page.NextToken;
        IsAtEnd = !IsToldOfMore;
        if (leadsOnByTime)
        {
            GoOnByTime((_start.OldestFirst ? ReadTo.Previous : ReadTo).TimeMs);
        }
        else if (IsAtEnd && _start.OldestFirst && _endMs < _latestEndMs)
        {
            // The window is an older request's, and replies may have arrived behind it.
            IsAtEnd = false;
            GoOnByTime(ReadTo.Previous.TimeMs);
        }
    }

    private void AfterChannelPage(ThreadPage page, int size, bool isStuck)
    {
        IsToldOfMore = page.Total > _passed;
        IsAtEnd = page.Messages.Count < size || page.Total == _passed;
        if (page.Messages.Count > 0 && !(isStuck && size < MaxPageSize))
        {
            MoveWindow(page.Messages[^1], isStuck);
        }
    }

    /// <summary>QChat goes on from the last message received (upstream.md 5.2); a full page of nothing new steps on by 1 ms.</summary>
    private void MoveWindow(YunxinMessage last, bool isStuck)
    {
        _anchor = isStuck ? null : last.ServerId;
        var time = !isStuck ? last.CreateTimeMs : _start.OldestFirst ? last.CreateTimeMs + 1 : last.CreateTimeMs - 1;
        (_beginMs, _endMs) = _start.OldestFirst ? (time, _endMs) : (_beginMs, time);
    }
}
