using System.Collections;
using System.Numerics;

namespace ThreadGraph.Threads;

/// <summary>Messages in order, each once. Pages come at either end, so adding there takes no time.</summary>
/// <remarks>A ring buffer: reading newest first would otherwise move everything with each page.</remarks>
internal sealed class ReplyList : IReadOnlyList<Message>
{
    public static readonly ReplyList Empty = [];

    private Message[] _ring = [];
    private int _first;

    /// <inheritdoc />
    public int Count { get; private set; }

    /// <inheritdoc />
    public Message this[int index] => _ring[Slot(index)];

    /// <summary>Adds a message at its place, unless it is there.</summary>
    public void Add(Message message)
    {
        if (Count == 0 || message.Position > this[Count - 1].Position)
        {
            Insert(Count, message);
        }
        else if (message.Position < this[0].Position)
        {
            Grow();
            _first = _first == 0 ? _ring.Length - 1 : _first - 1;
            _ring[_first] = message;
            Count++;
        }
        else if (this[IndexOf(message.Position)].Position != message.Position)
        {
            Insert(IndexOf(message.Position), message);
        }
    }

    /// <summary>Makes room for so many.</summary>
    public void EnsureCapacity(int count)
    {
        if (count > _ring.Length)
        {
            Resize((int)BitOperations.RoundUpToPowerOf2((uint)count));
        }
    }

    /// <summary>The index of the first message that does not stand in front of a place.</summary>
    public int IndexOf(ReplyPosition place)
    {
        // Ends are asked for most, and long lists are dear to search.
        if (Count == 0 || place <= this[0].Position)
        {
            return 0;
        }

        if (place > this[Count - 1].Position)
        {
            return Count;
        }

        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = this[middle].Position < place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <inheritdoc />
    public IEnumerator<Message> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Insert(int index, Message message)
    {
        Grow();
        for (var i = Count; i > index; i--)
        {
            _ring[Slot(i)] = _ring[Slot(i - 1)];
        }

        _ring[Slot(index)] = message;
        Count++;
    }

    private void Grow()
    {
        if (Count == _ring.Length)
        {
            Resize(Math.Max(2, Count * 2));
        }
    }

    private void Resize(int length)
    {
        var larger = new Message[length];
        for (var i = 0; i < Count; i++)
        {
            larger[i] = this[i];
        }

        (_ring, _first) = (larger, 0);
    }

    // The length is a power of two.
    private int Slot(int index) => (_first + index) & (_ring.Length - 1);
}
