namespace ThreadGraph.Threads;

/// <summary>
/// What a page may take of a list: up to one more than it holds, which says whether there is more. It is a view, valid until
/// the list changes: demands look for their pages again and again, and most want to know no more than how much is there.
/// </summary>
internal readonly struct ReplySlice
{
    private readonly ReplyList _list;
    private readonly int _first;
    private readonly bool _isForward;

    /// <param name="list">The list.</param>
    /// <param name="range">The page that is wanted.</param>
    /// <param name="from">The first place to take from.</param>
    /// <param name="to">The place behind the last one.</param>
    public ReplySlice(ReplyList list, PageRange range, ReplyPosition from, ReplyPosition to)
    {
        var (first, end) = (list.IndexOf(from), list.IndexOf(to));
        Count = Math.Clamp(end - first, 0, range.Count + 1);
        (_list, _first, _isForward) = (list, range.Forward ? first : end - Count, range.Forward);
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>A message, in the order in which the page is counted.</summary>
    public Message this[int index] => _list[_isForward ? _first + index : _first + Count - 1 - index];

    /// <summary>Copies those that belong on a page of a size, oldest first.</summary>
    public Message[] Take(int count)
    {
        var taken = new Message[Math.Min(count, Count)];
        var first = _isForward ? _first : _first + Count - taken.Length;
        for (var i = 0; i < taken.Length; i++)
        {
            taken[i] = _list[first + i];
        }

        return taken;
    }
}
